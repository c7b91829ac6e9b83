//! Log lines as JSON, each with what is known around it.

use std::{fmt::Debug, io::Write as _};

use opentelemetry::{Context as Trace, trace::TraceContextExt as _};
use serde::Serialize;
use serde_json::{Map, Value};
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{
    Layer,
    fmt::MakeWriter,
    layer::Context as Surroundings,
    registry::{LookupSpan, Scope},
};

use khen_ambient::{Clock as _, SystemClock};

/// Fields that are called otherwise in a line than on a span.
const RENAMED: &[(&str, &str)] = &[
    ("message", "msg"),
    ("correlation.id", "correlation"),
    ("event.position", "event_pos"),
    ("actor.hash", "actor_hash"),
];

/// Fields that speak to the libraries on the way and not to the reader.
const HIDDEN: &[&str] = &["otel.", "log."];

/// Writes one object a line.
pub(super) struct Lines<W> {
    writer: W,
}

impl<W> Lines<W> {
    pub(super) fn new(writer: W) -> Self {
        Self { writer }
    }
}

/// A line; its order is for people.
#[derive(Serialize)]
struct Line<'a> {
    ts: String,
    level: &'static str,
    msg: Value,
    target: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span_id: Option<String>,
    #[serde(flatten)]
    fields: Map<String, Value>,
}

/// What a span or an event says.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl<S, W> Layer<S> for Lines<W>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: for<'a> MakeWriter<'a> + 'static,
{
    fn on_new_span(&self, said: &Attributes<'_>, id: &Id, around: Surroundings<'_, S>) {
        let mut fields = Fields::default();
        said.record(&mut fields);
        if let Some(span) = around.span(id) {
            span.extensions_mut().insert(fields);
        }
    }

    fn on_record(&self, id: &Id, said: &Record<'_>, around: Surroundings<'_, S>) {
        let span = around.span(id);
        if let Some(fields) = span
            .as_ref()
            .map(|span| span.extensions_mut())
            .as_mut()
            .and_then(|extensions| extensions.get_mut::<Fields>())
        {
            said.record(fields);
        }
    }

    fn on_event(&self, event: &Event<'_>, around: Surroundings<'_, S>) {
        let mut fields = Fields::default();
        // The innermost span knows best, and the event knows better.
        let spans = around.event_scope(event).into_iter();
        for span in spans.flat_map(Scope::from_root) {
            if let Some(known) = span.extensions().get::<Fields>() {
                fields.0.extend(known.0.clone());
            }
        }
        event.record(&mut fields);
        let line = Line::of(event, fields.0);
        if let Ok(mut text) = serde_json::to_vec(&line) {
            text.push(b'\n');
            // Whoever reads the log has gone; there is nowhere left to say so.
            let _ = self.writer.make_writer().write_all(&text);
        }
    }
}

impl<'a> Line<'a> {
    fn of(event: &Event<'a>, mut fields: Map<String, Value>) -> Self {
        let trace = Trace::current();
        let trace = trace.span();
        let ids = Some(trace.span_context()).filter(|ids| ids.is_valid());
        Self {
            ts: SystemClock.now().to_string(),
            level: event.metadata().level().as_str(),
            msg: fields.remove("msg").unwrap_or_default(),
            target: event.metadata().target(),
            trace_id: ids.map(|ids| ids.trace_id().to_string()),
            span_id: ids.map(|ids| ids.span_id().to_string()),
            fields,
        }
    }
}

impl Fields {
    fn put(&mut self, field: &Field, value: Value) {
        let name = field.name();
        if HIDDEN.iter().any(|hidden| name.starts_with(hidden)) {
            return;
        }
        let renamed = RENAMED.iter().find(|(from, _)| *from == name);
        let name = renamed.map_or(name, |(_, to)| to);
        self.0.insert(name.to_owned(), value);
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.put(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value.into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.put(field, format!("{value:?}").into());
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Seek as _},
        sync::Arc,
    };

    use tracing::{Span, error, field::Empty, info_span, warn};
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::*;

    /// What is logged while `act` runs.
    fn logged(act: impl FnOnce()) -> Vec<Value> {
        let mut file = tempfile::tempfile().unwrap();
        let writer = Arc::new(file.try_clone().unwrap());
        let subscriber = tracing_subscriber::registry().with(Lines::new(writer));
        tracing::subscriber::with_default(subscriber, act);
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    #[test]
    fn a_line_carries_what_the_spans_around_it_know() {
        let lines = logged(|| {
            let request = info_span!(
                "request",
                correlation.id = "click-7",
                actor.hash = Empty,
                otel.kind = "server"
            );
            let _request = request.enter();
            Span::current().record("actor.hash", "5e1f");
            let command = info_span!("command", event.position = Empty);
            let _command = command.enter();
            Span::current().record("event.position", 41);
            error!(
                reason = "the disk is full",
                "Could not record {}", "a command"
            );
        });
        let [line] = lines.as_slice() else {
            panic!("one line: {lines:?}");
        };
        assert_eq!(line["level"], "ERROR");
        assert_eq!(line["msg"], "Could not record a command");
        assert_eq!(line["correlation"], "click-7");
        assert_eq!(line["actor_hash"], "5e1f");
        assert_eq!(line["event_pos"], 41);
        assert_eq!(line["reason"], "the disk is full");
        assert_eq!(line["otel.kind"], Value::Null);
        assert!(line["ts"].as_str().unwrap().ends_with('Z'), "{line}");
    }

    #[test]
    fn a_line_outside_every_span_stands_alone() {
        let lines = logged(|| warn!("Alone"));
        assert_eq!(lines[0]["msg"], "Alone");
        assert_eq!(lines[0].get("correlation"), None);
        assert_eq!(lines[0].get("trace_id"), None);
    }
}

//! Where a batch stands in the traces that its events came with.
//!
//! An event carries no trace, only the correlation id of its request. Where nobody chose another, that
//! is the id of the request's trace, whose last digits name its first span: so whoever handles the
//! event, in whatever process, can stand below the request.

use std::collections::BTreeMap;

use opentelemetry::trace::{
    SpanContext, SpanId, TraceContextExt as _, TraceFlags, TraceId, TraceState,
};
use tracing::{Span, info_span};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

use crate::limits::TRACED_REQUEST_COUNT_MAX;
use khen_eventlog::{LedgerId, Position, RecordedEvent};

/// Hexadecimal digits of a trace's id.
const TRACE_DIGITS: usize = 32;

/// The first span of the trace that this correlation id names; `None` for an id that somebody chose.
#[must_use]
pub fn root_of(correlation: &str) -> Option<SpanContext> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if correlation.len() != TRACE_DIGITS || !correlation.bytes().all(is_digit) {
        return None;
    }
    let trace = TraceId::from_hex(correlation).ok()?;
    let span = SpanId::from_hex(&correlation[TRACE_DIGITS / 2..]).ok()?;
    let root = SpanContext::new(trace, span, TraceFlags::SAMPLED, true, TraceState::NONE);
    Some(root).filter(SpanContext::is_valid)
}

/// The spans of a batch, which end with this.
pub(crate) struct BatchSpans {
    batch: Span,
    /// One in each trace that an event came with.
    _in_traces: Vec<Span>,
}

impl BatchSpans {
    /// Begins the spans of `events`, which `sink` is about to handle.
    pub(crate) fn begin(sink: &'static str, ledger: &LedgerId, events: &[RecordedEvent]) -> Self {
        let requests = requests(events);
        let correlations: Vec<&str> = requests.keys().copied().collect();
        let batch = info_span!(
            "worker.batch.apply",
            worker.sink = sink,
            ledger = ledger.as_str(),
            batch.event_count = signed(events.len() as u64),
            batch.first_position = events.first().map(|event| signed(event.position.0)),
            batch.last_position = events.last().map(|event| signed(event.position.0)),
            batch.correlations = correlations.join(" "),
        );
        let context = batch.context();
        let begun = context.span().span_context().clone();
        let is_traced = begun.is_valid();
        let traced = requests.into_iter().filter(|_| is_traced);
        let in_traces = traced.filter_map(|(correlation, (first, last))| {
            let span = info_span!(
                "worker.request.follow",
                otel.kind = "consumer",
                worker.sink = sink,
                ledger = ledger.as_str(),
                correlation.id = correlation,
                event.first_position = signed(first.0),
                event.position = signed(last.0),
            );
            let parent =
                opentelemetry::Context::new().with_remote_span_context(root_of(correlation)?);
            span.set_parent(parent).ok()?;
            span.add_link(begun.clone());
            Some(span)
        });
        Self {
            _in_traces: in_traces.collect(),
            batch,
        }
    }

    /// The batch's own span.
    pub(crate) fn batch(&self) -> Span {
        self.batch.clone()
    }
}

/// The requests that the events came with, as many as are traced at once, each with the first and the
/// last position of its events.
fn requests(events: &[RecordedEvent]) -> BTreeMap<&str, (Position, Position)> {
    let mut requests = BTreeMap::new();
    for event in events {
        let correlation = event.correlation.as_str();
        if requests.len() < TRACED_REQUEST_COUNT_MAX || requests.contains_key(correlation) {
            let (_, last) = requests
                .entry(correlation)
                .or_insert((event.position, event.position));
            *last = event.position;
        }
    }
    requests
}

/// A number as a span takes it: OpenTelemetry knows no whole numbers without a sign.
fn signed(number: u64) -> i64 {
    number.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_trace_names_its_first_span() {
        let root = root_of("4bf92f3577b34da6a3ce929d0e0e4736").unwrap();
        assert_eq!(
            root.trace_id().to_string(),
            "4bf92f3577b34da6a3ce929d0e0e4736"
        );
        assert_eq!(root.span_id().to_string(), "a3ce929d0e0e4736");
        assert!(root.is_remote() && root.is_sampled());
    }

    #[test]
    fn an_id_that_somebody_chose_names_no_trace() {
        let zero = "0".repeat(TRACE_DIGITS);
        let capitals = "4BF92F3577B34DA6A3CE929D0E0E4736";
        for chosen in ["", "click-7", capitals, &zero, "4bf92f3577b34da6"] {
            assert_eq!(root_of(chosen), None, "{chosen}");
        }
    }
}

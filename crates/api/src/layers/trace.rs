//! The trace of a request: the caller's, or a new one.

use axum::http::{HeaderMap, HeaderName};
use opentelemetry::{global, propagation::Extractor, trace::TraceContextExt as _};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

/// Puts the new `span` into the trace that the caller names in `traceparent`, and says in which trace
/// it is: 32 hexadecimal digits, or `None` where nothing is traced.
pub(super) fn take_up(span: &Span, headers: &HeaderMap) -> Option<String> {
    let caller = global::get_text_map_propagator(|known| known.extract(&Named(headers)));
    if caller.span().span_context().is_valid() {
        // It is refused only where nothing is traced: the span is new.
        let _ = span.set_parent(caller);
    }
    let context = span.context();
    let begun = context.span();
    let begun = begun.span_context();
    begun.is_valid().then(|| begun.trace_id().to_string())
}

/// Headers, as OpenTelemetry asks for them.
struct Named<'a>(&'a HeaderMap);

impl Extractor for Named<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(|value| value.to_str().ok())
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(HeaderName::as_str).collect()
    }
}

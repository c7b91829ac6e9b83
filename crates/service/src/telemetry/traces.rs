//! Spans, sent to a collector over OTLP/HTTP in protobuf.

use std::cell::Cell;

use anyhow::Context as _;
use opentelemetry::{
    KeyValue, global,
    trace::{SpanId, TraceId, TracerProvider as _},
};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::{
    Resource,
    propagation::TraceContextPropagator,
    trace::{IdGenerator, RandomIdGenerator, SdkTracer, SdkTracerProvider},
};

/// The program's name among all that send spans.
const SERVICE: &str = "khen";

/// Spans on their way to the collector, by a thread of their own.
pub(crate) struct Traces(SdkTracerProvider);

impl Traces {
    /// Starts sending to the collector at this address.
    pub(crate) fn start(endpoint: &str) -> anyhow::Result<Self> {
        let exporter = SpanExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{}/v1/traces", endpoint.trim_end_matches('/')))
            .build()
            .context("telemetry.otlp_endpoint cannot be used")?;
        let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
        let resource = Resource::builder()
            .with_service_name(SERVICE)
            .with_attribute(version)
            .build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_id_generator(RootedIds)
            .with_resource(resource)
            .build();
        global::set_text_map_propagator(TraceContextPropagator::new());
        Ok(Self(provider))
    }

    /// What makes spans.
    pub(super) fn tracer(&self) -> SdkTracer {
        self.0.tracer(SERVICE)
    }

    /// Sends what is still to be sent.
    pub(super) fn stop(self) {
        if let Err(error) = self.0.shutdown() {
            tracing::warn!(%error, "Could not send the last spans");
        }
    }
}

/// Random ids; that of a trace ends in that of its first span.
///
/// So whoever knows a trace by the correlation id of an event knows the request that began it, and
/// can stand below it, in another process too: see `khen_workers::root_of`.
#[derive(Debug)]
struct RootedIds;

thread_local! {
    /// The id of the span that this thread began last; a span gets its id before its trace does.
    static LAST: Cell<u64> = const { Cell::new(0) };
}

impl IdGenerator for RootedIds {
    fn new_trace_id(&self) -> TraceId {
        let drawn = u128::from_be_bytes(RandomIdGenerator::default().new_trace_id().to_bytes());
        let high = drawn >> u64::BITS << u64::BITS;
        TraceId::from(high | u128::from(LAST.get()))
    }

    fn new_span_id(&self) -> SpanId {
        let drawn = RandomIdGenerator::default().new_span_id();
        LAST.set(u64::from_be_bytes(drawn.to_bytes()));
        drawn
    }
}

#[cfg(test)]
mod tests {
    use opentelemetry::trace::{Span as _, Tracer as _};

    use super::*;

    #[test]
    fn a_trace_leads_to_its_first_span() {
        let provider = SdkTracerProvider::builder()
            .with_id_generator(RootedIds)
            .build();
        let tracer = provider.tracer(SERVICE);
        for _ in 0..3 {
            let span = tracer.start("first");
            let first = span.span_context();
            let trace = first.trace_id().to_string();
            let root = khen_workers::root_of(&trace).unwrap();
            assert_eq!(root.trace_id(), first.trace_id());
            assert_eq!(root.span_id(), first.span_id());
        }
    }
}

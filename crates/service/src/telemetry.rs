//! Log lines, traces and measures.

mod lines;
mod measures;
mod traces;

use anyhow::Context as _;
use tracing::{Level, Metadata};
use tracing_subscriber::{
    EnvFilter, Layer, Registry,
    filter::{FilterExt as _, FilterFn, filter_fn},
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

use self::{lines::Lines, traces::Traces};
use crate::config::{Config, LogConfig, LogFormat};

pub(crate) use measures::install_metrics;

/// What runs beside the program to tell of it.
pub(crate) struct Telemetry {
    traces: Option<Traces>,
}

impl Telemetry {
    /// Starts logging to stderr and, where a collector is named, tracing.
    ///
    /// To be called outside the async runtime: the exporter makes a blocking client.
    pub(crate) fn start(config: &Config) -> anyhow::Result<Self> {
        let endpoint = config.telemetry.otlp_endpoint.as_deref();
        let traces = endpoint.map(Traces::start).transpose()?;
        let spans = traces.as_ref().map(|traces| {
            let layer = tracing_opentelemetry::layer().with_tracer(traces.tracer());
            layer
                .with_location(false)
                .with_threads(false)
                .with_target(false)
                .with_filter(own_spans())
        });
        let installed = tracing_subscriber::registry()
            .with(log(&config.log)?)
            .with(spans)
            .try_init();
        installed
            .map_err(|error| anyhow::anyhow!(error).context("logging was installed already"))?;
        Ok(Self { traces })
    }

    /// Sends what is still to be sent. To be called outside the async runtime.
    pub(crate) fn stop(self) {
        if let Some(traces) = self.traces {
            traces.stop();
        }
    }
}

fn log(config: &LogConfig) -> anyhow::Result<Box<dyn Layer<Registry> + Send + Sync>> {
    let filter = EnvFilter::try_new(&config.filter).context("log.filter does not parse")?;
    Ok(match config.format {
        // A line tells of the spans around it, so they are there whatever is logged.
        LogFormat::Json => Lines::new(std::io::stderr)
            .with_filter(filter.or(own_spans()))
            .boxed(),
        LogFormat::Text => tracing_subscriber::fmt::layer()
            .with_writer(std::io::stderr)
            .compact()
            .with_target(false)
            .with_filter(filter)
            .boxed(),
    })
}

/// Spans of this program that are worth keeping, and nothing of the libraries below it.
fn own_spans() -> FilterFn<fn(&Metadata<'_>) -> bool> {
    filter_fn(|metadata| {
        let is_own = metadata.target().starts_with("khen");
        is_own && metadata.is_span() && *metadata.level() <= Level::INFO
    })
}

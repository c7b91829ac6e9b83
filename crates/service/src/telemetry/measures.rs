//! Measures, as Prometheus reads them.

use anyhow::Context as _;
use metrics::{describe_gauge, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// Upper bounds of the buckets of durations, seconds. Source: OpenTelemetry semantic conventions
/// for `http.server.request.duration`.
const SECONDS: &[f64] = &[
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0,
];

/// The same for appends, which take a tenth of a request's time.
const APPEND_SECONDS: &[f64] = &[
    0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0,
];

const HOUR: f64 = 3_600.0;
const DAY: f64 = 24.0 * HOUR;
/// The same for what people do, in days of the calendar.
const GATE_SECONDS: &[f64] = &[
    HOUR,
    4.0 * HOUR,
    DAY,
    3.0 * DAY,
    5.0 * DAY,
    10.0 * DAY,
    20.0 * DAY,
];

/// Always 1, by `version` and `commit`.
const BUILD_INFO: &str = "khen_build_info";

/// Starts counting; the handle renders the page of `/metrics`.
pub(crate) fn install_metrics() -> anyhow::Result<PrometheusHandle> {
    let exact = |name: &str| Matcher::Full(name.to_owned());
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), SECONDS)?
        .set_buckets_for_metric(exact("khen_append_seconds"), APPEND_SECONDS)?
        .set_buckets_for_metric(exact("khen_gate_wait_seconds"), GATE_SECONDS)?
        .install_recorder()
        .context("metrics were installed already")?;
    khen_desk::describe_measures();
    khen_workers::describe_measures();
    describe_gauge!(
        BUILD_INFO,
        "Always 1; the version, and the commit if the builder named it."
    );
    let labels = [
        ("version", env!("CARGO_PKG_VERSION")),
        ("commit", option_env!("KHEN_COMMIT").unwrap_or("unknown")),
    ];
    gauge!(BUILD_INFO, &labels).set(1);
    Ok(handle)
}

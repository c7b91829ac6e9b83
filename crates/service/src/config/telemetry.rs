//! `[telemetry]`

use serde::{Deserialize, Serialize};

/// Where traces go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TelemetryConfig {
    /// Address of a collector that takes OTLP over HTTP, for example `http://127.0.0.1:4318`; spans
    /// are posted to `/v1/traces` below it. `KHEN_TELEMETRY__OTLP_ENDPOINT`, default none: nothing
    /// is traced. Plain HTTP, so the collector stands on this machine or network.
    pub(crate) otlp_endpoint: Option<String>,
}

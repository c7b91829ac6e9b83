//! `[telemetry]`

use std::time::Duration;

use serde::{Deserialize, Serialize};

use khen_workers::limits::CENSUS_PAUSE;

/// What is told of the program beside its log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TelemetryConfig {
    /// Address of a collector that takes OTLP over HTTP, for example `http://127.0.0.1:4318`; spans
    /// are posted to `/v1/traces` below it. `KHEN_TELEMETRY__OTLP_ENDPOINT`, default none: nothing
    /// is traced. Plain HTTP, so the collector stands on this machine or network.
    pub(crate) otlp_endpoint: Option<String>,
    /// The least number of milliseconds between two counts of ledgers, nominations and places.
    /// `KHEN_TELEMETRY__COUNT_MS`, default 30000.
    pub(crate) count_ms: u64,
}

impl TelemetryConfig {
    /// The least time between two counts.
    pub(crate) fn count_pause(&self) -> Duration {
        Duration::from_millis(self.count_ms.max(1))
    }
}

impl Default for TelemetryConfig {
    fn default() -> Self {
        Self {
            otlp_endpoint: None,
            count_ms: u64::try_from(CENSUS_PAUSE.as_millis()).expect("the pause is half a minute"),
        }
    }
}

//! `[log]`

use serde::{Deserialize, Serialize};

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LogFormat {
    /// One JSON object a line, for machines.
    Json,
    /// For people.
    Text,
}

/// Log lines go to stderr.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct LogConfig {
    /// `json` or `text`. `KHEN_LOG__FORMAT`, default `json`.
    pub(crate) format: LogFormat,
    /// What is logged, in the form of `tracing`'s filters. `KHEN_LOG__FILTER`, default `info`, and
    /// `warn` for the library that makes tables.
    pub(crate) filter: String,
}

impl Default for LogConfig {
    fn default() -> Self {
        Self {
            format: LogFormat::Json,
            filter: "info,refinery_core=warn".to_owned(),
        }
    }
}

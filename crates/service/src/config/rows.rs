//! `[rows]`

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The follower that keeps the rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RowsConfig {
    /// Milliseconds between two looks at the ledger when no bell rings. `KHEN_ROWS__POLL_MS`,
    /// default 1000.
    pub(crate) poll_ms: u64,
}

impl RowsConfig {
    /// The interval.
    pub(crate) fn poll(&self) -> Duration {
        Duration::from_millis(self.poll_ms.max(1))
    }
}

impl Default for RowsConfig {
    fn default() -> Self {
        Self { poll_ms: 1_000 }
    }
}

//! `[timer]`

use std::time::Duration;

use serde::{Deserialize, Serialize};

use khen_workers::limits::TICK_INTERVAL_DEFAULT;

/// The ticker that tells what falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TimerConfig {
    /// Milliseconds between two looks at what waits. `KHEN_TIMER__POLL_MS`, default 60000.
    pub(crate) poll_ms: u64,
}

impl TimerConfig {
    /// The interval.
    pub(crate) fn poll(&self) -> Duration {
        Duration::from_millis(self.poll_ms.max(1))
    }
}

impl Default for TimerConfig {
    fn default() -> Self {
        let poll_ms = u64::try_from(TICK_INTERVAL_DEFAULT.as_millis());
        Self {
            poll_ms: poll_ms.expect("a minute is a small number of milliseconds"),
        }
    }
}

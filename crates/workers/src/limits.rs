//! Bounds of following.

use std::time::Duration;

/// Events that a sink is handed at once. Source: architecture of the sinks; larger batches hold the
/// write lock of the rows longer and do not lower the cost of an event.
pub const BATCH_EVENT_COUNT_MAX: usize = 500;
/// How long a follower sleeps when no bell rings, unless it is told otherwise.
pub const POLL_INTERVAL_DEFAULT: Duration = Duration::from_secs(1);
/// How often a waiting reader looks at the rows when no follower of its own process reports.
pub const ARRIVAL_POLL_INTERVAL: Duration = Duration::from_millis(50);

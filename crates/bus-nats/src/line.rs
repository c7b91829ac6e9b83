//! What every line to a server has in common.

use std::time::Duration;

/// How often a server must show that it lives; one that misses two is given up and looked for again.
pub(crate) const PULSE: Duration = Duration::from_secs(10);

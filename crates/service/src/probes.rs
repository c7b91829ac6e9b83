//! What only the wiring can see of the health of this process.

use async_trait::async_trait;

use khen_api::{Check, Probe};
use khen_workers::Status;

/// Whether the rows' follower goes on in every ledger.
pub(crate) struct SinkProbe(Status);

impl SinkProbe {
    /// Looks at the follower with this status.
    pub(crate) fn new(status: Status) -> Self {
        Self(status)
    }
}

#[async_trait]
impl Probe for SinkProbe {
    async fn look(&self) -> Vec<Check> {
        let look = |(ledger, status): (_, khen_workers::LedgerStatus)| {
            let name = format!("sink.rows.{ledger}");
            match (status.stopped, status.trouble) {
                (Some(stop), _) => {
                    let detail = format!("stopped at position {}: {}", stop.position, stop.reason);
                    Check::failed(name, detail)
                }
                (None, Some(trouble)) => Check::degraded(name, trouble),
                (None, None) => Check::ok(name, "follows"),
            }
        };
        self.0.ledgers().into_iter().map(look).collect()
    }
}

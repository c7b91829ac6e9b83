//! What only the wiring can see of the health of this process.

use std::sync::Arc;

use async_trait::async_trait;

use khen_api::{Check, Probe};
use khen_eventlog::{EventFeed, EventStore};
use khen_workers::Status;

/// Whether the ledgers' file still takes writes.
pub(crate) struct WriteProbe {
    /// The ledgers, for writing …
    pub(crate) store: Arc<dyn EventStore>,
    /// … and for finding one.
    pub(crate) feed: Arc<dyn EventFeed>,
}

#[async_trait]
impl Probe for WriteProbe {
    /// Asks for a ledger that is there already: a write transaction that changes nothing, so that a dead
    /// committer or a lock that is never released is seen.
    async fn look(&self) -> Vec<Check> {
        const NAME: &str = "store.writable";
        let Ok(ledgers) = self.feed.ledgers().await else {
            return vec![Check::failed(NAME, "the ledgers cannot be read")];
        };
        let Some(ledger) = ledgers.first() else {
            return vec![Check::ok(NAME, "there is no ledger yet")];
        };
        vec![
            match self.store.create_ledger(&ledger.id, &ledger.source).await {
                Ok(()) => Check::ok(NAME, "takes write transactions"),
                Err(error) => {
                    tracing::error!(%error, "The ledgers cannot be written");
                    Check::failed(NAME, "no transaction can be written")
                }
            },
        ]
    }
}

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

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

/// Whether the follower of a sink goes on in every ledger.
pub(crate) struct SinkProbe {
    sink: &'static str,
    status: Status,
}

impl SinkProbe {
    /// Looks at the follower of this sink.
    pub(crate) fn new(sink: &'static str, status: Status) -> Self {
        Self { sink, status }
    }
}

#[async_trait]
impl Probe for SinkProbe {
    async fn look(&self) -> Vec<Check> {
        let look = |(ledger, status): (_, khen_workers::LedgerStatus)| {
            let name = format!("sink.{}.{ledger}", self.sink);
            match (status.stopped, status.trouble) {
                (Some(stop), _) => {
                    let detail = format!("stopped at position {}: {}", stop.position, stop.reason);
                    Check::failed(name, detail)
                }
                (None, Some(trouble)) => Check::degraded(name, trouble),
                (None, None) => Check::ok(name, "follows"),
            }
        };
        self.status.ledgers().into_iter().map(look).collect()
    }
}

//! Watches how far all ledgers reach, once for every follower of a process.

use std::{sync::Arc, time::Duration};

use tokio::{sync::watch, time::sleep};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::{limits::HEADS_REST, sink::chain};
use khen_eventlog::{Doorbell, EventFeed, Ledger};

/// What the watch is made of.
pub struct HeadsParts {
    /// Where the ledgers are.
    pub feed: Arc<dyn EventFeed>,
    /// What wakes it.
    pub bell: Arc<dyn Doorbell>,
    /// How long it sleeps when no bell rings.
    pub poll: Duration,
}

/// The sizes of all ledgers as they were last seen, by one question for all of them. Clones see the
/// same.
#[derive(Clone)]
pub struct Heads {
    parts: Arc<HeadsParts>,
    seen: watch::Sender<Arc<[Ledger]>>,
}

impl Heads {
    /// A watch that has not looked yet.
    #[must_use]
    pub fn new(parts: HeadsParts) -> Self {
        Self {
            parts: Arc::new(parts),
            seen: watch::Sender::new(Arc::new([])),
        }
    }

    /// Looks at each ring and each poll until `stop`, and wakes the followers after each look:
    /// whatever kept one of them from going on, it tries again then. It rests after a look, so that a
    /// burst of rings becomes one.
    pub async fn run(&self, stop: &CancellationToken) {
        let mut ear = self.parts.bell.listen();
        while !stop.is_cancelled() {
            match self.parts.feed.ledgers().await {
                Ok(ledgers) => {
                    self.seen.send_replace(ledgers.into());
                }
                Err(failure) => warn!(reason = chain(&failure), "Could not list ledgers"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(HEADS_REST) => {}
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = ear.wait() => {}
                () = sleep(self.parts.poll) => {}
            }
        }
    }

    pub(crate) fn feed(&self) -> Arc<dyn EventFeed> {
        Arc::clone(&self.parts.feed)
    }

    /// What was last seen; nothing before the first look.
    pub(crate) fn news(&self) -> watch::Receiver<Arc<[Ledger]>> {
        self.seen.subscribe()
    }
}

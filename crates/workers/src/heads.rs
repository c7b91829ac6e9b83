//! Watches how far all ledgers reach, once for every follower of a process.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval, sleep},
};
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::{
    limits::{HEADS_REST, RUNG_COUNT_MAX},
    sink::chain,
};
use khen_eventlog::{Doorbell, EventFeed, Ledger, LedgerId, ReadError, Rung};

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
    /// burst of rings becomes one. A ring that says whose it is has only that ledger looked at, for the
    /// others cost as much as they are many; a poll looks at them all, whatever was or was not rung.
    pub async fn run(&self, stop: &CancellationToken) {
        let mut ear = self.parts.bell.listen();
        let mut rung = Rung::Unknown;
        // It runs on while rings come in, so that a ledger whose ring was lost waits for no silence.
        let mut polls = interval(self.parts.poll);
        polls.set_missed_tick_behavior(MissedTickBehavior::Delay);
        polls.tick().await;
        while !stop.is_cancelled() {
            match self.look(&rung).await {
                Ok(ledgers) => {
                    self.seen.send_replace(ledgers);
                }
                Err(failure) => warn!(reason = chain(&failure), "Could not list ledgers"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(HEADS_REST) => {}
            }
            tokio::select! {
                () = stop.cancelled() => {}
                heard = ear.wait() => rung = heard,
                _ = polls.tick() => rung = Rung::Unknown,
            }
        }
    }

    async fn look(&self, rung: &Rung) -> Result<Arc<[Ledger]>, ReadError> {
        if let Rung::Of(ledgers) = rung
            && ledgers.len() <= RUNG_COUNT_MAX
            && let Some(seen) = self.look_at(ledgers).await?
        {
            return Ok(seen);
        }
        Ok(self.parts.feed.ledgers().await?.into())
    }

    /// What was last seen, with these ledgers as they are now; `None` if one of them was not seen yet.
    async fn look_at(&self, rung: &BTreeSet<LedgerId>) -> Result<Option<Arc<[Ledger]>>, ReadError> {
        let mut seen = self.seen.borrow().to_vec();
        for ledger in rung {
            // They are listed in the order of their slugs.
            let Ok(place) = seen.binary_search_by(|known| known.id.cmp(ledger)) else {
                return Ok(None);
            };
            let Some(now) = self.parts.feed.ledger(ledger).await? else {
                return Ok(None);
            };
            seen[place] = now;
        }
        Ok(Some(seen.into()))
    }

    pub(crate) fn feed(&self) -> Arc<dyn EventFeed> {
        Arc::clone(&self.parts.feed)
    }

    /// What was last seen; nothing before the first look.
    pub(crate) fn news(&self) -> watch::Receiver<Arc<[Ledger]>> {
        self.seen.subscribe()
    }
}

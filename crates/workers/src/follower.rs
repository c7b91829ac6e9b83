//! Follows ledgers and keeps one sink up to date.

mod told;

use std::sync::Arc;

use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::{Instrument, debug_span, warn};

use crate::{
    Heads, Holdings, LedgerStatus, Sink, SinkError, Status,
    glance::Settled,
    pages::Pages,
    sink::chain,
    step::{Start, Stepped, step},
    stops::Stops,
};
use khen_ambient::Clock;
use khen_eventlog::{Ledger, LedgerId, Position, StopBook};

/// What a follower is made of.
pub struct FollowerParts {
    /// What wakes it, and says which ledgers have grown.
    pub heads: Heads,
    /// Which of them are its own to follow.
    pub holdings: Holdings,
    /// What it keeps up to date.
    pub sink: Arc<dyn Sink>,
    /// Where it writes down why it stopped.
    pub stops: Arc<dyn StopBook>,
    /// What tells how old an event is, for the measure of lag.
    pub clock: Arc<dyn Clock>,
}

/// Keeps one sink up to date with all ledgers that this process holds.
pub struct Follower {
    parts: FollowerParts,
    status: Status,
}

/// What a follower carries from round to round.
struct Work {
    pages: Pages,
    stops: Stops,
    /// What the last round left behind, if nothing.
    settled: Option<Settled>,
}

impl Follower {
    /// A follower that has not met any ledger.
    #[must_use]
    pub fn new(parts: FollowerParts) -> Self {
        Self {
            parts,
            status: Status::default(),
        }
    }

    /// How far it is.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status.clone()
    }

    /// Follows until `stop`; what is in hand is finished.
    pub async fn run(&self, stop: &CancellationToken) {
        let FollowerParts {
            heads,
            holdings,
            stops,
            ..
        } = &self.parts;
        let mut news = heads.news();
        let mut work = Work {
            pages: Pages::new(heads.feed()),
            stops: Stops::new(Arc::clone(stops), self.name()),
            settled: None,
        };
        while !stop.is_cancelled() {
            let version = holdings.version();
            work.stops.read(version).await;
            let ledgers = Arc::clone(&news.borrow_and_update());
            if self.round(&mut work, (&ledgers, version), stop).await {
                let is_behind = work.settled.is_none();
                let rest = self.parts.sink.rest().filter(|_| !is_behind);
                if let Some(rest) = rest {
                    tokio::select! {
                        () = stop.cancelled() => {}
                        () = sleep(rest) => {}
                    }
                }
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                // The watch lives as long as this follower.
                _ = news.changed() => {}
                () = holdings.changed(version) => {}
            }
        }
    }

    /// One batch of every ledger that is behind, so that a long one starves nobody. Says whether
    /// anything moved.
    async fn round(
        &self,
        work: &mut Work,
        (ledgers, version): (&Arc<[Ledger]>, u64),
        stop: &CancellationToken,
    ) -> bool {
        let mut settled = work.settled.take();
        let glance = settled
            .as_mut()
            .and_then(|settled| settled.glance(ledgers, version));
        let (has_moved, is_settled) = match glance {
            Some(grown) => {
                let cursor = |id: &LedgerId| self.status.ledger(id).map(|known| known.cursor);
                self.visit_all(work, &grown, cursor, stop).await
            }
            None if ledgers.is_empty() => return false,
            None => {
                let cursors = match self.parts.sink.cursors().await {
                    Ok(cursors) => cursors,
                    Err(failure) => {
                        let reason = chain(&failure);
                        warn!(worker.sink = self.name(), reason, "Could not read cursors");
                        return false;
                    }
                };
                settled = Some(Settled::new(Arc::clone(ledgers), version));
                let cursor = |id: &LedgerId| cursors.get(id).copied();
                self.visit_all(work, ledgers, cursor, stop).await
            }
        };
        // While a lease is over but not yet lost, nothing was visited, and there may be work.
        work.settled = settled.filter(|_| is_settled && !self.parts.holdings.is_over());
        has_moved
    }

    /// Says whether anything moved, and whether nothing is left to do in any of these ledgers.
    async fn visit_all(
        &self,
        work: &mut Work,
        ledgers: &[Ledger],
        cursor: impl Fn(&LedgerId) -> Option<Position>,
        stop: &CancellationToken,
    ) -> (bool, bool) {
        let (mut has_moved, mut is_settled) = (false, true);
        let followed = |ledger: &&Ledger| self.parts.sink.follows(&ledger.id);
        for ledger in ledgers.iter().filter(followed) {
            if stop.is_cancelled() {
                return (has_moved, false);
            }
            has_moved |= self.visit(work, ledger, cursor(&ledger.id)).await;
            let known = self.status.ledger(&ledger.id);
            is_settled &= known.is_none_or(|known| {
                known.cursor >= ledger.size && known.stopped.is_none() && known.trouble.is_none()
            });
        }
        (has_moved, is_settled)
    }

    /// Hands over one batch of a ledger, if it is held, goes on, and is behind.
    async fn visit(&self, work: &mut Work, ledger: &Ledger, cursor: Option<Position>) -> bool {
        let Some(epoch) = self.parts.holdings.epoch(&ledger.id) else {
            self.left(&ledger.id);
            return false;
        };
        let known = self.status.ledger(&ledger.id).unwrap_or_default();
        if rests(&known, cursor) {
            self.write_down(work, ledger, &known).await;
            return false;
        }
        let size = ledger.size.max(known.size);
        if cursor == Some(size) {
            self.arrived(ledger, &Stepped::nowhere(size));
            work.stops.clear(&ledger.id).await;
            return false;
        }
        let start = Start {
            ledger,
            cursor,
            until: None,
            epoch,
        };
        let span =
            debug_span!("worker.follower.batch", worker.sink = self.name(), ledger = %ledger.id);
        let stepped = step(&mut work.pages, &*self.parts.sink, &start).instrument(span);
        match stepped.await {
            Ok(stepped) => {
                let has_moved = self.arrived(ledger, &stepped);
                work.stops.clear(&ledger.id).await;
                has_moved
            }
            Err(SinkError::Moved) => true,
            Err(SinkError::Fenced) => {
                self.fenced(ledger, epoch);
                false
            }
            Err(SinkError::Stuck { position, source }) => {
                let stopped = self.stopped((ledger, cursor), position, chain(&*source));
                self.write_down(work, ledger, &stopped).await;
                false
            }
            Err(failure @ SinkError::Unavailable(_)) => {
                self.troubled(ledger, chain(&failure));
                false
            }
        }
    }

    fn name(&self) -> &'static str {
        self.parts.sink.name()
    }
}

/// Whether a sink that has stopped has still to: somebody else may have moved its cursor since, by
/// making everything anew.
fn rests(known: &LedgerStatus, cursor: Option<Position>) -> bool {
    known.stopped.as_ref().is_some_and(|stop| {
        let cursor = cursor.unwrap_or_default();
        cursor == known.cursor || cursor == stop.position
    })
}

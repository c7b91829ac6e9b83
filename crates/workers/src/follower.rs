//! Follows all ledgers and keeps one sink up to date.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use metrics::gauge;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::{Instrument, debug, debug_span, error, warn};

use crate::{
    Sink, SinkError, Status, Stop, names,
    pages::Pages,
    sink::chain,
    step::{Stepped, step},
};
use khen_ambient::Clock;
use khen_eventlog::{Doorbell, EventFeed, Ledger};

/// What a follower is made of.
pub struct FollowerParts {
    /// Where events come from.
    pub feed: Arc<dyn EventFeed>,
    /// What wakes it.
    pub bell: Arc<dyn Doorbell>,
    /// What it keeps up to date.
    pub sink: Arc<dyn Sink>,
    /// What tells how old an event is, for the measure of lag.
    pub clock: Arc<dyn Clock>,
    /// How long it sleeps when no bell rings.
    pub poll: Duration,
}

/// Keeps one sink up to date with all ledgers.
pub struct Follower {
    parts: FollowerParts,
    status: Status,
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
        let mut ear = self.parts.bell.listen();
        let mut pages = Pages::new(Arc::clone(&self.parts.feed));
        while !stop.is_cancelled() {
            if self.round(&mut pages, stop).await {
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = ear.wait() => {}
                () = sleep(self.parts.poll) => {}
            }
        }
    }

    /// One batch of every ledger, so that a long one starves nobody. Says whether anything moved.
    async fn round(&self, pages: &mut Pages, stop: &CancellationToken) -> bool {
        let ledgers = match self.parts.feed.ledgers().await {
            Ok(ledgers) => ledgers,
            Err(failure) => {
                warn!(
                    worker.sink = self.name(),
                    reason = chain(&failure),
                    "Could not list ledgers"
                );
                return false;
            }
        };
        let mut has_moved = false;
        for ledger in &ledgers {
            if stop.is_cancelled() {
                break;
            }
            let known = self.status.ledger(&ledger.id);
            if known.is_none_or(|known| known.stopped.is_none()) {
                let span = debug_span!("worker.follower.batch", worker.sink = self.name(), ledger = %ledger.id);
                has_moved |= self.batch(pages, ledger).instrument(span).await;
            }
        }
        has_moved
    }

    async fn batch(&self, pages: &mut Pages, ledger: &Ledger) -> bool {
        match step(pages, &*self.parts.sink, &ledger.id).await {
            Ok(stepped) => self.arrived(ledger, &stepped),
            Err(SinkError::Moved) => true,
            Err(SinkError::Stuck { position, source }) => {
                let reason = chain(&*source);
                error!(event.position = %position, reason, "Stopped following ledger {}", ledger.id);
                self.status.report(&ledger.id, |status| {
                    status.size = ledger.size;
                    status.stopped = Some(Stop { position, reason });
                });
                self.measure(ledger, None);
                false
            }
            Err(failure @ SinkError::Unavailable(_)) => {
                let reason = chain(&failure);
                warn!(reason, "Could not follow ledger {}", ledger.id);
                self.status.report(&ledger.id, |status| {
                    status.size = ledger.size;
                    status.trouble = Some(reason);
                });
                false
            }
        }
    }

    fn arrived(&self, ledger: &Ledger, stepped: &Stepped) -> bool {
        let is_news = stepped.last_recorded.is_some();
        if is_news {
            debug!(event.position = %stepped.cursor, "Followed ledger {}", ledger.id);
        }
        let known = self.status.ledger(&ledger.id);
        let is_known =
            known.is_some_and(|known| (known.cursor, known.trouble) == (stepped.cursor, None));
        if !is_known {
            self.status.report(&ledger.id, |status| {
                status.cursor = stepped.cursor;
                status.size = ledger.size.max(stepped.cursor);
                status.trouble = None;
            });
        }
        self.measure(ledger, stepped.last_recorded);
        is_news
    }

    fn measure(&self, ledger: &Ledger, last_recorded: Option<Timestamp>) {
        let status = self.status.ledger(&ledger.id).unwrap_or_default();
        let is_behind = status.lag() > 0;
        let age = last_recorded.filter(|_| is_behind).map_or(0.0, |recorded| {
            let now = self.parts.clock.now();
            now.duration_since(recorded).as_secs_f64()
        });
        let id = ledger.id.as_str();
        let labels = || {
            [
                ("projection", self.name().to_owned()),
                ("ledger", id.to_owned()),
            ]
        };
        let lag = u32::try_from(status.lag()).unwrap_or(u32::MAX);
        gauge!(names::LAG_EVENTS, &labels()).set(lag);
        gauge!(names::LAG_SECONDS, &labels()).set(age);
        let labels = [("sink", self.name().to_owned()), ("ledger", id.to_owned())];
        gauge!(names::SINK_STOPPED, &labels).set(u32::from(status.stopped.is_some()));
    }

    fn name(&self) -> &'static str {
        self.parts.sink.name()
    }
}

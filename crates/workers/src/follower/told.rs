//! What a follower tells: status, measures, log, and the book of stops.

use jiff::Timestamp;
use metrics::gauge;
use tracing::{debug, error, warn};

use super::{Follower, Work};
use crate::{LedgerStatus, Stop, names, step::Stepped};
use khen_eventlog::{Epoch, Ledger, LedgerId, Position, StopRecord};

impl Follower {
    /// Says how far a ledger is; answers whether an event was handled.
    pub(super) fn arrived(&self, ledger: &Ledger, stepped: &Stepped) -> bool {
        let is_news = stepped.last_recorded.is_some();
        if is_news {
            debug!(event.position = %stepped.cursor, "Followed ledger {}", ledger.id);
        }
        let now = LedgerStatus {
            cursor: stepped.cursor,
            size: ledger.size.max(stepped.cursor),
            stopped: None,
            trouble: None,
        };
        if self.status.ledger(&ledger.id).as_ref() != Some(&now) {
            self.status.report(&ledger.id, |status| *status = now);
            self.measure(&ledger.id, stepped.last_recorded);
        }
        is_news
    }

    /// Says that the sink has stopped in a ledger; answers with what is known of it now.
    pub(super) fn stopped(
        &self,
        (ledger, cursor): (&Ledger, Option<Position>),
        position: Position,
        reason: String,
    ) -> LedgerStatus {
        error!(
            worker.sink = self.name(),
            event.position = %position,
            reason,
            "Stopped following ledger {}",
            ledger.id
        );
        let now = LedgerStatus {
            cursor: cursor.unwrap_or_default(),
            size: ledger.size,
            stopped: Some(Stop { position, reason }),
            trouble: None,
        };
        self.status
            .report(&ledger.id, |status| *status = now.clone());
        self.measure(&ledger.id, None);
        now
    }

    /// Writes a stop into the book, if it does not stand there.
    pub(super) async fn write_down(&self, work: &mut Work, ledger: &Ledger, known: &LedgerStatus) {
        let Some(stop) = known.stopped.as_ref() else {
            return;
        };
        if work.stops.knows(&ledger.id) {
            return;
        }
        let record = StopRecord {
            sink: self.name().to_owned(),
            ledger: ledger.id.clone(),
            position: stop.position,
            reason: stop.reason.clone(),
            at: self.parts.clock.now(),
        };
        work.stops.keep(&record).await;
    }

    /// Says that a ledger is to be tried again later.
    pub(super) fn troubled(&self, ledger: &Ledger, reason: String) {
        let known = self.status.ledger(&ledger.id);
        // It is tried again at every poll, and told once.
        if known.and_then(|known| known.trouble).as_ref() != Some(&reason) {
            warn!(
                worker.sink = self.name(),
                reason, "Could not follow ledger {}", ledger.id
            );
        }
        self.status.report(&ledger.id, |status| {
            status.size = ledger.size;
            status.trouble = Some(reason);
        });
        self.measure_events(&ledger.id);
    }

    /// Lets go of a partition that somebody else has taken.
    pub(super) fn fenced(&self, ledger: &Ledger, epoch: Epoch) {
        warn!(
            worker.sink = self.name(),
            lease.epoch = %epoch,
            "Lost the partition of ledger {}",
            ledger.id
        );
        self.parts.holdings.forget(&ledger.id, epoch);
        self.left(&ledger.id);
    }

    /// Says nothing any more of a ledger that is not this process's own.
    pub(super) fn left(&self, ledger: &LedgerId) {
        if self.status.forget(ledger) {
            self.measure(ledger, None);
        }
    }

    /// Shows how many events are still to be handled.
    fn measure_events(&self, ledger: &LedgerId) {
        let status = self.status.ledger(ledger).unwrap_or_default();
        let labels = [
            ("projection", self.name().to_owned()),
            ("ledger", ledger.to_string()),
        ];
        let lag = u32::try_from(status.lag()).unwrap_or(u32::MAX);
        gauge!(names::LAG_EVENTS, &labels).set(lag);
    }

    fn measure(&self, ledger: &LedgerId, last_recorded: Option<Timestamp>) {
        self.measure_events(ledger);
        let status = self.status.ledger(ledger).unwrap_or_default();
        let is_behind = status.lag() > 0;
        let age = last_recorded.filter(|_| is_behind).map_or(0.0, |recorded| {
            let now = self.parts.clock.now();
            now.duration_since(recorded).as_secs_f64()
        });
        let id = ledger.as_str();
        let labels = [
            ("projection", self.name().to_owned()),
            ("ledger", id.to_owned()),
        ];
        gauge!(names::LAG_SECONDS, &labels).set(age);
        let labels = [("sink", self.name().to_owned()), ("ledger", id.to_owned())];
        gauge!(names::SINK_STOPPED, &labels).set(u32::from(status.stopped.is_some()));
    }
}

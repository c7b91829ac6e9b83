//! Watches how far those who pull are, for measures.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use metrics::gauge;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::{
    LedgerStatus, Status,
    names::{CONSUMER_LAG_EVENTS, CONSUMER_LAG_SECONDS},
    sink::chain,
};
use khen_ambient::Clock;
use khen_eventlog::{Ack, AckBook, ConsumerId, EventFeed, LedgerId, OfficeError};

/// What a watch over consumers is made of.
pub struct ConsumerWatchParts {
    /// What they acknowledged.
    pub acks: Arc<dyn AckBook>,
    /// When the events were recorded that they did not.
    pub feed: Arc<dyn EventFeed>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The ledgers that this process follows, and how large they are.
    pub status: Status,
    /// The time between two looks.
    pub pause: Duration,
}

/// Shows how far every consumer of the followed ledgers is behind.
pub struct ConsumerWatch {
    parts: ConsumerWatchParts,
    shown: BTreeSet<(LedgerId, ConsumerId)>,
}

impl ConsumerWatch {
    /// A watch that has seen nothing.
    #[must_use]
    pub fn new(parts: ConsumerWatchParts) -> Self {
        Self {
            parts,
            shown: BTreeSet::new(),
        }
    }

    /// Looks until `stop`.
    pub async fn run(mut self, stop: &CancellationToken) {
        loop {
            if let Err(failure) = self.look().await {
                warn!(
                    reason = chain(&failure),
                    "Could not look how far consumers of the export are"
                );
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = sleep(self.parts.pause) => {}
            }
        }
    }

    async fn look(&mut self) -> Result<(), OfficeError> {
        let acks = self.parts.acks.acks().await?;
        let followed = self.parts.status.ledgers();
        let mut seen = BTreeSet::new();
        for ack in acks {
            let Some(size) = size_of(&followed, &ack.ledger) else {
                continue;
            };
            let lag = size.saturating_sub(ack.next.0);
            let seconds = if lag == 0 { 0.0 } else { self.age(&ack).await };
            show(&ack.ledger, &ack.consumer, (lag, seconds));
            seen.insert((ack.ledger, ack.consumer));
        }
        // Whoever is followed elsewhere, or forgotten, is nothing here, so that sums hold.
        for (ledger, consumer) in self.shown.difference(&seen) {
            show(ledger, consumer, (0, 0.0));
        }
        self.shown = seen;
        Ok(())
    }

    /// For how many seconds the first event has waited that was not acknowledged.
    async fn age(&self, ack: &Ack) -> f64 {
        let read = self.parts.feed.read_from(&ack.ledger, ack.next, 1).await;
        match read {
            Ok(events) => events.first().map_or(0.0, |first| {
                let waited = self.parts.clock.now().duration_since(first.recorded_at);
                waited.as_secs_f64().max(0.0)
            }),
            Err(failure) => {
                warn!(
                    ledger = ack.ledger.as_str(),
                    reason = chain(&failure),
                    "Could not look since when a consumer is behind"
                );
                0.0
            }
        }
    }
}

/// The size of a ledger that is followed here.
fn size_of(followed: &BTreeMap<LedgerId, LedgerStatus>, ledger: &LedgerId) -> Option<u64> {
    followed.get(ledger).map(|status| status.size.0)
}

fn show(ledger: &LedgerId, consumer: &ConsumerId, (lag, seconds): (u64, f64)) {
    let labels = [
        ("ledger", ledger.as_str().to_owned()),
        ("consumer", consumer.as_str().to_owned()),
    ];
    // Exact up to 2^53, which no ledger reaches.
    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
    gauge!(CONSUMER_LAG_EVENTS, &labels).set(lag as f64);
    gauge!(CONSUMER_LAG_SECONDS, &labels).set(seconds);
}

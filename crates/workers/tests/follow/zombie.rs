//! A process that sleeps through the end of its lease.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use async_trait::async_trait;
use tokio::sync::{Semaphore, mpsc};

use crate::{
    arriving::arrived,
    history::established,
    house::{House, SOON, ledger},
    leasing::{ALL, beat, follow, keeper},
};
use khen_eventlog::{Epoch, Leases as _, Ledger, LedgerId, Position, RecordedEvent};
use khen_workers::{RowsSink, Sink, SinkError};

/// A sink that waits for a sign before it applies, and tells what came of it.
struct Paused {
    sink: RowsSink,
    begun: mpsc::UnboundedSender<()>,
    sign: Arc<Semaphore>,
    outcome: mpsc::UnboundedSender<Result<Position, SinkError>>,
}

#[async_trait]
impl Sink for Paused {
    fn name(&self) -> &'static str {
        "paused"
    }

    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        self.sink.cursors().await
    }

    async fn begin(&self, ledger: &Ledger, epoch: Epoch) -> Result<Position, SinkError> {
        self.sink.begin(ledger, epoch).await
    }

    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
        epoch: Epoch,
    ) -> Result<Position, SinkError> {
        self.begun.send(()).expect("the test listens");
        let _sign = self.sign.acquire().await.expect("the sign is given");
        let applied = self.sink.apply(ledger, events, epoch).await;
        let told = match &applied {
            Ok(cursor) => Ok(*cursor),
            Err(SinkError::Fenced) => Err(SinkError::Fenced),
            Err(_) => Err(SinkError::Moved),
        };
        self.outcome.send(told).expect("the test listens");
        applied
    }
}

#[tokio::test]
async fn a_zombie_writes_nothing() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, vec![established("tu-phap")]).await;
    let (zombie, heir) = (keeper(&house, "zombie"), keeper(&house, "heir"));
    beat(&zombie).await;
    let (begun, mut has_begun) = mpsc::unbounded_channel();
    let (outcome, mut came_of_it) = mpsc::unbounded_channel();
    let sign = Arc::new(Semaphore::new(0));
    let paused = Arc::new(Paused {
        sink: house.sink(),
        begun,
        sign: sign.clone(),
        outcome,
    });
    let asleep = house.follow_with(house.heads(SOON), zombie.holdings(), paused);
    has_begun.recv().await.expect("the zombie begins");

    // In the store its term is over; the zombie does not know.
    let over = house.office.renew("zombie", Duration::ZERO).await;
    assert_eq!(over.unwrap().len(), ALL);
    assert_eq!(beat(&heir).await, ALL);
    let awake = follow(&house, heir.holdings());
    let later = house.record_all(&here, vec![established("noi-vu")]).await;
    assert!(arrived(&house, &awake, &here, later).await);
    let before = house.content(&here).await;

    sign.add_permits(1);
    let refused = came_of_it.recv().await.expect("the zombie wakes");
    assert!(matches!(refused, Err(SinkError::Fenced)), "{refused:?}");
    asleep.stop().await;
    assert_eq!(zombie.holdings().epoch(&here), None);
    assert_eq!(house.content(&here).await, before);
    awake.stop().await;
}

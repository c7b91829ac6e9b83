//! What is asked while nothing happens.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use async_trait::async_trait;
use tokio::sync::watch;

use crate::{
    arriving::arrived,
    history::established,
    house::{House, NEVER, ledger},
};
use khen_eventlog::{
    Doorbell as _, Epoch, EventFeed, Ledger, LedgerId, Position, ReadError, RecordedEvent,
};
use khen_store_sqlite::SqliteLedger;
use khen_workers::{Heads, HeadsParts, Holdings, RowsSink, Sink, SinkError};

/// Ledgers beside the first.
const OTHERS: usize = 40;

/// A feed that counts what it is asked about single ledgers.
struct Counting {
    feed: Arc<SqliteLedger>,
    single: AtomicUsize,
}

#[async_trait]
impl EventFeed for Counting {
    async fn read_from(
        &self,
        ledger: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.single.fetch_add(1, Ordering::SeqCst);
        self.feed.read_from(ledger, from, limit).await
    }

    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError> {
        self.feed.ledgers().await
    }

    async fn ledger(&self, ledger: &LedgerId) -> Result<Option<Ledger>, ReadError> {
        self.single.fetch_add(1, Ordering::SeqCst);
        self.feed.ledger(ledger).await
    }
}

/// A sink that tells how often it was asked for its cursors.
struct Asked {
    sink: RowsSink,
    times: watch::Sender<usize>,
}

#[async_trait]
impl Sink for Asked {
    fn name(&self) -> &'static str {
        "asked"
    }

    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        let cursors = self.sink.cursors().await;
        self.times.send_modify(|times| *times += 1);
        cursors
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
        self.sink.apply(ledger, events, epoch).await
    }
}

#[tokio::test]
async fn nothing_is_asked_per_ledger_while_nothing_happens() {
    let house = House::open().await;
    let first = ledger("hon-quan");
    for number in 0..OTHERS {
        house.make(&ledger(&format!("aside-{number}"))).await;
    }
    let position = house.record_all(&first, vec![established("tu-phap")]).await;
    let feed = Arc::new(Counting {
        feed: house.store.clone(),
        single: AtomicUsize::new(0),
    });
    let (times, mut asked) = watch::channel(0);
    let sink = house.sink();
    let heads = Heads::new(HeadsParts {
        feed: feed.clone(),
        bell: Arc::new(house.bell.clone()),
        poll: NEVER,
    });
    let at_work = house.follow_with(heads, Holdings::all(), Arc::new(Asked { sink, times }));
    assert!(arrived(&house, &at_work, &first, position).await);
    // The first event was read once; the others have none. Two looks later still nothing more.
    for _ in 0..2 {
        let before = *asked.borrow_and_update();
        house.bell.ring(&first);
        let looked = asked.wait_for(|times| *times > before).await;
        looked.expect("the follower looks");
    }
    at_work.stop().await;
    assert_eq!(feed.single.load(Ordering::SeqCst), 1);
}

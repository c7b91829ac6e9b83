//! What is asked while nothing happens.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use tokio::sync::watch;

use crate::{
    arriving::arrived,
    history::established,
    house::{House, NEVER, PATIENCE, SOON, ledger},
};
use khen_eventlog::{
    Doorbell as _, Epoch, EventFeed, Ledger, LedgerId, Place, Position, ReadError, RecordedEvent,
    StreamName,
};
use khen_read_model::{RowReader as _, RowStore as _};
use khen_store_sqlite::SqliteLedger;
use khen_workers::{Heads, HeadsParts, Holdings, RowsSink, Sink, SinkError};

/// Ledgers beside the first.
const OTHERS: usize = 40;

/// Looks at all ledgers while nothing happens.
const LOOKS: usize = 100;

/// A feed that counts what it is asked about single ledgers, and about all.
struct Counting {
    feed: Arc<SqliteLedger>,
    single: AtomicUsize,
    all: watch::Sender<usize>,
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

    async fn first_events(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.feed.first_events(ledger, streams).await
    }

    async fn places(
        &self,
        ledger: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError> {
        self.feed.places(ledger, kind, from).await
    }

    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError> {
        let ledgers = self.feed.ledgers().await;
        self.all.send_modify(|all| *all += 1);
        ledgers
    }

    async fn ledger(&self, ledger: &LedgerId) -> Result<Option<Ledger>, ReadError> {
        self.single.fetch_add(1, Ordering::SeqCst);
        self.feed.ledger(ledger).await
    }
}

/// A sink that counts how often it is asked for its cursors.
struct Asked {
    sink: RowsSink,
    times: Arc<AtomicUsize>,
}

#[async_trait]
impl Sink for Asked {
    fn name(&self) -> &'static str {
        "asked"
    }

    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        self.times.fetch_add(1, Ordering::SeqCst);
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
        self.sink.apply(ledger, events, epoch).await
    }
}

/// The feed of a house, counted.
fn counting(house: &House) -> Arc<Counting> {
    Arc::new(Counting {
        feed: house.store.clone(),
        single: AtomicUsize::new(0),
        all: watch::Sender::new(0),
    })
}

/// A watch over a counted feed.
fn heads(house: &House, feed: &Arc<Counting>, poll: Duration) -> Heads {
    Heads::new(HeadsParts {
        feed: feed.clone(),
        bell: Arc::new(house.bell.clone()),
        poll,
    })
}

#[tokio::test]
async fn hardly_anything_is_asked_while_nothing_happens() {
    let house = House::open().await;
    let first = ledger("hon-quan");
    for number in 0..OTHERS {
        house.make(&ledger(&format!("aside-{number}"))).await;
    }
    let position = house.record_all(&first, vec![established("tu-phap")]).await;
    let feed = counting(&house);
    let mut looks = feed.all.subscribe();
    let times = Arc::new(AtomicUsize::new(0));
    let asked = Asked {
        sink: house.sink(),
        times: times.clone(),
    };
    let heads = heads(&house, &feed, SOON);
    let at_work = house.follow_with(heads, Holdings::all(), Arc::new(asked));
    assert!(arrived(&house, &at_work, &first, position).await);
    let (looks_before, asked_before) = (*looks.borrow(), times.load(Ordering::SeqCst));
    let looked = looks.wait_for(|looks| *looks > looks_before + LOOKS).await;
    looked.expect("the watch goes on looking");
    let asked = times.load(Ordering::SeqCst) - asked_before;
    let looks = *looks.borrow() - looks_before;
    at_work.stop().await;
    // Every tenth look, and the rounds in which it settles.
    assert!(asked <= looks / 10 + 3, "{asked} times in {looks} looks");
    // The first event was read once; the others have none.
    assert_eq!(feed.single.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn rows_that_somebody_else_has_emptied_are_made_again() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let position = house.record_all(&here, vec![established("tu-phap")]).await;
    let at_work = house.follow(SOON);
    assert!(arrived(&house, &at_work, &here, position).await);
    house.rows.reset(here.as_str()).await.unwrap();
    let made_again = async {
        while house.rows.cursor(here.as_str()).await.unwrap().0 != position + 1 {
            tokio::task::yield_now().await;
        }
    };
    let made_again = tokio::time::timeout(PATIENCE, made_again).await;
    made_again.expect("the follower notices");
    at_work.stop().await;
}

#[tokio::test]
async fn a_glance_that_meets_a_moved_cursor_reads_it_again() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let first = house.record_all(&here, vec![established("tu-phap")]).await;
    let at_work = house.follow(NEVER);
    assert!(arrived(&house, &at_work, &here, first).await);
    house.rows.reset(here.as_str()).await.unwrap();
    let second = house.record_all(&here, vec![established("noi-vu")]).await;
    house.bell.ring(&here);
    assert!(arrived(&house, &at_work, &here, second).await);
    at_work.stop().await;
    let (cursor, live) = house.content(&here).await;
    house.rebuilt().await;
    assert_eq!(house.content(&here).await, (cursor, live));
}

#[tokio::test]
async fn a_ring_has_only_the_ledger_looked_at_that_it_is_for() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let first = house.record_all(&here, vec![established("tu-phap")]).await;
    for number in 0..OTHERS {
        let other = ledger(&format!("office-{number}"));
        house.make(&other).await;
        house.record_all(&other, vec![established("y-te")]).await;
    }
    let counting = counting(&house);
    let heads = heads(&house, &counting, NEVER);
    let at_work = house.follow_with(heads, Holdings::all(), Arc::new(house.sink()));
    assert!(arrived(&house, &at_work, &here, first).await);
    let listed = *counting.all.borrow();
    for name in ["noi-vu", "tai-chinh", "van-hoa"] {
        let last = house.record_all(&here, vec![established(name)]).await;
        house.bell.ring(&here);
        assert!(arrived(&house, &at_work, &here, last).await);
    }
    assert_eq!(*counting.all.borrow(), listed);
    at_work.stop().await;
}

#[tokio::test]
async fn a_ledger_whose_ring_was_lost_is_found_while_another_rings_without_end() {
    let house = House::open().await;
    let (loud, still) = (ledger("hon-quan"), ledger("loc-ninh"));
    house.make(&still).await;
    let first = house.record_all(&loud, vec![established("tu-phap")]).await;
    let begun = house.record_all(&still, vec![established("tu-phap")]).await;
    let at_work = house.follow(SOON);
    assert!(arrived(&house, &at_work, &loud, first).await);
    assert!(arrived(&house, &at_work, &still, begun).await);
    let unheard = house.record_all(&still, vec![established("noi-vu")]).await;
    let ringing = async {
        loop {
            house.bell.ring(&loud);
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        () = ringing => {}
        is_there = arrived(&house, &at_work, &still, unheard) => assert!(is_there),
    }
    at_work.stop().await;
}

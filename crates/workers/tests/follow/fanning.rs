//! What goes out, into streams that are wiped, restored, lost or false.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use async_trait::async_trait;

use crate::{
    history::established,
    house::{AtWork, House, PATIENCE, SOON, ledger},
};
use khen_eventlog::{
    FanOut, FanOutError, LedgerId, OutgoingEvent, OutgoingMark, Position, StopBook as _, StopRecord,
};
use khen_export::Profile;
use khen_workers::{FanOutParts, FanOutSink, Holdings, Sink as _, Subscribed};

/// A server in memory.
#[derive(Default)]
struct Server {
    streams: Mutex<BTreeMap<LedgerId, Vec<OutgoingEvent>>>,
    connection: AtomicU64,
    is_down: AtomicBool,
    /// How many more events it takes before it is another, with what stands here.
    change: Mutex<Option<(usize, Vec<OutgoingEvent>)>>,
}

impl Server {
    fn streams(&self) -> MutexGuard<'_, BTreeMap<LedgerId, Vec<OutgoingEvent>>> {
        self.streams.lock().expect("nobody panicked")
    }

    fn stream(&self, of: &LedgerId) -> Vec<OutgoingEvent> {
        self.streams().get(of).cloned().unwrap_or_default()
    }

    /// Replaces what a stream holds, as a server does that was started over another folder.
    fn becomes(&self, of: &LedgerId, events: Option<Vec<OutgoingEvent>>) {
        match events {
            Some(events) => self.streams().insert(of.clone(), events),
            None => self.streams().remove(of),
        };
        self.connection.fetch_add(1, Ordering::SeqCst);
    }

    fn must_be_up(&self) -> Result<(), FanOutError> {
        if self.is_down.load(Ordering::SeqCst) {
            return Err(FanOutError::Unavailable("the server is down".into()));
        }
        Ok(())
    }

    /// Becomes another when its time has come.
    fn may_change(&self, of: &LedgerId) {
        let mut change = self.change.lock().expect("nobody panicked");
        match change.take() {
            Some((0, events)) => self.becomes(of, Some(events)),
            Some((left, events)) => *change = Some((left - 1, events)),
            None => {}
        }
    }
}

#[async_trait]
impl FanOut for Server {
    fn connection(&self) -> u64 {
        self.connection.load(Ordering::SeqCst)
    }

    async fn sizes(&self) -> Result<BTreeMap<LedgerId, Position>, FanOutError> {
        self.must_be_up()?;
        let streams = self.streams();
        let sizes = streams
            .iter()
            .map(|(id, events)| (id.clone(), size(events)));
        Ok(sizes.collect())
    }

    async fn open(&self, ledger: &LedgerId, _: &str) -> Result<Position, FanOutError> {
        self.must_be_up()?;
        Ok(size(self.streams().entry(ledger.clone()).or_default()))
    }

    async fn mark(
        &self,
        ledger: &LedgerId,
        position: Position,
    ) -> Result<Option<OutgoingMark>, FanOutError> {
        self.must_be_up()?;
        let place = usize::try_from(position.0).expect("few events");
        Ok(self.stream(ledger).get(place).map(mark))
    }

    async fn publish(
        &self,
        ledger: &LedgerId,
        events: &mut (dyn Iterator<Item = OutgoingEvent> + Send),
    ) -> Result<(), FanOutError> {
        for event in events {
            self.must_be_up()?;
            self.may_change(ledger);
            let mut streams = self.streams();
            let stream = streams.get_mut(ledger).ok_or(FanOutError::Moved)?;
            if size(stream) != event.position {
                return Err(FanOutError::Moved);
            }
            stream.push(event);
        }
        Ok(())
    }

    async fn tell_checkpoint(&self, _: &LedgerId, _: &str) -> Result<(), FanOutError> {
        self.must_be_up()
    }
}

fn size(events: &[OutgoingEvent]) -> Position {
    Position(events.len() as u64)
}

fn attribute<'e>(event: &'e OutgoingEvent, name: &str) -> Option<&'e str> {
    let mut attributes = event.attributes.iter();
    let found = attributes.find(|(known, _)| *known == name);
    found.map(|(_, value)| value.as_str())
}

fn mark(event: &OutgoingEvent) -> OutgoingMark {
    OutgoingMark {
        id: attribute(event, "id").expect("it has one").to_owned(),
        data_hash: attribute(event, "datahash").expect("it has one").to_owned(),
    }
}

/// A house whose ledger has some events, and a server.
struct Fanned {
    house: House,
    here: LedgerId,
    server: Arc<Server>,
}

impl Fanned {
    async fn open() -> Self {
        let fanned = Self {
            house: House::open().await,
            here: ledger("hon-quan"),
            server: Arc::default(),
        };
        fanned.record(&["tu-phap", "noi-vu", "tai-chinh"]).await;
        fanned
    }

    async fn record(&self, units: &[&str]) -> u64 {
        let events = units.iter().map(|unit| established(unit)).collect();
        self.house.record_all(&self.here, events).await + 1
    }

    fn sink(&self, ledgers: Subscribed) -> FanOutSink {
        FanOutSink::new(FanOutParts {
            feed: self.house.store.clone(),
            fan_out: self.server.clone(),
            ledgers,
            profile: Profile::SoNoiVuV1,
        })
    }

    fn follow(&self) -> AtWork {
        let sink = Arc::new(self.sink(Subscribed::All));
        let heads = self.house.heads(SOON);
        self.house.follow_with(heads, Holdings::all(), sink)
    }

    /// Waits until the stream is as the ledger is.
    async fn is_filled(&self, count: u64) {
        let filling = async {
            while size(&self.server.stream(&self.here)) != Position(count) {
                tokio::task::yield_now().await;
            }
        };
        let filled = tokio::time::timeout(PATIENCE, filling).await;
        filled.expect("the stream is filled");
        let events = self.house.events(&self.here).await;
        let stream = self.server.stream(&self.here);
        let told: Vec<_> = stream.iter().map(|event| mark(event).id).collect();
        let recorded: Vec<_> = events.iter().map(|event| event.id.to_string()).collect();
        assert_eq!(told, recorded);
    }

    /// Waits until the sink has stopped, and says why.
    async fn stop(&self) -> StopRecord {
        let stopping = async {
            loop {
                let stops = self.house.office.stops().await.expect("it is read");
                if let Some(stop) = stops.into_iter().next() {
                    return stop;
                }
                tokio::task::yield_now().await;
            }
        };
        let stopped = tokio::time::timeout(PATIENCE, stopping).await;
        stopped.expect("the sink stops")
    }
}

#[tokio::test]
async fn every_event_goes_out_and_its_data_only_where_the_profile_has_it() {
    let fanned = Fanned::open().await;
    let at_work = fanned.follow();
    fanned.is_filled(3).await;
    let count = fanned.record(&["van-hoa"]).await;
    fanned.is_filled(count).await;
    at_work.stop().await;
    let recorded = fanned.house.events(&fanned.here).await;
    for (event, told) in recorded.iter().zip(fanned.server.stream(&fanned.here)) {
        let withheld = attribute(&told, "datawithheld");
        match Profile::SoNoiVuV1.payload(&event.event_type) {
            khen_eventlog::Payload::Whole => assert_eq!(told.body, event.data),
            khen_eventlog::Payload::Withheld | khen_eventlog::Payload::NotAsked => {
                assert_eq!(withheld, Some("policy"));
                assert!(told.body.is_empty());
            }
        }
    }
}

#[tokio::test]
async fn a_ledger_without_a_subscriber_has_no_stream() {
    let fanned = Fanned::open().await;
    let there = ledger("loc-ninh");
    fanned.house.make(&there).await;
    let event = vec![established("tu-phap")];
    fanned.house.record_all(&there, event).await;
    let only = Subscribed::These(BTreeSet::from([there.clone()]));
    let sink = Arc::new(fanned.sink(only));
    assert!(!sink.follows(&fanned.here));
    let heads = fanned.house.heads(SOON);
    let at_work = fanned.house.follow_with(heads, Holdings::all(), sink);
    let status = at_work.follower.status();
    let reaching = tokio::time::timeout(PATIENCE, status.reached(&there, Position(1)));
    reaching.await.expect("in time").expect("without a stop");
    at_work.stop().await;
    assert_eq!(status.ledger(&fanned.here), None);
    let with_streams: Vec<_> = fanned.server.streams().keys().cloned().collect();
    assert_eq!(with_streams, [there]);
}

#[tokio::test]
async fn a_wiped_stream_and_an_older_one_are_filled_again() {
    let fanned = Fanned::open().await;
    let at_work = fanned.follow();
    fanned.is_filled(3).await;
    let older = fanned.server.stream(&fanned.here);
    let count = fanned.record(&["van-hoa", "giao-duc"]).await;
    fanned.is_filled(count).await;
    for restored in [None, Some(Vec::new()), Some(older)] {
        fanned.server.becomes(&fanned.here, restored);
        fanned.is_filled(count).await;
    }
    at_work.stop().await;
    assert!(fanned.house.office.stops().await.unwrap().is_empty());
}

#[tokio::test]
async fn while_the_server_is_down_the_ledger_waits_and_nothing_is_lost() {
    let fanned = Fanned::open().await;
    fanned.server.is_down.store(true, Ordering::SeqCst);
    let at_work = fanned.follow();
    let status = at_work.follower.status();
    let troubling = async {
        while status
            .ledger(&fanned.here)
            .is_none_or(|known| known.trouble.is_none())
        {
            tokio::task::yield_now().await;
        }
    };
    let troubled = tokio::time::timeout(PATIENCE, troubling).await;
    troubled.expect("the trouble is told");
    assert_eq!(status.ledger(&fanned.here).unwrap().lag(), 3);
    fanned.server.is_down.store(false, Ordering::SeqCst);
    fanned.is_filled(3).await;
    at_work.stop().await;
}

#[tokio::test]
async fn a_stream_that_went_another_way_stops_its_ledger_until_it_is_deleted() {
    let (fanned, other) = (Fanned::open().await, Fanned::open().await);
    let at_work = other.follow();
    other.is_filled(3).await;
    at_work.stop().await;
    let false_one = other.server.stream(&other.here);
    fanned.server.becomes(&fanned.here, Some(false_one.clone()));

    let at_work = fanned.follow();
    let stop = fanned.stop().await;
    assert_eq!((&*stop.sink, stop.position), ("fan_out", Position(2)));
    assert!(stop.reason.contains("another event"), "{}", stop.reason);
    fanned.record(&["van-hoa"]).await;
    assert_eq!(fanned.server.stream(&fanned.here), false_one);

    fanned.server.becomes(&fanned.here, None);
    fanned.is_filled(4).await;
    let striking = async {
        while !fanned.house.office.stops().await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    let struck = tokio::time::timeout(PATIENCE, striking).await;
    struck.expect("the stop is struck");
    at_work.stop().await;
}

#[tokio::test]
async fn a_server_that_is_another_in_the_middle_of_a_batch_is_found_out() {
    let (fanned, other) = (Fanned::open().await, Fanned::open().await);
    let at_work = other.follow();
    other.is_filled(3).await;
    at_work.stop().await;
    let at_work = fanned.follow();
    fanned.is_filled(3).await;
    at_work.stop().await;
    // As long as the true one after the first event of the next batch: the second is taken.
    let mut false_one = other.server.stream(&other.here);
    false_one.push(false_one[2].clone());
    *fanned.server.change.lock().unwrap() = Some((1, false_one));
    fanned.record(&["van-hoa", "giao-duc"]).await;
    let at_work = fanned.follow();
    let stop = fanned.stop().await;
    assert_eq!(stop.position, Position(2));
    at_work.stop().await;
}

#[tokio::test]
async fn a_stream_longer_than_its_ledger_stops_it() {
    let fanned = Fanned::open().await;
    let at_work = fanned.follow();
    fanned.is_filled(3).await;
    at_work.stop().await;
    let mut longer = fanned.server.stream(&fanned.here);
    longer.push(longer[0].clone());
    fanned.server.becomes(&fanned.here, Some(longer));
    let at_work = fanned.follow();
    let stop = fanned.stop().await;
    assert!(stop.reason.contains("older copy"), "{}", stop.reason);
    at_work.stop().await;
}

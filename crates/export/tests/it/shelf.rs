//! A ledger that lives in memory.

use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use khen_eventlog::{
    CommandId, EventFeed, EventId, EventType, Ledger, LedgerId, Place, Position, ReadError,
    RecordedEvent, StreamName, Version, data_hash, limits::PAGE_EVENT_COUNT_MAX,
};

/// Types that the events take in turn: shown and withheld, of two streams.
const TYPES: [&str; 3] = [
    "vn.khen.nomination.awarded.v1",
    "vn.khen.nomination.opinion_received.v1",
    "vn.khen.org.person_registered.v1",
];
const SUBJECTS: [&str; 3] = [
    "nomination/HQ-CCHC-2024-0007",
    "nomination/HQ-CCHC-2024-0008",
    "org/person/1",
];

/// Events of one ledger, and how many of them a reader is told of.
pub(crate) struct Shelf {
    events: Vec<RecordedEvent>,
    questions: AtomicUsize,
}

impl Shelf {
    /// A ledger of events whose data is about so many bytes each.
    pub(crate) fn of(sizes: impl IntoIterator<Item = usize>) -> Self {
        let events = (0..)
            .zip(sizes)
            .map(|(position, bytes)| event(position, bytes));
        Self {
            events: events.collect(),
            questions: AtomicUsize::new(0),
        }
    }

    /// The same ledger, with the end of a campaign at this position.
    pub(crate) fn closing(mut self, position: usize) -> Self {
        let event = &mut self.events[position];
        event.event_type = EventType::parse("vn.khen.campaign.campaign_closed.v1").unwrap();
        event.stream = StreamName::parse("campaign/HQ-CCHC-2024").unwrap();
        self
    }

    /// The same ledger, with an event at this position that begins a stream.
    pub(crate) fn beginning(
        mut self,
        position: usize,
        (stream, event_type): (&str, &str),
        payload: &serde_json::Value,
    ) -> Self {
        let event = &mut self.events[position];
        event.stream = StreamName::parse(stream).unwrap();
        event.version = Version(1);
        event.event_type = EventType::parse(event_type).unwrap();
        event.data = serde_json::json!({ "event": payload }).to_string().into();
        event.data_hash = data_hash(&event.salt, &event.data);
        self
    }

    /// The same ledger, with an event at this position that goes on with a stream.
    pub(crate) fn going_on(mut self, position: usize, stream: &str, event_type: &str) -> Self {
        let event = &mut self.events[position];
        event.stream = StreamName::parse(stream).unwrap();
        event.version = Version(2);
        event.event_type = EventType::parse(event_type).unwrap();
        self
    }

    /// How often somebody asked for first events, so far.
    pub(crate) fn questions(&self) -> usize {
        self.questions.load(Ordering::SeqCst)
    }

    /// The ledger, grown to this size.
    pub(crate) fn ledger(&self, size: usize) -> Ledger {
        Ledger {
            id: id(),
            source: "https://khen.example/export/v1/hon-quan".to_owned(),
            size: Position(size.min(self.events.len()) as u64),
            last_recorded: None,
        }
    }

    pub(crate) fn whole(&self) -> Ledger {
        self.ledger(self.events.len())
    }

    /// The same ledger without its last event but one, as no store may ever show it.
    pub(crate) fn torn(mut self) -> Self {
        let last = self.events.pop().unwrap();
        *self.events.last_mut().unwrap() = last;
        self
    }
}

fn id() -> LedgerId {
    LedgerId::parse("hon-quan").unwrap()
}

/// When the event at a position is recorded: one a second.
pub(crate) fn recorded_at(position: u64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_secs(position.cast_signed())
}

fn event(position: u64, bytes: usize) -> RecordedEvent {
    let turn = usize::try_from(position).unwrap() % TYPES.len();
    let data = format!("{{\"event\":{{\"note\":\"{}\"}}}}", "x".repeat(bytes)).into_bytes();
    RecordedEvent {
        position: Position(position),
        stream: StreamName::parse(SUBJECTS[turn]).unwrap(),
        version: Version(position / 3 + 1),
        id: EventId(Uuid::from_u128(u128::from(position))),
        event_type: EventType::parse(TYPES[turn]).unwrap(),
        occurred_at: Timestamp::UNIX_EPOCH,
        recorded_at: recorded_at(position),
        assignment: "a-1".to_owned(),
        command: CommandId::derive(&id(), "a-1", &position.to_string()),
        correlation: "r-1".to_owned(),
        salt: [1; 32],
        data_hash: data_hash(&[1; 32], &data),
        data,
    }
}

#[async_trait]
impl EventFeed for Shelf {
    async fn read_from(
        &self,
        _: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        let wanted = self.events.iter().filter(|event| event.position >= from);
        Ok(wanted
            .take(limit.min(PAGE_EVENT_COUNT_MAX))
            .cloned()
            .collect())
    }

    async fn first_events(
        &self,
        _: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError> {
        self.questions.fetch_add(1, Ordering::SeqCst);
        let firsts = self
            .events
            .iter()
            .filter(|event| event.version == Version(1));
        let wanted = firsts.filter(|event| streams.contains(&event.stream));
        Ok(wanted.cloned().collect())
    }

    async fn places(
        &self,
        _: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError> {
        let after = self.events.iter().filter(|event| event.position >= from);
        let of_kind = after.filter(|event| event.stream.kind() == kind);
        let place = |event: &RecordedEvent| Place {
            position: event.position,
            event_type: event.event_type.clone(),
        };
        Ok(of_kind.map(place).collect())
    }

    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError> {
        Ok(vec![self.whole()])
    }

    async fn ledger(&self, _: &LedgerId) -> Result<Option<Ledger>, ReadError> {
        Ok(Some(self.whole()))
    }
}

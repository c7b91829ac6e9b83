//! What the tests of the streams stand on.

use std::{fs, path::Path, time::Duration};

use async_nats::jetstream::{self, stream::Stream};
use jiff::Timestamp;
use serde_json::json;
use tokio::time::sleep;

use khen_bus_nats::NatsFanOut;
use khen_eventlog::{
    CommandId, EventId, EventType, FanOut as _, FanOutError, LedgerId, OutgoingEvent, Payload,
    Position, RecordedEvent, StreamName, Version, canonical, data_hash,
};
use khen_testbed::NatsServer;

pub(crate) const PROFILE: &str = "so_noi_vu_v1";
pub(crate) const SOURCE: &str = "https://khen.example/export/v1/hon-quan";

pub(crate) fn hon_quan() -> LedgerId {
    LedgerId::parse("hon-quan").expect("it is a slug")
}

pub(crate) async fn fan_out_on(server: &NatsServer) -> NatsFanOut {
    let fan_out = NatsFanOut::connect(&server.url(), None, 1).await;
    fan_out.expect("the server is there")
}

/// The event at a position of a ledger that went this way.
pub(crate) fn recorded(way: u64, position: u64) -> RecordedEvent {
    let data = canonical(&json!({ "event": { "n": position } })).expect("it is canonical");
    let salt = [7; 32];
    let id = uuid::Uuid::from_u64_pair(way, position);
    let at = Timestamp::from_second(1_730_000_000).expect("it is a time");
    RecordedEvent {
        position: Position(position),
        stream: StreamName::parse("nomination/HQ-CCHC-2024-0007").expect("it is a stream"),
        version: Version(position + 1),
        id: EventId(id),
        event_type: EventType::parse("vn.khen.nomination.nominee_proposed.v1").expect("a type"),
        occurred_at: at,
        recorded_at: at,
        assignment: "a-1".to_owned(),
        command: CommandId::derive(&hon_quan(), "a-1", &id.to_string()),
        correlation: "r-1".to_owned(),
        salt,
        data_hash: data_hash(&salt, &data),
        data,
    }
}

pub(crate) fn outgoing(way: u64, position: u64) -> OutgoingEvent {
    OutgoingEvent::new(SOURCE, recorded(way, position), Payload::Whole)
}

/// Publishes the events at these positions of a ledger that went this way.
pub(crate) async fn publish(
    fan_out: &NatsFanOut,
    way: u64,
    positions: std::ops::Range<u64>,
) -> Result<(), FanOutError> {
    let mut events = positions.map(|position| outgoing(way, position));
    fan_out.publish(&hon_quan(), &mut events).await
}

/// Publishes one event.
pub(crate) async fn publish_one(
    fan_out: &NatsFanOut,
    event: OutgoingEvent,
) -> Result<(), FanOutError> {
    let ledger = hon_quan();
    fan_out.publish(&ledger, &mut [event].into_iter()).await
}

/// The size of the stream, once the server answers; opened as often as that takes.
pub(crate) async fn opened(fan_out: &NatsFanOut) -> Position {
    loop {
        match fan_out.open(&hon_quan(), PROFILE).await {
            Ok(size) => return size,
            Err(FanOutError::Unavailable(_)) => sleep(Duration::from_millis(20)).await,
            Err(failure) => panic!("the stream is sound: {failure}"),
        }
    }
}

/// The stream as its owner sees it.
pub(crate) async fn stream(server: &NatsServer) -> Stream {
    let client = async_nats::connect(server.url()).await.expect("a client");
    let context = jetstream::new(client);
    let stream = context.get_stream("KHEN_hon-quan").await;
    stream.expect("the stream is there")
}

/// The ids of all messages, in the order of their sequences, which are dense from 1.
pub(crate) async fn ids(server: &NatsServer) -> Vec<String> {
    let mut stream = stream(server).await;
    let last = stream
        .info()
        .await
        .expect("it has a state")
        .state
        .last_sequence;
    let mut ids = Vec::new();
    for sequence in 1..=last {
        let message = stream.get_raw_message(sequence).await;
        let message = message.expect("no message is missing");
        let id = message.headers.get("ce-id").expect("it is an event");
        ids.push(id.as_str().to_owned());
    }
    ids
}

/// The ids that the first events of a way have.
pub(crate) fn ids_of(way: u64, count: u64) -> Vec<String> {
    let events = (0..count).map(|position| recorded(way, position));
    events.map(|event| event.id.to_string()).collect()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder is made");
    for entry in fs::read_dir(from).expect("the folder is read") {
        let entry = entry.expect("an entry is read");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a file is copied");
        }
    }
}

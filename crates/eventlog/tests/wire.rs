//! Events are read as they are written, and as nothing else.
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

use proptest::{
    prelude::{any, prop_assert, prop_assert_eq, proptest},
    sample::Index,
};
use serde_json::{Value, json};
use uuid::Uuid;

use khen_eventlog::{
    CommandId, EventId, EventType, LedgerId, Payload, Position, RecordedEvent, StreamName, Version,
    WireEvent, WireEventError, WirePayload, canonical, data_hash, leaf_bytes, parse_wire_time,
    write_cloud_event,
};

const SOURCE: &str = "https://khen.example/export/v1/hon-quan";

fn recorded(position: u64) -> RecordedEvent {
    let data = json!({ "by": { "principal": "p-1" }, "event": { "note": "Hớn Quản \"1\"\n", "n": position } });
    let data = canonical(&data).unwrap();
    let salt = [7; 32];
    RecordedEvent {
        position: Position(position),
        stream: StreamName::parse("nomination/HQ-CCHC-2024-0007").unwrap(),
        version: Version(2),
        id: EventId(Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001)),
        event_type: EventType::parse("vn.khen.nomination.nominee_proposed.v1").unwrap(),
        occurred_at: parse_wire_time("2024-11-05T02:10:00.000000Z").unwrap(),
        recorded_at: parse_wire_time("2024-11-05T02:10:00.000002Z").unwrap(),
        assignment: "a-1".to_owned(),
        command: CommandId::derive(&LedgerId::parse("hon-quan").unwrap(), "a-1", "key"),
        correlation: "r-1".to_owned(),
        salt,
        data_hash: data_hash(&salt, &data),
        data,
    }
}

fn written(event: &RecordedEvent, payload: Payload) -> Vec<u8> {
    let mut out = Vec::new();
    write_cloud_event(&mut out, SOURCE, event, payload).unwrap();
    out
}

/// The event with one member more, another, or (null) without it.
fn with(member: &str, value: &Value) -> Result<WireEvent, WireEventError> {
    let mut event: Value = serde_json::from_slice(&written(&recorded(3), Payload::Whole)).unwrap();
    let members = event.as_object_mut().unwrap();
    if value.is_null() {
        members.remove(member);
    } else {
        members.insert(member.to_owned(), value.clone());
    }
    WireEvent::parse(event.to_string().as_bytes())
}

#[test]
fn a_received_event_has_the_leaf_that_was_sealed() {
    let event = recorded(3);
    let payloads = [
        (Payload::Whole, WirePayload::Whole(event.data.clone())),
        (Payload::Withheld, WirePayload::Withheld),
        (Payload::NotAsked, WirePayload::NotAsked),
    ];
    for (payload, received) in payloads {
        let read = WireEvent::parse(&written(&event, payload)).unwrap();
        assert_eq!(read.leaf, leaf_bytes(SOURCE, &event).unwrap());
        assert_eq!(read.payload, received);
        assert_eq!((read.position, read.version), (Position(3), Version(2)));
        assert_eq!(read.stream, event.stream);
        assert_eq!(read.event_type, event.event_type);
        assert_eq!(read.recorded_at, event.recorded_at);
        assert_eq!(read.source, SOURCE);
    }
}

#[test]
fn unknown_members_and_other_spacing_change_nothing() {
    let plain = WireEvent::parse(&written(&recorded(3), Payload::Whole));
    assert_eq!(with("traceparent", &json!("00-1-2-01")), plain);
}

#[test]
fn what_was_changed_is_found() {
    let data = json!({ "by": { "principal": "p-2" } });
    assert_eq!(with("data", &data), Err(WireEventError::OtherData));
    let lies = [
        ("authtype", "system"),
        ("dataclassification", "public"),
        ("datacontenttype", "text/plain"),
        ("dataschema", "https://khen.example/elsewhere"),
        ("specversion", "1.1"),
    ];
    for (member, lie) in lies {
        let refused = with(member, &json!(lie));
        assert_eq!(refused, Err(WireEventError::Contradiction { member }));
    }
}

#[test]
fn a_member_has_one_form() {
    let wrong = [
        ("sequence", json!("3")),
        ("sequence", json!(3)),
        ("sequence", json!("0000000000000000000+")),
        ("subjectversion", json!("02")),
        ("recordedtime", json!("2024-11-05T02:10:00Z")),
        ("time", json!("noon")),
        ("type", json!("vn.khen.nomination.v1")),
        ("subject", json!("nomination")),
        ("authid", Value::Null),
        ("datahash", Value::Null),
    ];
    for (member, value) in wrong {
        assert_eq!(with(member, &value), Err(WireEventError::Member { member }));
    }
    // Data without its salt, and neither of them without a reason.
    for half in ["data", "datasalt"] {
        let member = "datawithheld";
        assert_eq!(
            with(half, &Value::Null),
            Err(WireEventError::Member { member })
        );
    }
    assert_eq!(WireEvent::parse(b"[]"), Err(WireEventError::NoObject));
}

proptest! {
    /// A flipped byte is refused, or shows in the leaf.
    #[test]
    fn no_flipped_byte_goes_unseen(at in any::<Index>(), flip in 1_u8..) {
        let event = recorded(3);
        let mut bytes = written(&event, Payload::Whole);
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        if let Ok(read) = WireEvent::parse(&bytes) {
            prop_assert!(read.leaf != leaf_bytes(SOURCE, &event).unwrap());
        }
    }

    #[test]
    fn positions_are_read_as_they_are_written(position in 0_u64..1 << 53) {
        let read = WireEvent::parse(&written(&recorded(position), Payload::NotAsked)).unwrap();
        prop_assert_eq!(read.position, Position(position));
    }
}

//! Reading what older releases have written, by a made-up chain of two steps.

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::lifts::Lift;
use khen_domain::codes;
use khen_eventlog::{CommandId, EventId, StreamName, Version, data_hash};

/// As if serials had been counted from 0 in a member of another name, then in this one.
const THIRD_RELEASE: Shapes = Shapes {
    versions: &[("codes.code_given", 3)],
    lifts: &[
        Lift {
            event: "codes.code_given",
            from: 1,
            step: |payload| json!({ "serial": payload["index"] }),
        },
        Lift {
            event: "codes.code_given",
            from: 2,
            step: |payload| json!({ "serial": payload["serial"].as_u64().unwrap_or_default() + 1 }),
        },
    ],
};

const FORGETFUL_RELEASE: Shapes = Shapes {
    versions: &[("codes.code_given", 2)],
    lifts: &[],
};

fn record(event_type: &str, payload: &Value) -> RecordedEvent {
    let by = json!({ "assignment": "a-1", "principal": "p-1", "role": "unit_officer" });
    let data = json!({ "by": by, "event": payload })
        .to_string()
        .into_bytes();
    RecordedEvent {
        position: Position(41),
        stream: StreamName::parse("codes/HQ-CCHC-2024/nomination").unwrap(),
        version: Version(7),
        id: EventId(Uuid::nil()),
        event_type: EventType::parse(event_type).unwrap(),
        occurred_at: Timestamp::UNIX_EPOCH,
        recorded_at: Timestamp::UNIX_EPOCH,
        assignment: "a-1".to_owned(),
        command: CommandId::from_bytes([0; 16]),
        correlation: "request-1".to_owned(),
        salt: [0; 32],
        data_hash: data_hash(&[0; 32], &data),
        data,
    }
}

fn told(event_type: &str, payload: &Value) -> String {
    let error = read_as(&THIRD_RELEASE, &record(event_type, payload)).unwrap_err();
    error.to_string()
}

#[test]
fn every_older_version_reads_as_the_event_of_today() {
    let seventh = Event::from(codes::Event::CodeGiven { serial: 7 });
    for (version, payload) in [
        (1, json!({ "index": 6 })),
        (2, json!({ "serial": 6 })),
        (3, json!({ "serial": 7 })),
    ] {
        let record = record(&format!("vn.khen.codes.code_given.v{version}"), &payload);
        let decoded = read_as(&THIRD_RELEASE, &record).unwrap();
        assert_eq!(decoded.event, seventh, "version {version}");
    }
}

#[test]
fn a_missing_step_stops_the_reader() {
    let record = record("vn.khen.codes.code_given.v1", &json!({ "index": 6 }));
    assert!(matches!(
        read_as(&FORGETFUL_RELEASE, &record),
        Err(ReadError::NoLift { .. })
    ));
}

#[test]
fn a_type_of_a_newer_release_stops_the_reader() {
    assert_eq!(
        told("vn.khen.codes.code_given.v4", &json!({})),
        "the event at position 41 was written by a newer release: vn.khen.codes.code_given.v4"
    );
}

#[test]
fn an_unknown_type_stops_the_reader() {
    for event_type in ["vn.khen.codes.code_taken.v1", "vn.khen.cods.code_given.v1"] {
        assert_eq!(
            told(event_type, &json!({})),
            format!("the event at position 41 has the unknown type {event_type}")
        );
    }
}

#[test]
fn a_payload_of_another_shape_is_no_unknown_type() {
    let payload = json!({ "serial": "seven" });
    assert_eq!(
        told("vn.khen.codes.code_given.v3", &payload),
        "the event at position 41 does not have the shape of vn.khen.codes.code_given.v3"
    );
}

#[test]
fn data_that_names_nobody_is_refused() {
    let mut record = record("vn.khen.codes.code_given.v1", &json!({ "serial": 7 }));
    record.data = br#"{"event":{"serial":7}}"#.to_vec();
    assert!(matches!(read(&record), Err(ReadError::Shape { .. })));
}

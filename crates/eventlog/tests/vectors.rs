//! Bytes and hashes against reference vectors that another program has written
//! (`tests/vectors/tlog.py`).
#![expect(clippy::unwrap_used, reason = "a test stops at its first surprise")]

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use khen_eventlog::{
    CommandId, DataHash, EventId, EventType, LeafError, Payload, Position, RecordedEvent,
    StreamName, Version, canonical, data_hash, data_schema, leaf_bytes, leaf_hash,
    limits::LEAF_BYTES_MAX, parse_wire_time, write_cloud_event,
};

const TEXT: &str = include_str!("../../../tests/vectors/tlog.json");

#[derive(Deserialize)]
struct Vectors {
    rfc6962: Classic,
    events: Vec<Event>,
}

#[derive(Deserialize)]
struct Classic {
    leaves_hex: Vec<String>,
    roots_by_size_hex: Vec<String>,
    inclusion: Vec<Inclusion>,
}

#[derive(Deserialize)]
struct Inclusion {
    index: usize,
    size: usize,
    path_hex: Vec<String>,
}

#[derive(Deserialize)]
struct Event {
    attributes: Value,
    datasalt: String,
    data: Value,
    jcs_data: String,
    leaf: String,
    leaf_length: usize,
    leaf_hash_hex: String,
}

impl Event {
    fn attribute(&self, name: &str) -> &str {
        self.attributes[name].as_str().unwrap()
    }

    fn salt(&self) -> [u8; 32] {
        STANDARD.decode(&self.datasalt).unwrap().try_into().unwrap()
    }

    fn recorded(&self) -> RecordedEvent {
        let data = canonical(&self.data).unwrap();
        RecordedEvent {
            position: Position(self.attribute("sequence").parse().unwrap()),
            stream: StreamName::parse(self.attribute("subject")).unwrap(),
            version: Version(self.attribute("subjectversion").parse().unwrap()),
            id: EventId(self.attribute("id").parse().unwrap()),
            event_type: EventType::parse(self.attribute("type")).unwrap(),
            occurred_at: parse_wire_time(self.attribute("time")).unwrap(),
            recorded_at: parse_wire_time(self.attribute("recordedtime")).unwrap(),
            assignment: self.attribute("authid").to_owned(),
            command: CommandId::parse(self.attribute("causationid")).unwrap(),
            correlation: self.attribute("correlationid").to_owned(),
            salt: self.salt(),
            data_hash: data_hash(&self.salt(), &data),
            data,
        }
    }
}

fn vectors() -> Vectors {
    serde_json::from_str(TEXT).unwrap()
}

fn sample() -> (String, RecordedEvent) {
    let event = vectors().events.swap_remove(1);
    (event.attribute("source").to_owned(), event.recorded())
}

#[test]
fn payloads_hash_as_the_reference_says() {
    for event in vectors().events {
        let data = canonical(&event.data).unwrap();
        assert_eq!(String::from_utf8(data.clone()).unwrap(), event.jcs_data);
        assert_eq!(
            data_hash(&event.salt(), &data).to_string(),
            event.attribute("datahash")
        );
    }
}

#[test]
fn leaves_are_the_bytes_of_the_reference() {
    for event in vectors().events {
        let source = event.attribute("source");
        let recorded = event.recorded();
        assert_eq!(
            data_schema(source, &recorded.event_type),
            event.attribute("dataschema")
        );
        let leaf = leaf_bytes(source, &recorded).unwrap();
        assert_eq!(String::from_utf8(leaf.clone()).unwrap(), event.leaf);
        assert_eq!(leaf.len(), event.leaf_length);
        assert_eq!(hex::encode(leaf_hash(&leaf)), event.leaf_hash_hex);
    }
}

/// A tree of one leaf has the leaf's hash as its root; a tree of two gives each leaf the other's
/// hash as its path.
#[test]
fn leaf_hashes_are_those_of_rfc_6962() {
    let Classic {
        leaves_hex,
        roots_by_size_hex,
        inclusion,
    } = vectors().rfc6962;
    let hash_of = |index: usize| {
        let leaf = hex::decode(&leaves_hex[index]).unwrap();
        hex::encode(leaf_hash(&leaf))
    };
    assert_eq!(hash_of(0), roots_by_size_hex[1]);
    // In a tree of even size the first step of a path is the neighbouring leaf.
    let whole = leaves_hex.len();
    for Inclusion {
        index, path_hex, ..
    } in inclusion.iter().filter(|one| one.size == whole)
    {
        assert_eq!(path_hex[0], hash_of(index ^ 1), "beside leaf {index}");
    }
}

#[test]
fn the_envelope_has_exactly_the_members_of_the_contract() {
    insta::assert_json_snapshot!(cloud_event(Payload::Whole));
}

#[test]
fn a_withheld_payload_takes_its_salt_along_and_leaves_its_hash() {
    let (whole, withheld) = (cloud_event(Payload::Whole), cloud_event(Payload::Withheld));
    let (whole, mut withheld) = (
        whole.as_object().unwrap(),
        withheld.as_object().unwrap().clone(),
    );
    assert_eq!(withheld.remove("datawithheld"), Some("policy".into()));
    let gone = whole.keys().filter(|&key| !withheld.contains_key(key));
    assert_eq!(gone.collect::<Vec<_>>(), ["data", "datasalt"]);
    assert!(withheld.iter().all(|(key, value)| whole[key] == *value));
}

/// The sample on the wire, once it has proven to be in canonical form.
fn cloud_event(payload: Payload) -> serde_json::Value {
    let (source, recorded) = sample();
    let mut bytes = Vec::new();
    write_cloud_event(&mut bytes, &source, &recorded, payload).unwrap();
    let value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(canonical(&value).unwrap(), bytes);
    value
}

/// What changed, and how.
type Change = (&'static str, fn(&mut RecordedEvent));

const CHANGES: &[Change] = &[
    ("authid", |event| flip(&mut event.assignment)),
    ("causationid", |event| {
        let mut bytes = *event.command.as_bytes();
        bytes[15] ^= 1;
        event.command = CommandId::from_bytes(bytes);
    }),
    ("correlationid", |event| flip(&mut event.correlation)),
    ("datahash", |event| event.data_hash.0[31] ^= 1),
    ("id", |event| {
        let mut bytes = event.id.0.into_bytes();
        bytes[15] ^= 1;
        event.id = EventId(Uuid::from_bytes(bytes));
    }),
    ("recordedtime", |event| {
        event.recorded_at = parse_wire_time("2024-11-05T02:10:00.000003Z").unwrap();
    }),
    ("sequence", |event| event.position.0 ^= 1),
    ("subject", |event| {
        event.stream = StreamName::parse("nomination/HQ-CCHC-2024-0006").unwrap();
    }),
    ("subjectversion", |event| event.version.0 ^= 1),
    ("time", |event| {
        event.occurred_at = parse_wire_time("2024-11-05T02:10:00.000001Z").unwrap();
    }),
    // The schema follows from the type, so both members move.
    ("type", |event| {
        event.event_type = EventType::parse("vn.khen.nomination.nominee_proposed.v2").unwrap();
    }),
];

fn flip(text: &mut String) {
    let last = text.pop().unwrap();
    text.push(char::from(u8::try_from(last).unwrap() ^ 1));
}

#[test]
fn any_changed_member_changes_the_leaf() {
    let (source, recorded) = sample();
    let before = leaf_bytes(&source, &recorded).unwrap();
    for (member, change) in CHANGES {
        let mut changed = recorded.clone();
        change(&mut changed);
        let after = leaf_bytes(&source, &changed).unwrap();
        assert_ne!(leaf_hash(&after), leaf_hash(&before), "{member}");
    }
    let elsewhere = leaf_bytes("https://khen.example/export/v1/other", &recorded).unwrap();
    assert_ne!(leaf_hash(&elsewhere), leaf_hash(&before));
}

#[test]
fn any_flipped_byte_of_a_leaf_changes_its_hash() {
    let (source, recorded) = sample();
    let mut leaf = leaf_bytes(&source, &recorded).unwrap();
    let before = leaf_hash(&leaf);
    for index in 0..leaf.len() {
        leaf[index] ^= 1;
        assert_ne!(leaf_hash(&leaf), before, "byte {index}");
        leaf[index] ^= 1;
    }
}

#[test]
fn any_flipped_byte_of_salt_or_data_changes_the_data_hash() {
    let (_, recorded) = sample();
    let RecordedEvent {
        mut salt, mut data, ..
    } = recorded;
    let before = data_hash(&salt, &data);
    for index in 0..salt.len() {
        salt[index] ^= 1;
        assert_ne!(data_hash(&salt, &data), before, "byte {index} of the salt");
        salt[index] ^= 1;
    }
    for index in 0..data.len() {
        data[index] ^= 1;
        assert_ne!(data_hash(&salt, &data), before, "byte {index} of the data");
        data[index] ^= 1;
    }
    assert_eq!(data_hash(&salt, &data), before);
}

#[test]
fn a_leaf_that_no_log_can_hold_is_refused() {
    let (source, mut recorded) = sample();
    recorded.data_hash = DataHash([0; 32]);
    recorded.correlation = "r".repeat(LEAF_BYTES_MAX);
    assert!(matches!(
        leaf_bytes(&source, &recorded),
        Err(LeafError::TooLong { .. })
    ));
}

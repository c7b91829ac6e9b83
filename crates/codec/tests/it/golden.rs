//! Bytes that every release must read and write alike: one record per type and version in
//! `tests/golden/records`. A file once written is never changed.

use std::{collections::BTreeSet, sync::LazyLock};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    files::{UPDATE, expected_names, file_name, folder, is_updating, names_in, save, text_of},
    samples::{Sample, origin, recorded, samples},
    schemas::COMPLAINTS,
};
use khen_codec::{FirstOfAppend, event_types, read, write};
use khen_eventlog::{
    EventType, Fingerprint, RecordedEvent, StreamName, Version, data_hash, parse_wire_time,
    wire_time,
};

const FOLDER: &str = "tests/golden/records";

/// A golden record, as its file has it.
struct Golden {
    event_type: EventType,
    occurred_at: Timestamp,
    salt: [u8; 32],
    data: String,
    data_hash: String,
}

impl Golden {
    fn load(name: &str) -> Self {
        let text = text_of(&folder(FOLDER).join(name)).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        let member = |name: &str| file[name].as_str().unwrap();
        let mut salt = [0; 32];
        hex::decode_to_slice(member("salt"), &mut salt).unwrap();
        StreamName::parse(member("stream")).unwrap();
        Self {
            event_type: EventType::parse(member("type")).unwrap(),
            occurred_at: parse_wire_time(member("occurred_at")).unwrap(),
            salt,
            data: member("data").to_owned(),
            data_hash: member("data_hash").to_owned(),
        }
    }

    fn recorded(&self) -> RecordedEvent {
        let sample = samples().swap_remove(0);
        RecordedEvent {
            event_type: self.event_type.clone(),
            occurred_at: self.occurred_at,
            salt: self.salt,
            data: self.data.clone().into_bytes(),
            data_hash: data_hash(&self.salt, self.data.as_bytes()),
            ..recorded(&sample.written())
        }
    }
}

fn text(sample: &Sample) -> (EventType, String) {
    let written = sample.written();
    let record = json!({
        "type": written.event_type.as_str(),
        "stream": khen_codec::stream_name(&sample.stream).as_str(),
        "occurred_at": wire_time(origin().occurred_at.timestamp()),
        "salt": hex::encode(crate::samples::SALT),
        "data": String::from_utf8(written.data).unwrap(),
        "data_hash": written.data_hash.to_string(),
    });
    let text = format!("{}\n", serde_json::to_string_pretty(&record).unwrap());
    (written.event_type, text)
}

#[test]
fn every_type_has_one_sample() {
    let mut sampled: Vec<_> = samples()
        .iter()
        .map(|sample| {
            assert_eq!(sample.stream.kind(), sample.event.kind());
            sample.written().event_type
        })
        .collect();
    sampled.sort();
    let mut types: Vec<_> = event_types().cloned().collect();
    types.sort();
    assert_eq!(sampled, types);
}

/// The names of all records; first writes missing ones from the samples, if a run may write.
static RECORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    if is_updating() {
        for (event_type, text) in samples().iter().map(text) {
            let path = folder(FOLDER).join(file_name(&event_type));
            if text_of(&path).is_none() {
                save(&path, &text);
            }
        }
    }
    names_in(&folder(FOLDER))
});

#[test]
fn every_type_and_version_has_a_golden_record() {
    assert_eq!(
        *RECORDS,
        expected_names(),
        "a run with {UPDATE}=1 writes the missing records from the samples"
    );
}

#[test]
fn golden_records_keep_their_bytes_and_hash() {
    for name in RECORDS.iter() {
        let golden = Golden::load(name);
        assert_eq!(file_name(&golden.event_type), *name);
        let record = golden.recorded();
        assert_eq!(record.data_hash.to_string(), golden.data_hash, "{name}");
        let decoded = read(&record).unwrap();
        if !event_types().any(|current| *current == golden.event_type) {
            // An older version reads, and is written in the current one.
            continue;
        }
        let first = Fingerprint::of_first_event(&record.data).map(|fingerprint| FirstOfAppend {
            read: decoded
                .read
                .iter()
                .map(|seen| {
                    (
                        StreamName::parse(&seen.stream).unwrap(),
                        Version(seen.version),
                    )
                })
                .collect(),
            fingerprint,
        });
        let reason = decoded.backdating_reason.as_deref();
        let origin = decoded.origin;
        let again = write(
            &decoded.event,
            &origin,
            first.as_ref(),
            reason,
            &golden.salt,
        )
        .unwrap();
        assert_eq!(again.event_type, golden.event_type);
        assert_eq!(
            String::from_utf8(again.data).unwrap(),
            golden.data,
            "{name}"
        );
        assert_eq!(again.data_hash, record.data_hash);
    }
}

#[test]
fn golden_records_fit_their_frozen_schemas() {
    assert!(
        COMPLAINTS.is_empty(),
        "the schemas are not as they should be"
    );
    for name in RECORDS.iter() {
        let schema = text_of(&folder("schemas/events").join(name));
        let schema = schema.unwrap_or_else(|| panic!("{name} has no frozen schema"));
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let data: Value = serde_json::from_str(&Golden::load(name).data).unwrap();
        let wrong = validator.validate(&data["event"]).err();
        assert!(wrong.is_none(), "{name}: {wrong:?}");
        // The schema looks at every member: none of the payload's may be anything else.
        for member in data["event"].as_object().unwrap().keys() {
            let mut other = data["event"].clone();
            other[member] = json!([[false]]);
            assert!(!validator.is_valid(&other), "{name}: {member}");
        }
    }
}

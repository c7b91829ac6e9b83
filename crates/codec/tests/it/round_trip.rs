//! What is written reads back, whatever it says.

use proptest::prelude::*;
use serde_json::Value;

use crate::samples::{SALT, origin, recorded, samples};
use khen_codec::{event_schema, read, write};
use khen_domain::stories_kit::Stage;
use khen_eventlog::{RecordedEvent, canonical};

/// Asserts that a record reads as an event that is written and read alike for ever; says whether
/// it reads at all.
fn is_stable(record: &RecordedEvent) -> bool {
    let Ok(decoded) = read(record) else {
        return false;
    };
    let Ok(written) = write(&decoded.event, &decoded.origin, None, None, &SALT) else {
        return false;
    };
    let again = read(&recorded(&written)).unwrap();
    assert_eq!(again.event, decoded.event);
    assert_eq!(again.origin, decoded.origin);
    let rewritten = write(&again.event, &again.origin, None, None, &SALT).unwrap();
    assert_eq!(rewritten, written);
    true
}

fn payload_changed(record: &RecordedEvent, change: impl FnOnce(&mut Value)) -> RecordedEvent {
    let mut data: Value = serde_json::from_slice(&record.data).unwrap();
    change(&mut data["event"]);
    RecordedEvent {
        data: serde_json::to_vec(&data).unwrap(),
        ..record.clone()
    }
}

#[test]
fn a_season_reads_back_as_it_happened() {
    let stage = Stage::ranked();
    assert!(stage.history().len() > 80);
    for (origin, effect) in stage.history() {
        let written = write(&effect.event, origin, None, None, &SALT).unwrap();
        let record = RecordedEvent {
            occurred_at: origin.occurred_at.timestamp(),
            ..recorded(&written)
        };
        let decoded = read(&record).unwrap();
        assert_eq!(decoded.event, effect.event);
        assert_eq!(&decoded.origin, origin);
    }
}

#[test]
fn optional_members_may_be_absent() {
    let mut optional = 0;
    for sample in samples() {
        let written = sample.written();
        let schema = event_schema(&written.event_type).unwrap();
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let bare = payload_changed(&recorded(&written), |payload| {
            let members = payload.as_object_mut().unwrap();
            let before = members.len();
            members.retain(|name, _| required.contains(&Value::from(name.as_str())));
            optional += before - members.len();
        });
        assert!(is_stable(&bare), "{}", written.event_type);
    }
    assert!(optional >= 22, "{optional}");
}

/// Every string and number of a payload, as JSON pointers.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                leaves(member, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{path}/{index}"), found);
            }
        }
        Value::String(_) | Value::Number(_) => found.push(path.to_owned()),
        Value::Null | Value::Bool(_) => {}
    }
}

/// All strings and numbers of all samples.
fn places() -> Vec<(RecordedEvent, String)> {
    let mut all = Vec::new();
    for sample in samples() {
        let record = recorded(&sample.written());
        let data: Value = serde_json::from_slice(&record.data).unwrap();
        let mut found = Vec::new();
        leaves(&data["event"], "", &mut found);
        all.extend(found.into_iter().map(|path| (record.clone(), path)));
    }
    all
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z0-9_.-]{1,20}",
        "[ -~]{0,20}",
        "[\u{0}-\u{1f}\"\\\\ăâđêôơưạảấầẩẫậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ€😀]{0,20}",
    ]
}

proptest! {
    #[test]
    fn any_text_and_any_number_read_back(
        place in any::<prop::sample::Index>(),
        text in text(),
        number in prop_oneof![any::<u32>().prop_map(i64::from), any::<i64>()],
    ) {
        let places = places();
        let (record, path) = place.get(&places);
        let change = |payload: &mut Value| {
            let leaf = payload.pointer_mut(path).unwrap();
            *leaf = if leaf.is_string() { text.into() } else { number.into() };
        };
        let record = payload_changed(record, change);
        // A rule of the domain may refuse the value; then nothing was ever written.
        is_stable(&record);
    }

    #[test]
    fn free_text_is_never_refused(text in text()) {
        let samples = samples();
        let received = samples
            .iter()
            .map(|sample| recorded(&sample.written()))
            .find(|record| record.event_type.as_str().ends_with(".submission_received.v1"))
            .unwrap();
        let record = payload_changed(&received, |payload| payload["receipt_no"] = text.into());
        prop_assert!(is_stable(&record));
    }
}

#[test]
fn written_bytes_are_the_canonical_form() {
    for sample in samples() {
        let written = sample.written();
        let data: Value = serde_json::from_slice(&written.data).unwrap();
        assert_eq!(canonical(&data).unwrap(), written.data);
        assert_eq!(read(&recorded(&written)).unwrap().origin, origin());
    }
}

//! What is not understood is said, and never skipped; what has no form is not written.

use serde_json::{Value, json};

use crate::samples::{SALT, Sample, first_of_append, origin, recorded, samples};
use khen_codec::{ReadError, WriteError, read, write};
use khen_domain::{
    Document, DocumentKind, Event, nomination,
    stories_kit::{document, nomination as nomination_id},
    submission,
};
use khen_eventlog::{CanonicalError, EventType, Fingerprint, Position, RecordedEvent};

fn sample(name: &str) -> Sample {
    let ends = format!(".{name}.v1");
    let is_it = |sample: &Sample| sample.written().event_type.as_str().ends_with(&ends);
    samples().into_iter().find(is_it).unwrap()
}

fn nominee_proposed() -> RecordedEvent {
    recorded(&sample("nominee_proposed").written())
}

fn typed(event_type: &str) -> RecordedEvent {
    RecordedEvent {
        event_type: EventType::parse(event_type).unwrap(),
        ..nominee_proposed()
    }
}

/// The record after a change of its data.
fn changed(mut record: RecordedEvent, change: impl FnOnce(&mut Value)) -> RecordedEvent {
    let mut data: Value = serde_json::from_slice(&record.data).unwrap();
    change(&mut data);
    record.data = serde_json::to_vec(&data).unwrap();
    record
}

#[test]
fn a_sound_record_is_understood() {
    let decoded = read(&nominee_proposed()).unwrap();
    assert_eq!(decoded.event, sample("nominee_proposed").event);
    assert_eq!(decoded.origin, origin());
}

#[test]
fn an_unknown_type_is_named_with_its_place() {
    for unknown in [
        "vn.khen.nomination.nominee_praised.v1",
        "vn.khen.nomination.nominee_praised.v9",
        "vn.khen.weather.nominee_proposed.v1",
        // An event of another stream.
        "vn.khen.decision.nominee_proposed.v1",
    ] {
        let told = read(&typed(unknown)).unwrap_err();
        assert!(matches!(
            &told,
            ReadError::UnknownType { position: Position(41), event_type }
                if event_type.as_str() == unknown
        ));
    }
    // Nothing of a payload is looked at before its type is known.
    let mut strange = typed("vn.khen.nomination.nominee_praised.v1");
    strange.data = b"[]".to_vec();
    assert!(matches!(read(&strange), Err(ReadError::UnknownType { .. })));
}

#[test]
fn a_newer_version_is_told_apart_from_an_unknown_type() {
    let told = read(&typed("vn.khen.nomination.nominee_proposed.v2")).unwrap_err();
    assert!(matches!(
        told,
        ReadError::TooNew {
            position: Position(41),
            ..
        }
    ));
}

#[test]
fn a_payload_of_another_shape_is_not_read() {
    let no_fields = changed(nominee_proposed(), |data| data["event"] = json!({}));
    let one_more = changed(nominee_proposed(), |data| {
        data["event"]["mood"] = json!("good");
    });
    let other_kind = changed(nominee_proposed(), |data| {
        data["event"]["criteria_version"] = json!("first");
    });
    let nobody = changed(nominee_proposed(), |data| data["by"] = Value::Null);
    let no_event = changed(nominee_proposed(), |data| data["event"] = Value::Null);
    let mut cut = nominee_proposed();
    cut.data.pop();
    // A word that an enum inside the payload does not know is not an unknown type.
    let waitlisted = recorded(&sample("nomination_waitlisted").written());
    let other_word = changed(waitlisted, |data| {
        data["event"]["reason_code"] = json!("bad_weather");
    });
    for record in [
        no_fields, one_more, other_kind, nobody, no_event, cut, other_word,
    ] {
        let told = read(&record).unwrap_err();
        let position = Position(41);
        assert!(
            matches!(&told, ReadError::Shape { position: at, .. } if *at == position),
            "{told:?}"
        );
    }
}

#[test]
fn an_envelope_may_say_more_than_we_know() {
    let richer = changed(nominee_proposed(), |data| {
        data["regime"] = json!("nd-98-2023");
    });
    assert_eq!(
        read(&richer).unwrap().event,
        sample("nominee_proposed").event
    );
}

fn refused(event: impl Into<Event>) -> CanonicalError {
    match write(&event.into(), &origin(), None, None, &SALT).unwrap_err() {
        WriteError::Canonical(error) => error,
        WriteError::Json(error) => panic!("{error}"),
    }
}

#[test]
fn text_outside_the_normal_form_is_not_written() {
    let received = submission::Event::SubmissionReceived {
        receipt_no: "Ho\u{31b}\u{301}n 1".into(),
    };
    assert_eq!(refused(received), CanonicalError::NotNormalised);
    let reason = Some("Ho\u{31b}\u{301}n");
    let event = sample("nominee_proposed").event;
    let told = write(&event, &origin(), None, reason, &SALT);
    assert!(matches!(
        told,
        Err(WriteError::Canonical(CanonicalError::NotNormalised))
    ));
}

#[test]
fn a_number_that_readers_would_round_is_not_written() {
    let attached = nomination::Event::ReportAttached {
        document: Document {
            size: u64::MAX,
            ..document(DocumentKind::AchievementReport, 7)
        },
    };
    assert!(matches!(
        refused(attached),
        CanonicalError::IntegerTooLarge { .. }
    ));
}

#[test]
fn the_first_event_of_an_append_alone_says_what_was_read() {
    let event: Event = submission::Event::SubmissionSent {
        late: None,
        nominations: vec![nomination_id(7)],
    }
    .into();
    let first = first_of_append();
    let written = write(&event, &origin(), Some(&first), None, &SALT).unwrap();
    let told = Fingerprint::of_first_event(&written.data);
    assert_eq!(told, Some(first.fingerprint));
    let decoded = read(&recorded(&written)).unwrap();
    let versions: Vec<_> = decoded
        .read
        .iter()
        .map(|seen| (seen.stream.as_str(), seen.version))
        .collect();
    // In the order of their names, so that the bytes do not depend on who asked first.
    assert_eq!(
        versions,
        [("campaign/HQ-CCHC-2024", 0), ("quota/HQ-CCHC-2024", 4)]
    );

    let follower = write(&event, &origin(), None, None, &SALT).unwrap();
    assert_eq!(Fingerprint::of_first_event(&follower.data), None);
    let data: Value = serde_json::from_slice(&follower.data).unwrap();
    let members: Vec<_> = data.as_object().unwrap().keys().collect();
    assert_eq!(members, ["by", "event"]);
    assert_eq!(read(&recorded(&follower)).unwrap().read, []);
}

#[test]
fn evidence_stands_beside_the_event_that_names_it() {
    let sample = sample("dossier_submitted");
    let decoded = read(&recorded(&sample.written())).unwrap();
    let kinds: Vec<_> = decoded.evidence.iter().map(|paper| paper.kind).collect();
    assert_eq!(
        kinds,
        [
            DocumentKind::SubmissionLetter,
            DocumentKind::MinutesExtract,
            DocumentKind::AchievementReport
        ]
    );
}

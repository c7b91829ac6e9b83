//! The document in `schemas/asyncapi.yaml` tells of every event, and of nothing else.

use std::{collections::BTreeSet, env, fs, path::Path};

use jiff::Timestamp;
use uuid::Uuid;

use khen_api::asyncapi_document;
use khen_codec::event_types;
use khen_eventlog::{
    CommandId, EventId, EventType, OutgoingEvent, Payload, Position, RecordedEvent, StreamName,
    Version, data_hash,
};

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/asyncapi.yaml");

/// The document with the schemas of the repository.
fn document() -> String {
    asyncapi_document(|event_type| {
        let (name, version) = event_type.name_and_version();
        format!("./events/{name}.v{version}.json")
    })
}

/// `KHEN_UPDATE_SCHEMAS=1` writes the document instead of comparing it.
#[test]
fn the_kept_document_is_up_to_date() {
    let text = document();
    if env::var_os("KHEN_UPDATE_SCHEMAS").is_some() {
        fs::write(KEPT, &text).unwrap();
    }
    let kept = fs::read_to_string(Path::new(KEPT)).unwrap_or_default();
    assert!(
        kept == text,
        "run this test with KHEN_UPDATE_SCHEMAS=1 and review schemas/asyncapi.yaml"
    );
}

#[test]
fn every_type_of_event_has_a_channel_and_a_message_with_its_schema() {
    let document = document();
    let lines: BTreeSet<&str> = document.lines().map(str::trim).collect();
    for event_type in event_types() {
        let (name, version) = event_type.name_and_version();
        let address = format!("address: 'khen.evt.v1.{{ledger}}.{name}'");
        assert!(lines.contains(&*address), "{event_type} has no channel");
        let message = format!("name: {event_type}");
        assert!(lines.contains(&*message), "{event_type} has no message");
        let schema = format!("{name}.v{version}.json");
        assert!(document.contains(&schema), "{event_type} has no schema");
        let schemas = Path::new(KEPT).with_file_name("events");
        assert!(schemas.join(&schema).is_file(), "{schema} is not kept");
    }
    let addresses = lines.iter().filter(|line| line.starts_with("address:"));
    // One more for checkpoints.
    assert_eq!(addresses.count(), event_types().len() + 1);
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let lines: BTreeSet<&str> = document.lines().map(str::trim_end).collect();
    let references = document.split("$ref: '#/").skip(1);
    let mut count = 0;
    for reference in references.filter_map(|rest| rest.split('\'').next()) {
        let (parents, name) = reference.rsplit_once('/').unwrap();
        let indent = "  ".repeat(parents.split('/').count());
        let is_there = |line: &&str| line.starts_with(&format!("{indent}{name}:"));
        assert!(lines.iter().any(is_there), "{reference}");
        count += 1;
    }
    assert!(count > 4 * event_types().len());
}

#[test]
fn the_headers_are_those_that_are_sent() {
    let document = document();
    let listed: BTreeSet<&str> = document
        .lines()
        .filter_map(|line| {
            line.trim()
                .split_once(": {type: string")
                .map(|(name, _)| name)
        })
        .filter_map(|name| name.strip_prefix("ce-"))
        .collect();
    let sent = [Payload::Whole, Payload::Withheld].map(|payload| {
        let event = OutgoingEvent::new("https://khen.example", recorded(), payload);
        let names = event.attributes.into_iter().map(|(name, _)| name);
        names
            .filter(|name| *name != "datacontenttype")
            .collect::<Vec<_>>()
    });
    assert_eq!(listed, sent.into_iter().flatten().collect());
}

fn recorded() -> RecordedEvent {
    RecordedEvent {
        position: Position(0),
        stream: StreamName::parse("nomination/1").unwrap(),
        version: Version(1),
        id: EventId(Uuid::nil()),
        event_type: EventType::parse("vn.khen.nomination.awarded.v1").unwrap(),
        occurred_at: Timestamp::UNIX_EPOCH,
        recorded_at: Timestamp::UNIX_EPOCH,
        assignment: "a-1".to_owned(),
        command: CommandId::from_bytes([1; 16]),
        correlation: "r-1".to_owned(),
        salt: [7; 32],
        data_hash: data_hash(&[7; 32], b"{}"),
        data: b"{}".to_vec(),
    }
}

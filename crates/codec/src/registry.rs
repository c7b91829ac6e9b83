//! The table of event types.

use std::collections::BTreeMap;

use serde::ser::Error as _;
use serde_json::Value;

use crate::schema;
use khen_domain::{Event, StreamKind};
use khen_eventlog::{EventType, NameError};

/// The current version of every event's schema. An event whose shape has changed is listed with
/// its new version; all others are at 1.
const VERSIONS: &[(&str, u32)] = &[];

/// Every type that this release writes, in the order of their names.
#[must_use]
pub fn event_types() -> Vec<EventType> {
    let mut types: BTreeMap<String, EventType> = BTreeMap::new();
    for (stream, names) in schema::names() {
        for name in names {
            if let Ok(event_type) = event_type(stream, &name) {
                types.insert(event_type.as_str().to_owned(), event_type);
            }
        }
    }
    types.into_values().collect()
}

/// The version that this release writes.
pub(crate) fn current_version(stream: StreamKind, name: &str) -> u32 {
    let qualified = format!("{}.{name}", stream.as_str());
    VERSIONS
        .iter()
        .find(|(event, _)| *event == qualified)
        .map_or(1, |(_, version)| *version)
}

/// The type of an event by its stream and name.
pub(crate) fn event_type(stream: StreamKind, name: &str) -> Result<EventType, NameError> {
    let version = current_version(stream, name);
    EventType::parse(&format!("vn.khen.{}.{name}.v{version}", stream.as_str()))
}

/// Stream, name and payload of an event.
pub(crate) fn parts(event: &Event) -> Result<(StreamKind, String, Value), serde_json::Error> {
    let (_, inner) = only_member(serde_json::to_value(event)?)?;
    let (name, payload) = only_member(inner)?;
    Ok((event.kind(), name, payload))
}

fn only_member(value: Value) -> Result<(String, Value), serde_json::Error> {
    let untagged = || serde_json::Error::custom("an event serialises as one tagged member");
    let Value::Object(members) = value else {
        return Err(untagged());
    };
    let mut members = members.into_iter();
    match (members.next(), members.next()) {
        (Some(only), None) => Ok(only),
        (None | Some(_), _) => Err(untagged()),
    }
}

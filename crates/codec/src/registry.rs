//! The table of event types.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::ser::Error as _;
use serde_json::Value;

use crate::{lifts::SHAPES, schema};
use khen_domain::Event;
use khen_eventlog::EventType;

/// Every type that this release writes, by `<stream>.<event>`. It follows from the domain's events,
/// so that none can be forgotten.
static TYPES: LazyLock<BTreeMap<String, EventType>> = LazyLock::new(|| {
    let names = schema::names().into_iter();
    names
        .map(|name| {
            let text = format!("vn.khen.{name}.v{}", SHAPES.version_of(&name));
            let event_type = EventType::parse(&text)
                .expect("streams and events have short names of lower-case ASCII");
            (name, event_type)
        })
        .collect()
});

/// Every type that this release writes, in the order of their names.
pub fn event_types() -> impl ExactSizeIterator<Item = &'static EventType> {
    TYPES.values()
}

/// The type under which this event is written.
///
/// # Panics
/// Never: every event of the domain stands in the table.
#[must_use]
pub fn type_of(event: &Event) -> EventType {
    let (event_type, _) = parts(event).expect("an event of the domain stands in the table");
    event_type.clone()
}

/// Whether an event of this name, `<stream>.<event>`, may stand in a ledger.
pub(crate) fn is_known(name: &str) -> bool {
    TYPES.contains_key(name)
}

/// Type and payload of an event.
pub(crate) fn parts(event: &Event) -> Result<(&'static EventType, Value), serde_json::Error> {
    let (_, inner) = only_member(serde_json::to_value(event)?)?;
    let (name, payload) = only_member(inner)?;
    let event_type = TYPES.get(&format!("{}.{name}", event.kind().as_str()));
    let unlisted = || serde_json::Error::custom("an event is not in the table of types");
    Ok((event_type.ok_or_else(unlisted)?, payload))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use khen_domain::{StreamKind, codes, submission};

    #[test]
    fn every_kind_of_stream_has_its_events() {
        let streams: BTreeSet<_> = TYPES
            .keys()
            .filter_map(|name| StreamKind::parse(name.split_once('.')?.0))
            .collect();
        assert_eq!(streams, StreamKind::ALL.iter().copied().collect());
    }

    #[test]
    fn a_type_names_stream_event_and_version() {
        let event = Event::from(codes::Event::CodeGiven { serial: 7 });
        assert_eq!(type_of(&event).as_str(), "vn.khen.codes.code_given.v1");
        let receipt_no = "1".to_owned();
        let event = Event::from(submission::Event::SubmissionReceived { receipt_no });
        assert_eq!(
            type_of(&event).as_str(),
            "vn.khen.submission.submission_received.v1"
        );
    }
}

//! The CloudEvents 1.0 envelope of a recorded event, and the leaf inside it.
//!
//! Both are the canonical form of one list of members: a leaf is the envelope without what follows from
//! the leaf by itself. Members are written in their order, one after the other, since this is done for
//! every event that is sealed or handed out.

use std::fmt::Display;

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::{
    CanonicalError, EventType, RecordedEvent, canonical::write_string, class::event_class,
    time::wire_time,
};

/// What is told of an event besides its leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// The data with its salt.
    Whole,
    /// That the reader's profile has no right to data of this type (`datawithheld`: `policy`). The
    /// position stays, and the hash of the data with it.
    Withheld,
    /// That the reader has asked for events without data (`datawithheld`: `request`).
    NotAsked,
}

impl Payload {
    /// What `datawithheld` says.
    pub(crate) fn withheld(self) -> Option<&'static str> {
        match self {
            Self::Whole => None,
            Self::Withheld => Some("policy"),
            Self::NotAsked => Some("request"),
        }
    }
}

/// Where the schema of an event type is served, for a ledger with this source.
#[must_use]
pub fn data_schema(source: &str, event_type: &EventType) -> String {
    let (name, version) = event_type.name_and_version();
    format!("{source}/schemas/{name}/v{version}")
}

/// Appends the event as a CloudEvents JSON object in canonical form to `out`. The data is appended as it
/// is stored, byte for byte.
///
/// # Errors
/// [`CanonicalError`] when a member has no canonical form; `out` then ends in a part of the object.
pub fn write_cloud_event(
    out: &mut Vec<u8>,
    source: &str,
    event: &RecordedEvent,
    payload: Payload,
) -> Result<(), CanonicalError> {
    write(out, source, event, Some(payload))
}

/// Appends the leaf's members as an object in canonical form.
pub(crate) fn write_leaf(
    out: &mut Vec<u8>,
    source: &str,
    event: &RecordedEvent,
) -> Result<(), CanonicalError> {
    write(out, source, event, None)
}

/// Keys come in ascending order; `payload` is told with all that lies outside the leaf.
fn write(
    out: &mut Vec<u8>,
    source: &str,
    event: &RecordedEvent,
    payload: Option<Payload>,
) -> Result<(), CanonicalError> {
    let class = payload.map(|_| event_class(&event.event_type));
    let is_whole = payload == Some(Payload::Whole);
    let mut object = Object {
        out,
        is_first: true,
    };
    object.text("authid", &event.assignment)?;
    if let Some(class) = class {
        object.text("authtype", class.auth_type)?;
    }
    object.shown("causationid", &event.command)?;
    object.text("correlationid", &event.correlation)?;
    if is_whole {
        object.key("data")?;
        object.out.extend_from_slice(&event.data);
    }
    if let Some(class) = class {
        object.text("dataclassification", class.data_classification)?;
        object.text("datacontenttype", "application/json")?;
    }
    object.shown("datahash", &event.data_hash)?;
    if is_whole {
        object.text("datasalt", &STANDARD.encode(event.salt))?;
    }
    object.text("dataschema", &data_schema(source, &event.event_type))?;
    if let Some(why) = payload.and_then(Payload::withheld) {
        object.text("datawithheld", why)?;
    }
    object.shown("id", &event.id)?;
    object.text("recordedtime", &wire_time(event.recorded_at))?;
    object.text("sequence", &format!("{:020}", event.position.0))?;
    object.text("source", source)?;
    object.text("specversion", "1.0")?;
    object.text("subject", event.stream.as_str())?;
    object.shown("subjectversion", &event.version)?;
    object.text("time", &wire_time(event.occurred_at))?;
    object.text("type", event.event_type.as_str())?;
    object.out.push(b'}');
    Ok(())
}

/// An object that is being written.
struct Object<'a> {
    out: &'a mut Vec<u8>,
    is_first: bool,
}

impl Object<'_> {
    fn key(&mut self, key: &str) -> Result<(), CanonicalError> {
        self.out.push(if self.is_first { b'{' } else { b',' });
        self.is_first = false;
        write_string(key, self.out)?;
        self.out.push(b':');
        Ok(())
    }

    fn text(&mut self, key: &str, text: &str) -> Result<(), CanonicalError> {
        self.key(key)?;
        write_string(text, self.out)
    }

    fn shown(&mut self, key: &str, value: &impl Display) -> Result<(), CanonicalError> {
        self.text(key, &value.to_string())
    }
}

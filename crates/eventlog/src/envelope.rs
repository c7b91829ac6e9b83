//! The CloudEvents 1.0 envelope of a recorded event, and the leaf inside it.
//!
//! Both are the canonical form of one list of members: a leaf is the envelope without what follows from
//! the leaf by itself. Members are written in their order, one after the other, since this is done for
//! every event that is sealed or handed out. The same list makes the attributes of a message in
//! binary mode.

use std::{convert::Infallible, fmt::Display, io::Write as _};

use base64::{display::Base64Display, engine::general_purpose::STANDARD};

use crate::{
    CanonicalError, EventType, RecordedEvent, canonical::write_string, class::event_class,
    time::WireTime,
};

/// The attribute that says what the data is.
pub const CONTENT_TYPE: &str = "datacontenttype";

/// Attributes that an event has, its salt or the reason of withholding among them.
const ATTRIBUTE_COUNT_USUAL: usize = 18;

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
    write_object(out, source, event, Some(payload))
}

/// Appends the leaf's members as an object in canonical form.
pub(crate) fn write_leaf(
    out: &mut Vec<u8>,
    source: &str,
    event: &RecordedEvent,
) -> Result<(), CanonicalError> {
    write_object(out, source, event, None)
}

/// The attributes of the event, by name in ascending order: every member of the envelope but the data.
pub(crate) fn attributes(
    source: &str,
    event: &RecordedEvent,
    payload: Payload,
) -> Vec<(&'static str, String)> {
    let mut attributes = Attributes(Vec::with_capacity(ATTRIBUTE_COUNT_USUAL));
    let Ok(()) = write(&mut attributes, source, event, Some(payload));
    attributes.0
}

fn write_object(
    out: &mut Vec<u8>,
    source: &str,
    event: &RecordedEvent,
    payload: Option<Payload>,
) -> Result<(), CanonicalError> {
    let mut object = Object {
        out,
        is_first: true,
    };
    write(&mut object, source, event, payload)?;
    object.out.push(b'}');
    Ok(())
}

/// Keys come in ascending order; `payload` is told with all that lies outside the leaf.
fn write<M: Members>(
    members: &mut M,
    source: &str,
    event: &RecordedEvent,
    payload: Option<Payload>,
) -> Result<(), M::Error> {
    let class = payload.map(|_| event_class(&event.event_type));
    let is_whole = payload == Some(Payload::Whole);
    members.text("authid", &event.assignment)?;
    if let Some(class) = class {
        members.text("authtype", class.auth_type)?;
    }
    members.plain("causationid", &event.command)?;
    members.text("correlationid", &event.correlation)?;
    if is_whole {
        members.data(&event.data)?;
    }
    if let Some(class) = class {
        members.text("dataclassification", class.data_classification)?;
        members.text(CONTENT_TYPE, "application/json")?;
    }
    members.plain("datahash", &event.data_hash)?;
    if is_whole {
        members.plain("datasalt", &Base64Display::new(&event.salt, &STANDARD))?;
    }
    members.text("dataschema", &data_schema(source, &event.event_type))?;
    if let Some(why) = payload.and_then(Payload::withheld) {
        members.text("datawithheld", why)?;
    }
    members.plain("id", &event.id)?;
    members.plain("recordedtime", &WireTime(event.recorded_at))?;
    members.plain("sequence", &format_args!("{:020}", event.position.0))?;
    members.text("source", source)?;
    members.text("specversion", "1.0")?;
    members.text("subject", event.stream.as_str())?;
    members.plain("subjectversion", &event.version)?;
    members.plain("time", &WireTime(event.occurred_at))?;
    members.text("type", event.event_type.as_str())
}

/// What the members are written into.
trait Members {
    type Error;

    fn text(&mut self, key: &'static str, text: &str) -> Result<(), Self::Error>;

    /// The data, as it is stored.
    fn data(&mut self, data: &[u8]) -> Result<(), Self::Error>;

    /// A value whose text is ASCII without anything to escape.
    fn plain(&mut self, key: &'static str, value: &impl Display) -> Result<(), Self::Error> {
        self.text(key, &value.to_string())
    }
}

/// An object that is being written.
struct Object<'a> {
    out: &'a mut Vec<u8>,
    is_first: bool,
}

impl Object<'_> {
    /// A key is one of those above: plain ASCII, which is written as it is.
    fn key(&mut self, key: &'static str) {
        let before: &[u8] = if self.is_first { b"{\"" } else { b",\"" };
        self.is_first = false;
        self.out.extend_from_slice(before);
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
    }
}

impl Members for Object<'_> {
    type Error = CanonicalError;

    fn text(&mut self, key: &'static str, text: &str) -> Result<(), CanonicalError> {
        self.key(key);
        write_string(text, self.out)
    }

    /// Written in its place: a text of its own for each of them costs more than the rest.
    fn plain(&mut self, key: &'static str, value: &impl Display) -> Result<(), CanonicalError> {
        self.key(key);
        self.out.push(b'"');
        write!(self.out, "{value}").expect("writing into memory does not fail");
        self.out.push(b'"');
        Ok(())
    }

    fn data(&mut self, data: &[u8]) -> Result<(), CanonicalError> {
        self.key("data");
        self.out.extend_from_slice(data);
        Ok(())
    }
}

/// Attributes that are being listed; the data travels beside them.
struct Attributes(Vec<(&'static str, String)>);

impl Members for Attributes {
    type Error = Infallible;

    fn text(&mut self, key: &'static str, text: &str) -> Result<(), Infallible> {
        self.0.push((key, text.to_owned()));
        Ok(())
    }

    fn data(&mut self, _: &[u8]) -> Result<(), Infallible> {
        Ok(())
    }
}

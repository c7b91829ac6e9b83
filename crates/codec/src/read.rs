//! From a recorded event back to the domain's.

use std::{borrow::Cow, cmp::Ordering};

use serde::Deserialize;
use serde_json::value::RawValue;
use thiserror::Error;

use crate::{
    lifts::{SHAPES, Shapes},
    registry,
    tagged::Tagged,
};
use khen_domain::{Actor, Document, Event, Moment, Origin};
use khen_eventlog::{EventType, Position, RecordedEvent};

/// A recorded event, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// What happened, in the shape of this release.
    pub event: Event,
    /// Who acted, and when.
    pub origin: Origin,
    /// Documents that the event names.
    pub evidence: Vec<Document>,
    /// Streams and versions that the decision read; on the first event of an append only.
    pub read: Vec<ReadVersion>,
    /// Why it was recorded late.
    pub backdating_reason: Option<String>,
}

/// A stream at a version that a decision read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReadVersion {
    /// The stream.
    pub stream: String,
    /// The version; 0 when it did not exist.
    pub version: u64,
}

/// A recorded event is not understood. Whoever follows stops here and says so.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The type is not in the table of this release.
    #[error("the event at position {position} has the unknown type {event_type}")]
    UnknownType {
        /// Where.
        position: Position,
        /// The type.
        event_type: EventType,
    },
    /// A newer release has written it.
    #[error("the event at position {position} was written by a newer release: {event_type}")]
    TooNew {
        /// Where.
        position: Position,
        /// The type.
        event_type: EventType,
    },
    /// No lift leads from its version to this release's.
    #[error("nothing lifts the event at position {position}, {event_type}, to this release")]
    NoLift {
        /// Where.
        position: Position,
        /// The type.
        event_type: EventType,
    },
    /// The payload has another shape than its type says.
    #[error("the event at position {position} does not have the shape of {event_type}")]
    Shape {
        /// Where.
        position: Position,
        /// The type.
        event_type: EventType,
        /// What is wrong.
        #[source]
        source: serde_json::Error,
    },
}

#[derive(Deserialize)]
struct Data<'a> {
    by: Actor,
    #[serde(borrow)]
    event: &'a RawValue,
    #[serde(default)]
    evidence: Vec<Document>,
    #[serde(default)]
    read: Vec<ReadVersion>,
    #[serde(default)]
    backdating_reason: Option<String>,
}

/// The member that says what happened.
#[derive(Deserialize)]
struct Happened<'a> {
    #[serde(borrow)]
    event: &'a RawValue,
}

/// Reads a recorded event.
///
/// # Errors
/// [`ReadError`] says where and why it is not understood.
pub fn read(record: &RecordedEvent) -> Result<Decoded, ReadError> {
    read_as(&SHAPES, record)
}

/// Reads what happened out of a recorded event and nothing else, in about half the time.
///
/// # Errors
/// As [`read`].
pub fn read_event(record: &RecordedEvent) -> Result<Event, ReadError> {
    let name = Name::of(record).ok_or_else(|| unknown(record))?;
    let data: Happened<'_> = parsed(record)?;
    happened(&SHAPES, record, &name, data.event)
}

fn read_as(shapes: &Shapes, record: &RecordedEvent) -> Result<Decoded, ReadError> {
    let name = Name::of(record).ok_or_else(|| unknown(record))?;
    let data: Data<'_> = parsed(record)?;
    Ok(Decoded {
        event: happened(shapes, record, &name, data.event)?,
        origin: Origin {
            actor: data.by,
            occurred_at: Moment::new(record.occurred_at),
        },
        evidence: data.evidence,
        read: data.read,
        backdating_reason: data.backdating_reason,
    })
}

fn parsed<'a, D: Deserialize<'a>>(record: &'a RecordedEvent) -> Result<D, ReadError> {
    serde_json::from_slice(&record.data).map_err(|source| misshapen(record, source))
}

fn happened(
    shapes: &Shapes,
    record: &RecordedEvent,
    name: &Name<'_>,
    raw: &RawValue,
) -> Result<Event, ReadError> {
    let payload = payload(shapes, record, name, raw)?;
    name.tag(&payload)
        .map_err(|source| misshapen(record, source))
}

/// The payload in the shape of this release.
fn payload<'a>(
    shapes: &Shapes,
    record: &RecordedEvent,
    name: &Name<'_>,
    raw: &'a RawValue,
) -> Result<Cow<'a, str>, ReadError> {
    let (position, event_type) = (record.position, || record.event_type.clone());
    match name.version.cmp(&shapes.version_of(name.qualified)) {
        Ordering::Equal => Ok(Cow::Borrowed(raw.get())),
        Ordering::Greater => Err(ReadError::TooNew {
            position,
            event_type: event_type(),
        }),
        Ordering::Less => {
            let old = serde_json::from_str(raw.get());
            let old = old.map_err(|source| misshapen(record, source))?;
            let lifted = shapes.lift(name.qualified, name.version, old);
            let lifted = lifted.ok_or_else(|| ReadError::NoLift {
                position,
                event_type: event_type(),
            })?;
            Ok(Cow::Owned(lifted.to_string()))
        }
    }
}

fn misshapen(record: &RecordedEvent, source: serde_json::Error) -> ReadError {
    ReadError::Shape {
        position: record.position,
        event_type: record.event_type.clone(),
        source,
    }
}

fn unknown(record: &RecordedEvent) -> ReadError {
    ReadError::UnknownType {
        position: record.position,
        event_type: record.event_type.clone(),
    }
}

/// An event type that this release knows, in its parts.
struct Name<'a> {
    qualified: &'a str,
    stream: &'a str,
    event: &'a str,
    version: u32,
}

impl<'a> Name<'a> {
    fn of(record: &'a RecordedEvent) -> Option<Self> {
        let (qualified, version) = record.event_type.name_and_version();
        let (stream, event) = qualified.split_once('.')?;
        registry::is_known(qualified).then_some(Self {
            qualified,
            stream,
            event,
            version: version.parse().ok()?,
        })
    }

    /// The event of this name with this payload.
    fn tag(&self, payload: &str) -> Result<Event, serde_json::Error> {
        let mut content = serde_json::Deserializer::from_str(payload);
        Event::deserialize(Tagged {
            tag: self.stream,
            content: Tagged {
                tag: self.event,
                content: &mut content,
            },
        })
    }
}

#[cfg(test)]
mod tests;

//! From a recorded event back to the domain's.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use thiserror::Error;

use crate::{
    lifts::{LIFTS, Lift, lift},
    registry::current_version,
    tagged::Tagged,
};
use khen_domain::{Actor, Document, Event, Moment, Origin, StreamKind};
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

/// Reads a recorded event.
///
/// # Errors
/// [`ReadError`] says where and why it is not understood.
pub fn read(record: &RecordedEvent) -> Result<Decoded, ReadError> {
    let shape = |source| ReadError::Shape {
        position: record.position,
        event_type: record.event_type.clone(),
        source,
    };
    let data: Data<'_> = serde_json::from_slice(&record.data).map_err(shape)?;
    let event = payload(LIFTS, record, data.event)?;
    Ok(Decoded {
        event,
        origin: Origin {
            actor: data.by,
            occurred_at: Moment::new(record.occurred_at),
        },
        evidence: data.evidence,
        read: data.read,
        backdating_reason: data.backdating_reason,
    })
}

fn payload(lifts: &[Lift], record: &RecordedEvent, raw: &RawValue) -> Result<Event, ReadError> {
    let (position, event_type) = (record.position, || record.event_type.clone());
    let (qualified, version) = record.event_type.name_and_version();
    let unknown = || ReadError::UnknownType {
        position,
        event_type: event_type(),
    };
    let (stream, name) = qualified.split_once('.').ok_or_else(unknown)?;
    let kind = StreamKind::parse(stream).ok_or_else(unknown)?;
    let version: u32 = version.parse().map_err(|_| unknown())?;
    let current = current_version(kind, name);
    if version > current {
        return Err(ReadError::TooNew {
            position,
            event_type: event_type(),
        });
    }
    let shape = |source: serde_json::Error| {
        // A variant that the enum does not know is a type that this release does not know.
        if source.to_string().starts_with("unknown variant") {
            unknown()
        } else {
            ReadError::Shape {
                position,
                event_type: event_type(),
                source,
            }
        }
    };
    let text = if version == current {
        Cow::Borrowed(raw.get())
    } else {
        let old = serde_json::from_str(raw.get()).map_err(shape)?;
        let lifted =
            lift(lifts, qualified, (version, current), old).ok_or_else(|| ReadError::NoLift {
                position,
                event_type: event_type(),
            })?;
        Cow::Owned(lifted.to_string())
    };
    let mut content = serde_json::Deserializer::from_str(&text);
    tagged(stream, name, &mut content).map_err(shape)
}

fn tagged<'de, D: Deserializer<'de>>(
    stream: &str,
    name: &str,
    content: D,
) -> Result<Event, D::Error> {
    Event::deserialize(Tagged {
        tag: stream,
        content: Tagged { tag: name, content },
    })
}

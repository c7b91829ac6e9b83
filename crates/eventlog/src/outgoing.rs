//! An event on its way out of the house.

use crate::{EventType, Payload, Position, RecordedEvent, envelope::attributes};

/// An event as a CloudEvents message in binary mode: attributes, and the data beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingEvent {
    /// Place in the ledger.
    pub position: Position,
    /// Type, version of the schema included.
    pub event_type: EventType,
    /// Every member of the envelope but `data`, by name in ascending order.
    pub attributes: Vec<(&'static str, String)>,
    /// The data exactly as it was hashed; empty where it is withheld, which an attribute says.
    pub body: Vec<u8>,
}

impl OutgoingEvent {
    /// The event of a ledger with this source, with as much of it as `payload` says.
    #[must_use]
    pub fn new(source: &str, event: RecordedEvent, payload: Payload) -> Self {
        let attributes = attributes(source, &event, payload);
        let body = match payload {
            Payload::Whole => event.data,
            Payload::Withheld | Payload::NotAsked => Vec::new(),
        };
        Self {
            position: event.position,
            event_type: event.event_type,
            attributes,
            body,
        }
    }
}

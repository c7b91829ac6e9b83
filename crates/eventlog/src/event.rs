//! Events before and after they are recorded.

use jiff::Timestamp;

use crate::{CommandId, DataHash, EventId, EventType, Position, StreamName, Version};

/// An event that wants to be recorded. Its stream's version and its position are not its own to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Made by the caller, unique for ever.
    pub id: EventId,
    /// The stream it belongs to.
    pub stream: StreamName,
    /// Its type, version of the schema included.
    pub event_type: EventType,
    /// Business time, whole microseconds.
    pub occurred_at: Timestamp,
    /// Random, per event.
    pub salt: [u8; 32],
    /// Canonical bytes of `data`.
    pub data: Vec<u8>,
    /// `data_hash(salt, data)`.
    pub data_hash: DataHash,
}

/// An event as the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedEvent {
    /// Place in the ledger.
    pub position: Position,
    /// Stream it belongs to.
    pub stream: StreamName,
    /// Place in the stream.
    pub version: Version,
    /// Unique id.
    pub id: EventId,
    /// Type, version of the schema included.
    pub event_type: EventType,
    /// Business time.
    pub occurred_at: Timestamp,
    /// Time of recording, strictly increasing along the positions.
    pub recorded_at: Timestamp,
    /// The acting assignment (`authid`).
    pub assignment: String,
    /// The command that caused it (`causationid`).
    pub command: CommandId,
    /// The request it came with (`correlationid`).
    pub correlation: String,
    /// The salt of the data hash.
    pub salt: [u8; 32],
    /// Canonical bytes of `data`, exactly as hashed.
    pub data: Vec<u8>,
    /// The salted hash of `data`.
    pub data_hash: DataHash,
}

//! What goes into a bundle.

use khen_audit::{Policy, SignedCheckpoint, TileSet};
use khen_eventlog::{EventType, Payload, Position, RecordedEvent, StreamName, Version};

/// Everything that is known of a case, read and worded by whoever asks for the bundle.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The code of the case as people write it, such as `HQ-CCHC-2024-0007`; it stands in the file's name.
    pub code: String,
    /// What the report is headed with, in Vietnamese.
    pub title: String,
    /// The stream of the case, all of whose events up to the last one given are among `events`.
    pub subject: StreamName,
    /// The ledger's fixed source.
    pub source: String,
    /// The events of the case and of what it cites, in ascending order of positions.
    pub events: Vec<ToldEvent>,
    /// What every proof leads to: signed by the log, cosigned as `policy` asks for.
    pub checkpoint: SignedCheckpoint,
    /// Tiles that the proofs are made of; [`crate::bundle_tiles`] names them.
    pub tiles: TileSet,
    /// Which log and which witnesses are to be believed.
    pub policy: Policy,
    /// Checkpoints that the reader had before, each of another size.
    pub earlier: Vec<SignedCheckpoint>,
    /// The JSON Schemas of the types among `events`.
    pub schemas: Vec<SchemaFile>,
    /// States of streams, for reading; the events are the proof.
    pub states: Vec<StateFile>,
    /// Keys of single values that the reader may open.
    pub value_keys: Vec<DisclosedKey>,
    /// The files that events name, byte for byte as they came in.
    pub documents: Vec<BundleDocument>,
    /// The case as an OCEL 2.0 log.
    pub ocel: Option<Vec<u8>>,
    /// The case as an XES log.
    pub xes: Option<Vec<u8>>,
}

/// An event with its words.
#[derive(Debug, Clone)]
pub struct ToldEvent {
    /// The event.
    pub event: RecordedEvent,
    /// Whether the reader may have its data.
    pub payload: Payload,
    /// What happened, in one Vietnamese sentence.
    pub what: String,
    /// Who did it, as the reader may know it.
    pub who: String,
    /// Facts worth telling, as pairs of a label and its value.
    pub facts: Vec<(String, String)>,
}

/// A JSON Schema.
#[derive(Debug, Clone)]
pub struct SchemaFile {
    /// Of the data of which events.
    pub event_type: EventType,
    /// The schema.
    pub json: Vec<u8>,
}

/// A stream as it stood after one of its events.
#[derive(Debug, Clone)]
pub struct StateFile {
    /// Which stream.
    pub stream: StreamName,
    /// After how many events.
    pub version: Version,
    /// The state.
    pub json: Vec<u8>,
}

/// The key of one sealed value, never of a whole owner.
#[derive(Debug, Clone)]
pub struct DisclosedKey {
    /// The event that holds the value.
    pub position: Position,
    /// Where in its data, as RFC 6901 has it.
    pub pointer: String,
    /// The id of the value.
    pub value: String,
    /// Whose value it is: with the ledger and the class, what it was sealed for.
    pub owner: String,
    /// The key.
    pub key: [u8; 32],
}

/// A file that an event names.
#[derive(Debug, Clone)]
pub struct BundleDocument {
    /// The clear bytes; their SHA-256 stands in the event.
    pub bytes: Vec<u8>,
    /// What kind of file it is, such as `application/pdf`.
    pub media_type: String,
    /// What it is called.
    pub name: String,
    /// Who signed it, as far as the ledger tells.
    pub signer: Option<String>,
}

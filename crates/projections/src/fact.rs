//! An event as rows see it.

use khen_domain::{Event, Moment, StreamKey};

/// Something that happened, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The stream.
    pub stream: StreamKey,
    /// Version of the stream after it.
    pub version: u64,
    /// Place in the ledger, from 0.
    pub position: u64,
    /// Business time.
    pub occurred_at: Moment,
    /// What happened.
    pub event: Event,
}

//! The port of those who follow.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{EventType, LedgerId, Position, ReadError, RecordedEvent, StreamName};

/// A ledger as its followers know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Its slug.
    pub id: LedgerId,
    /// Its fixed source, part of every leaf.
    pub source: String,
    /// Its size: the position that the next event will have.
    pub size: Position,
    /// When its last event was recorded; none of an empty ledger.
    pub last_recorded: Option<Timestamp>,
}

/// Where an event stands, and of which type it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its position.
    pub position: Position,
    /// Its type.
    pub event_type: EventType,
}

/// Reads a ledger in its one total order.
#[async_trait]
pub trait EventFeed: Send + Sync {
    /// At most `limit` events at `from` and after, in order, without gaps.
    ///
    /// Only final positions are visible: what is returned never changes, and nothing below the last
    /// position returned ever appears later.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn read_from(
        &self,
        ledger: &LedgerId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError>;

    /// The first event of each of these streams, in any order; none for a stream that does not exist.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn first_events(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<RecordedEvent>, ReadError>;

    /// Where the events of all streams of a kind stand, at `from` and after, in order. It costs as much
    /// as there are streams and events of the kind, so it is for kinds that have few.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn places(
        &self,
        ledger: &LedgerId,
        kind: &str,
        from: Position,
    ) -> Result<Vec<Place>, ReadError>;

    /// All ledgers, in the order of their slugs.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn ledgers(&self) -> Result<Vec<Ledger>, ReadError>;

    /// One ledger, or `None`.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn ledger(&self, ledger: &LedgerId) -> Result<Option<Ledger>, ReadError>;
}

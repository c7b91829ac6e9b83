//! The way out: streams that others subscribe to. Nothing is ever read from them but what they hold.

use std::collections::BTreeMap;

use async_trait::async_trait;
use thiserror::Error;

use crate::{LedgerId, OutgoingEvent, Position};

/// What makes an event in a stream this one and no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMark {
    /// The event's id, as it is written on the wire.
    pub id: String,
    /// The hash of its data, as it is written on the wire.
    pub data_hash: String,
}

/// Why nothing was carried out.
#[derive(Debug, Error)]
pub enum FanOutError {
    /// The stream is not where it was thought to be: it was wiped, restored, or written by another.
    #[error("the stream has moved")]
    Moved,
    /// There is a stream under the name that Khen would not have made so.
    #[error("the stream {stream} is not as Khen makes it: {what}")]
    Unfit {
        /// Its name.
        stream: String,
        /// What is not so.
        what: String,
    },
    /// The server takes no message as long as this one.
    #[error("the event at position {position} is longer than the server takes (`max_payload`)")]
    TooLong {
        /// Which.
        position: Position,
    },
    /// The server gave no answer, or none that says what came of it.
    #[error("the fan-out is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Carries the events of each ledger into a stream of its own, in which position p is message p + 1
/// for ever.
#[async_trait]
pub trait FanOut: Send + Sync {
    /// Counts connections. Over another one, a stream may be another.
    fn connection(&self) -> u64;

    /// The events in every stream that is there, by ledger: one question for all of them.
    ///
    /// # Errors
    /// [`FanOutError::Unavailable`].
    async fn sizes(&self) -> Result<BTreeMap<LedgerId, Position>, FanOutError>;

    /// Makes the stream of a ledger and the consumer of its subscriber, where they are missing; answers
    /// with the events in it. `profile` names what is told in it, and a stream holds one profile.
    ///
    /// # Errors
    /// [`FanOutError::Unfit`], [`FanOutError::Unavailable`].
    async fn open(&self, ledger: &LedgerId, profile: &str) -> Result<Position, FanOutError>;

    /// What stands in the stream at a position; `None` when nothing, or nothing of Khen's.
    ///
    /// # Errors
    /// [`FanOutError::Unavailable`].
    async fn mark(
        &self,
        ledger: &LedgerId,
        position: Position,
    ) -> Result<Option<OutgoingMark>, FanOutError>;

    /// Appends events, each only behind the one before it. The first stands right behind what is in the
    /// stream; what is there already is refused, and so is what would leave a gap.
    ///
    /// # Errors
    /// [`FanOutError`]; some first of the events may be there.
    async fn publish(
        &self,
        ledger: &LedgerId,
        events: &mut (dyn Iterator<Item = OutgoingEvent> + Send),
    ) -> Result<(), FanOutError>;

    /// Tells whoever listens at the moment that there is a new cosigned checkpoint, with its text. Nobody
    /// answers for its arrival; whoever missed it asks the log.
    ///
    /// # Errors
    /// [`FanOutError::Unavailable`].
    async fn tell_checkpoint(&self, ledger: &LedgerId, note: &str) -> Result<(), FanOutError>;
}

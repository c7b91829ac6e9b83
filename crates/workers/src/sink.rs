//! What follows a ledger.

use std::{collections::BTreeMap, time::Duration};

use async_trait::async_trait;
use thiserror::Error;

use khen_eventlog::{Epoch, Ledger, LedgerId, Position, RecordedEvent};

/// Keeps something up to date with ledgers.
///
/// Where there is a transaction, `apply` moves the cursor in it; where there is none, it acts first,
/// and acting twice is harmless. What moves a cursor carries the epoch under which the ledger is held.
#[async_trait]
pub trait Sink: Send + Sync {
    /// Its name, for logs and measures.
    fn name(&self) -> &'static str;

    /// Whether it follows this ledger at all.
    fn follows(&self, _ledger: &LedgerId) -> bool {
        true
    }

    /// How long it rests when it has caught up, so that what is recorded meanwhile makes one batch: for a
    /// sink that nobody waits for, and whose batches cost more than their events.
    fn rest(&self) -> Option<Duration> {
        None
    }

    /// The first position that it has not handled, of every ledger in which it has begun: one
    /// question for all of them.
    ///
    /// # Errors
    /// [`SinkError`].
    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError>;

    /// Where it begins in a ledger in which it has no cursor.
    ///
    /// # Errors
    /// [`SinkError`].
    async fn begin(&self, ledger: &Ledger, epoch: Epoch) -> Result<Position, SinkError>;

    /// Handles a prefix of `events`, which begin at the cursor, and answers with the new cursor. A
    /// prefix without any event is an error.
    ///
    /// # Errors
    /// [`SinkError`]; the cursor has not moved.
    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
        epoch: Epoch,
    ) -> Result<Position, SinkError>;
}

/// Why a batch was not handled.
#[derive(Debug, Error)]
pub enum SinkError {
    /// An event cannot be handled, now or later: this ledger stops until somebody looks.
    #[error("the event at position {position} cannot be handled")]
    Stuck {
        /// Where.
        position: Position,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Somebody else moved the cursor: it is to be read again.
    #[error("the cursor was moved by somebody else")]
    Moved,
    /// The cursor was moved under a later epoch: the ledger is somebody else's now.
    #[error("the ledger is followed by somebody else now")]
    Fenced,
    /// Something could not be reached: to be tried again later.
    #[error("the sink is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// An error and its causes, in one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let words: Vec<String> = causes.map(ToString::to_string).collect();
    words.join(": ")
}

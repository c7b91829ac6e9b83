//! The port of those who put back what a ledger has lost.

use async_trait::async_trait;
use thiserror::Error;

use crate::{LedgerId, Position, RecordedEvent};

/// Why nothing was put back.
#[derive(Debug, Error)]
pub enum PutBackError {
    /// There is no such ledger.
    #[error("there is no ledger {ledger}")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// An event does not go on from the one before it: by its position, its time, or the version of its
    /// stream.
    #[error("the event at position {position} does not go on from what is there")]
    DoesNotFollow {
        /// Where it would stand.
        position: Position,
    },
    /// The store could not be reached or could not write.
    #[error("the ledger is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Puts recorded events back behind the end of a ledger that has lost them. Nothing decides here and
/// nothing is made anew: whoever calls it has proven that these are the events that were recorded.
#[async_trait]
pub trait Restore: Send + Sync {
    /// Puts these events back, all of them or none. Every member stays as it is: position, id, version
    /// and times. Their commands are known afterwards.
    ///
    /// # Errors
    /// [`PutBackError`]; nothing was put back.
    async fn put_back(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
    ) -> Result<(), PutBackError>;
}

//! Why rows could not be read or moved.

use thiserror::Error;

use crate::Cursor;

/// Why a question got no answer.
#[derive(Debug, Error)]
pub enum QueryError {
    /// A row does not parse.
    #[error("the store disagrees with itself at {place}")]
    Corrupt {
        /// Table and column.
        place: String,
    },
    /// The rows could not be reached.
    #[error("the rows are unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Why rows were not moved.
#[derive(Debug, Error)]
pub enum ApplyError {
    /// Somebody else moved the rows of this ledger meanwhile.
    #[error("the rows moved on: expected {expected} events known, found {actual}")]
    CursorMoved {
        /// Where the batch starts.
        expected: Cursor,
        /// Where the rows are.
        actual: Cursor,
    },
    /// The rows were moved under a later epoch: the ledger is somebody else's now.
    #[error("the rows are at epoch {kept}, later than {epoch}")]
    Fenced {
        /// The epoch of the batch.
        epoch: u64,
        /// The epoch that the cursor keeps.
        kept: u64,
    },
    /// The rows could not be reached.
    #[error("the rows are unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

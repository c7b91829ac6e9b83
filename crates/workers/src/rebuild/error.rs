//! Why a rebuild ended early.

use thiserror::Error;

use crate::SinkError;
use khen_eventlog::ReadError;
use khen_read_model::{ApplyError, QueryError, SetError};

/// Why a rebuild ended early. The rows that serve are those of before, and go on.
#[derive(Debug, Error)]
pub enum RebuildError {
    /// No set of rows served before this one.
    #[error(
        "there are no rows to go back to: none served before these, or they were made anew since"
    )]
    NoPrevious,
    /// The ledgers could not be read.
    #[error("the ledgers could not be read")]
    Ledger(#[from] ReadError),
    /// No other set of rows could be made, or put in place.
    #[error("the rows could not be made beside those that serve and put in their place")]
    Sets(#[from] SetError),
    /// Rows that know more than their ledger holds could not be emptied.
    #[error("rows that are ahead of their ledger could not be emptied")]
    Reset(#[from] ApplyError),
    /// The other set of rows could not be moved.
    #[error("the rows could not be brought up to date")]
    Sink(#[from] SinkError),
    /// The cursor or the content of rows could not be read.
    #[error("the rows could not be read")]
    Content(#[from] QueryError),
}

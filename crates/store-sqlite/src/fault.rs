//! Why a statement gave no usable answer, before a port words it.

use khen_eventlog::{AppendError, OfficeError, ReadError};
use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// SQLite refused or failed.
    #[error("SQLite could not carry out a statement")]
    Sql(#[from] rusqlite::Error),
    /// What is stored does not parse.
    #[error("the store disagrees with itself at {place}")]
    Corrupt { place: String },
    /// The ledger exists with another source.
    #[error("the ledger exists with another source")]
    OtherSource,
    /// The ledger has no place left for these events.
    #[error("the ledger is full")]
    Full,
    /// The log still holds what was deleted, because somebody reads an old state.
    #[error("the write-ahead log still holds a destroyed key: a reader is in the way")]
    LogHeld,
    /// The work was given up: the store is closing, or a thread died.
    #[error("the store has stopped")]
    Stopped,
}

impl From<Fault> for AppendError {
    fn from(fault: Fault) -> Self {
        Self::Unavailable(Box::new(fault))
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        if let Fault::Corrupt { place } = fault {
            Self::Corrupt { place }
        } else {
            Self::Unavailable(Box::new(fault))
        }
    }
}

impl From<Fault> for OfficeError {
    fn from(fault: Fault) -> Self {
        if let Fault::Corrupt { place } = fault {
            Self::Corrupt { place }
        } else {
            Self::Unavailable(Box::new(fault))
        }
    }
}

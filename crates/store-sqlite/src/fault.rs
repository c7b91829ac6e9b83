//! Why a statement gave no usable answer, before a port words it.

use std::sync::Arc;

use rusqlite::{ErrorCode, ffi::SQLITE_CONSTRAINT_TRIGGER};
use thiserror::Error;

use crate::OpenError;
use khen_eventlog::{AppendError, OfficeError, ReadError, SealError};
use khen_read_model::{ApplyError, QueryError, SetError};

#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// SQLite refused or failed.
    #[error("SQLite could not carry out a statement")]
    Sql(#[from] rusqlite::Error),
    /// What is stored does not parse.
    #[error("the store disagrees with itself at {place}")]
    Corrupt { place: String },
    /// A row is not what `read-model` says it is.
    #[error("a row cannot be read")]
    Row(#[source] QueryError),
    /// The ledger exists with another source.
    #[error("the ledger exists with another source")]
    OtherSource,
    /// The ledger has no place left for these events.
    #[error("the ledger is full")]
    Full,
    /// The log still holds what was deleted, because somebody reads an old state.
    #[error("the write-ahead log still holds what was deleted: a reader is in the way")]
    LogHeld,
    /// Another set of rows does not open.
    #[error("another set of rows cannot be opened")]
    Open(#[from] OpenError),
    /// The file of another set of rows cannot be removed, or closed to others.
    #[error("the file of another set of rows cannot be changed")]
    File(#[from] std::io::Error),
    /// The work was given up: the store is closing, or a thread died.
    #[error("the store has stopped")]
    Stopped,
}

impl Fault {
    /// Whether the file takes no writes.
    fn is_read_only(&self) -> bool {
        matches!(
            self,
            Self::Sql(rusqlite::Error::SqliteFailure(error, _)) if error.code == ErrorCode::ReadOnly
        )
    }

    /// What became of an append, for each of those that met the same fault.
    pub(crate) fn of_append(self: &Arc<Self>) -> AppendError {
        let fault = Box::new(Arc::clone(self));
        if self.is_read_only() {
            AppendError::ReadOnly(fault)
        } else {
            AppendError::Unavailable(fault)
        }
    }
}

impl From<Fault> for AppendError {
    fn from(fault: Fault) -> Self {
        Arc::new(fault).of_append()
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
        } else if fault.is_read_only() {
            Self::ReadOnly(Box::new(fault))
        } else {
            Self::Unavailable(Box::new(fault))
        }
    }
}

impl From<Fault> for SealError {
    fn from(fault: Fault) -> Self {
        match &fault {
            // The only thing that its triggers refuse in a write.
            Fault::Sql(rusqlite::Error::SqliteFailure(error, _))
                if error.extended_code == SQLITE_CONSTRAINT_TRIGGER =>
            {
                Self::Rewritten
            }
            Fault::Sql(_)
            | Fault::Corrupt { .. }
            | Fault::Row(_)
            | Fault::OtherSource
            | Fault::Full
            | Fault::LogHeld
            | Fault::Open(_)
            | Fault::File(_)
            | Fault::Stopped => Self::Store(fault.into()),
        }
    }
}

impl From<Fault> for QueryError {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "whatever is not about one row is about the whole file"
    )]
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Corrupt { place } => Self::Corrupt { place },
            Fault::Row(error) => error,
            other => Self::Unavailable(Box::new(other)),
        }
    }
}

impl From<Fault> for ApplyError {
    fn from(fault: Fault) -> Self {
        Self::Unavailable(Box::new(fault))
    }
}

impl From<Fault> for SetError {
    fn from(fault: Fault) -> Self {
        Self::Unavailable(Box::new(fault))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn a_file_that_takes_no_writes_is_read_only_and_no_worse() {
        let file = Connection::open_in_memory().unwrap();
        file.execute_batch("PRAGMA query_only = ON").unwrap();
        let refused = |sql| Fault::from(file.execute_batch(sql).unwrap_err());
        let write = refused("CREATE TABLE t (a)");
        assert!(matches!(OfficeError::from(write), OfficeError::ReadOnly(_)));
        let write = refused("CREATE TABLE t (a)");
        assert!(matches!(AppendError::from(write), AppendError::ReadOnly(_)));
        let read = refused("SELECT * FROM t");
        assert!(matches!(
            AppendError::from(read),
            AppendError::Unavailable(_)
        ));
    }
}

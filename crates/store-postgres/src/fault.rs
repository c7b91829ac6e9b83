//! Why a statement gave no usable answer, before a port words it.

use std::sync::Arc;

use thiserror::Error;
use tokio_postgres::error::SqlState;

use khen_eventlog::{AppendError, OfficeError, ReadError, SealError};
use khen_read_model::{ApplyError, QueryError, SetError};

#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// The server refused a statement, or the connection broke.
    #[error("Postgres could not carry out a statement")]
    Sql(#[from] tokio_postgres::Error),
    /// No connection was to be had.
    #[error("no connection to Postgres")]
    Pool(#[from] deadpool_postgres::PoolError),
    /// A new connection could not be made.
    #[error("no connection to Postgres")]
    Connect(#[source] tokio_postgres::Error),
    /// The server did not answer in time.
    #[error("Postgres did not answer in time")]
    Silent,
    /// A commit failed in a way that leaves open whether it was carried out.
    #[error("Postgres did not say whether it committed")]
    Unheard(#[source] tokio_postgres::Error),
    /// The server takes no writes.
    #[error("Postgres takes no writes")]
    ReadOnly,
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
    /// A statement holds a value that `read-model` never binds.
    #[error("a statement holds a value of an unknown kind")]
    Value,
    /// The work was given up: the store is closing.
    #[error("the store has stopped")]
    Stopped,
}

impl Fault {
    /// Whether the server takes no writes, as a standby, or one that was told so.
    fn is_read_only(&self) -> bool {
        let is_told = matches!(
            self,
            Self::Sql(error) if error.code() == Some(&SqlState::READ_ONLY_SQL_TRANSACTION)
        );
        is_told || matches!(self, Self::ReadOnly)
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

    /// Whether the connection is at fault rather than the statement: the same may succeed on another.
    pub(crate) fn is_connection(&self) -> bool {
        match self {
            Self::Sql(error) => error.as_db_error().is_none_or(|error| {
                // Class 57P: the server is shutting down or starting up, or ended the session.
                let code = error.code().code();
                code.starts_with("57P") || code.starts_with("08") || code == "25P03"
            }),
            Self::Connect(_) | Self::Silent | Self::Unheard(_) | Self::Pool(_) => true,
            Self::ReadOnly
            | Self::Corrupt { .. }
            | Self::Row(_)
            | Self::OtherSource
            | Self::Full
            | Self::Value
            | Self::Stopped => false,
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
            Fault::Sql(error)
                if error.code() == Some(&SqlState::INTEGRITY_CONSTRAINT_VIOLATION) =>
            {
                Self::Rewritten
            }
            Fault::Sql(_)
            | Fault::Pool(_)
            | Fault::Connect(_)
            | Fault::Silent
            | Fault::Unheard(_)
            | Fault::ReadOnly
            | Fault::Corrupt { .. }
            | Fault::Row(_)
            | Fault::OtherSource
            | Fault::Full
            | Fault::Value
            | Fault::Stopped => Self::Store(fault.into()),
        }
    }
}

impl From<Fault> for QueryError {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "whatever is not about one row is about the whole database"
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
        match &fault {
            Fault::Sql(error) if error.code() == Some(&SqlState::INSUFFICIENT_PRIVILEGE) => {
                Self::Forbidden(Box::new(fault))
            }
            Fault::Sql(_)
            | Fault::Pool(_)
            | Fault::Connect(_)
            | Fault::Silent
            | Fault::Unheard(_)
            | Fault::ReadOnly
            | Fault::Corrupt { .. }
            | Fault::Row(_)
            | Fault::OtherSource
            | Fault::Full
            | Fault::Value
            | Fault::Stopped => Self::Unavailable(Box::new(fault)),
        }
    }
}

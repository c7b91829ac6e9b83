//! Why a story could not be told.

use thiserror::Error;

use khen_eventlog::{LedgerId, ReadError};
use khen_privacy::PrivacyError;

/// Why a story could not be told. No text here holds a personal value.
#[derive(Debug, Error)]
pub enum HistoryError {
    /// There is no such ledger.
    #[error("there is no ledger {ledger}")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// The ledger gave no answer.
    #[error("the events of the case could not be read")]
    Events(#[source] ReadError),
    /// An event is not understood: nothing is told rather than something left out.
    #[error("an event of the case is not understood")]
    NotUnderstood(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A case rests on more than one answer holds.
    #[error("the case rests on more than {max} events")]
    TooMuch {
        /// Events that one answer holds.
        max: usize,
    },
    /// The keys gave no answer, or a value does not open under its key.
    #[error("a personal value of the case could not be opened")]
    Personal(#[source] PrivacyError),
}

impl HistoryError {
    pub(crate) fn not_understood(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::NotUnderstood(Box::new(error))
    }
}

impl From<ReadError> for HistoryError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NoLedger { ledger } => Self::NoLedger { ledger },
            ReadError::Corrupt { .. } | ReadError::Unavailable(_) => Self::Events(error),
        }
    }
}

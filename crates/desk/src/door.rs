//! Errors of other rooms, as the desk answers them.

use crate::DeskError;
use khen_domain::PersonId;
use khen_eventlog::{OfficeError, ReadError};
use khen_privacy::PrivacyError;

pub(crate) fn unavailable(error: impl std::error::Error + Send + Sync + 'static) -> DeskError {
    DeskError::Unavailable(Box::new(error))
}

impl From<ReadError> for DeskError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NoLedger { ledger } => Self::NoLedger { ledger },
            ReadError::Corrupt { .. } | ReadError::Unavailable(_) => unavailable(error),
        }
    }
}

impl From<OfficeError> for DeskError {
    fn from(error: OfficeError) -> Self {
        match error {
            OfficeError::ReadOnly(_) => Self::ReadOnly(None),
            OfficeError::Corrupt { .. } | OfficeError::Unavailable(_) => unavailable(error),
        }
    }
}

/// What a failure to seal means to the one who asked.
pub(crate) fn sealing_failed(error: PrivacyError, person: Option<PersonId>) -> DeskError {
    match (error, person) {
        (PrivacyError::Destroyed, _) => DeskError::Erased,
        (PrivacyError::NoKey, Some(person)) => DeskError::NoPerson { person },
        (PrivacyError::TooLong { what, max, bytes }, _) => DeskError::Malformed {
            detail: format!("{what}: at most {max} bytes, got {bytes}"),
        },
        (PrivacyError::Office(error), _) => error.into(),
        (error, _) => unavailable(error),
    }
}

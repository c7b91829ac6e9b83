//! Why something could not be sealed or opened.

use thiserror::Error;

use khen_eventlog::{BlobError, OfficeError};

/// Why something could not be sealed or opened. No text here holds a personal value.
#[derive(Debug, Error)]
pub enum PrivacyError {
    /// The owner's key is destroyed: what it sealed is gone for ever, nothing new may be sealed.
    #[error("the key of the owner is destroyed")]
    Destroyed,
    /// The owner never had a key.
    #[error("the owner has no key")]
    NoKey,
    /// The owner's key does not unwrap; nearly always, this is not the master key that wrapped it.
    #[error("the key of the owner does not open under this master key")]
    WrongMasterKey,
    /// The box was not sealed for this ledger, owner and class, or its bytes were changed.
    #[error("the sealed bytes do not open for this ledger, owner and class")]
    Closed,
    /// A clear value, file or media type is larger than its limit.
    #[error("the {what} is at most {max} bytes, got {bytes}")]
    TooLong {
        /// What is too long.
        what: &'static str,
        /// The limit.
        max: usize,
        /// What was given.
        bytes: usize,
    },
    /// The index knows the file, the storage does not.
    #[error("the file is missing from the storage")]
    FileMissing,
    /// The office gave no answer.
    #[error("the keys could not be reached")]
    Office(#[from] OfficeError),
    /// The storage of files gave no answer.
    #[error("the file could not be kept or read")]
    Blobs(#[from] BlobError),
}

/// `Ok` if `bytes` is within `max`.
pub(crate) fn bounded(what: &'static str, bytes: usize, max: usize) -> Result<(), PrivacyError> {
    if bytes > max {
        Err(PrivacyError::TooLong { what, max, bytes })
    } else {
        Ok(())
    }
}

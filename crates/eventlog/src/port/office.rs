//! What all office ports share.

use thiserror::Error;

/// Why the office gave no answer.
#[derive(Debug, Error)]
pub enum OfficeError {
    /// What is stored does not parse.
    #[error("the office disagrees with itself at {place}")]
    Corrupt {
        /// Table, column and row.
        place: String,
    },
    /// The office takes no writes, as a standby does, or a file that is mounted so.
    #[error("the office records are read-only")]
    ReadOnly(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The office could not be reached or could not write.
    #[error("the office records are unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

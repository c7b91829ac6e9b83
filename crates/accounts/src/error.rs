//! Why nobody is let in, and why no token is issued.

use thiserror::Error;

use crate::limits::{TOKEN_DAYS_MAX, TOKEN_LABEL_CHARS_MAX};
use khen_eventlog::OfficeError;

/// Why nobody is let in.
#[derive(Debug, Error)]
pub enum AccountError {
    /// The text is not a token.
    #[error("the text is not a token")]
    Malformed,
    /// There is no token with this id and secret.
    #[error("there is no such token")]
    Unknown,
    /// The token's time is over.
    #[error("the token has expired")]
    Expired,
    /// The token was revoked.
    #[error("the token is revoked")]
    Revoked,
    /// Who it is could not be looked up.
    #[error("the credentials could not be reached")]
    Unavailable(#[source] OfficeError),
}

/// Why no token is issued.
#[derive(Debug, Error)]
pub enum IssueError {
    /// No time to live, or too much of it.
    #[error("a token lives 1 to {TOKEN_DAYS_MAX} days, not {days}")]
    Lifetime {
        /// What was asked.
        days: u16,
    },
    /// The issuer's words are too long.
    #[error("a label has at most {TOKEN_LABEL_CHARS_MAX} characters")]
    Label,
    /// The assignment is the program's own.
    #[error("no token acts for the program itself")]
    System,
    /// The token could not be kept.
    #[error("the credentials could not be reached")]
    Unavailable(#[source] OfficeError),
}

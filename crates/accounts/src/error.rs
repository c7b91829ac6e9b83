//! Why nobody is let in, and why no token is issued and no client registered.

use thiserror::Error;

use crate::{
    AssertionFault, Scopes,
    limits::{CLIENT_KEY_COUNT_MAX, TOKEN_DAYS_MAX, TOKEN_LABEL_CHARS_MAX},
};
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

/// Why no client is registered.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// The name is missing or too long.
    #[error("the name of a client has 1 to {TOKEN_LABEL_CHARS_MAX} characters")]
    Name,
    /// It may ask for nothing.
    #[error("a client has at least one scope")]
    NoScope,
    /// It opens no ledger, or one of them twice.
    #[error("a client opens at least one ledger, and each of them once")]
    Ledgers,
    /// An assignment is the program's own.
    #[error("no client acts for the program itself")]
    System,
    /// The client could not be kept.
    #[error("the clients could not be reached")]
    Unavailable(#[source] OfficeError),
}

/// Why a client gets no further key.
#[derive(Debug, Error)]
pub enum AddKeyError {
    /// There is no such client.
    #[error("there is no such client")]
    NoClient,
    /// It has enough of them.
    #[error("a client has at most {CLIENT_KEY_COUNT_MAX} keys at once: remove an older one")]
    TooMany,
    /// It has or had this one.
    #[error("the client has this key already, or had it and it was removed: make a new one")]
    Repeated,
    /// The key could not be kept.
    #[error("the clients could not be reached")]
    Unavailable(#[source] OfficeError),
}

/// Why a client reads no further ledger, or still reads one.
#[derive(Debug, Error)]
pub enum LedgerOfClientError {
    /// There is no such client.
    #[error("there is no such client")]
    NoClient,
    /// It reads this ledger already.
    #[error(
        "the client reads this ledger already: remove it first where somebody else is to act there"
    )]
    Repeated,
    /// It does not read this ledger.
    #[error("the client does not read this ledger")]
    Closed,
    /// It reads this ledger alone.
    #[error("the client reads no other ledger: revoke the client instead")]
    Last,
    /// The program itself would act for it.
    #[error("nobody acts as the program itself")]
    System,
    /// The change could not be kept.
    #[error("the clients could not be reached")]
    Unavailable(#[source] OfficeError),
}

/// Why no access token is granted.
#[derive(Debug, Error)]
pub enum GrantError {
    /// It is not proven who asks.
    #[error("{fault}")]
    Client {
        /// The client that is named, if there is such a one.
        known: Option<String>,
        /// What is wrong.
        fault: AssertionFault,
    },
    /// More is asked for than this client may, or what is no scope.
    #[error("the client may ask for {allowed}, and for nothing else")]
    Scope {
        /// All that it may ask for.
        allowed: Scopes,
    },
    /// It could not be looked up who asks, or the token not be kept.
    #[error("the clients could not be reached")]
    Unavailable(#[source] OfficeError),
}

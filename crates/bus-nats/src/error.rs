//! Why there is no line to the server.

use std::io;

use async_nats::{ConnectError, SubscribeError};
use thiserror::Error;

use crate::TooOld;

/// What a person must mend before there can be a line. A server that is not there is not among it.
#[derive(Debug, Error)]
pub enum BusError {
    /// The URL is not one of a NATS server.
    #[error("the URL of the NATS server is not valid")]
    Address(#[source] io::Error),
    /// The file with credentials cannot be read, or holds none.
    #[error("the credentials for the NATS server cannot be read")]
    Credentials(#[source] io::Error),
    /// The server is there and does not accept the credentials.
    #[error("the NATS server does not let Khen in")]
    Refused(#[source] ConnectError),
    /// The server is there and too old.
    #[error(transparent)]
    TooOld(#[from] TooOld),
    /// The connection ended before it could be listened to.
    #[error("the NATS server cannot be listened to")]
    Deaf(#[source] SubscribeError),
}

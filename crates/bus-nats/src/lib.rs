//! Rings the doorbell between processes over NATS.
//!
//! [`NatsBell`] publishes a message without content on `khen.bell.<ledger>` and listens to all of
//! `khen.bell.*`. The message says only that a ledger has grown; nothing is ever read from NATS.
//! Followers poll as well, so a server that is lost, frozen or wiped costs them time, never events.
//!
//! # Promises
//!
//! - A ring neither waits nor fails, whatever the server does; listeners of the same process hear
//!   it without the server.
//! - Rings that come faster than they are carried, or without a server, become one message per
//!   ledger. A message on its way when the connection breaks is lost.
//! - A lost server is looked for again for ever; once its subscription is in force again, every
//!   listener is woken once, for what it may have missed.
//! - A server older than [`OLDEST_SERVER`] is refused, also when it turns up later.
//!
//! # See also
//!
//! The port, `khen_eventlog::Doorbell`, and its chapter of the room `contract`.

mod bell;
mod error;
mod keeper;
mod login;
mod rope;
mod version;

pub use bell::NatsBell;
pub use error::BellError;
pub use version::{OLDEST_SERVER, TooOld};

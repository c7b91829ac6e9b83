//! Rings the doorbell between processes over NATS, and carries events out.
//!
//! [`NatsBell`] publishes a message without content on `khen.bell.<ledger>` and listens to all of
//! `khen.bell.*`. The message says only which ledger has grown; nothing is ever read from it.
//! Followers poll as well, so a server that is lost, frozen or wiped costs them time, never events.
//!
//! [`NatsFanOut`] keeps a stream `KHEN_<ledger>` in `JetStream` for each ledger that has a subscriber, in
//! which the event at position p is message p + 1, as a CloudEvents message in binary mode.
//!
//! # Promises
//!
//! - A ring neither waits nor fails, whatever the server does; listeners of the same process hear
//!   it without the server.
//! - Rings that come faster than they are carried, or without a server, become one message per
//!   ledger. A message on its way when the connection breaks is lost.
//! - A lost server is looked for again for ever; once its subscription is in force again, every
//!   listener is woken once, for what it may have missed.
//! - An event enters its stream right behind the one before it or not at all (`Nats-Expected-Last-Sequence`),
//!   whoever else publishes and whatever the stream was restored from. At most 500 are on their way.
//! - A stream that Khen would not have made so, or in which messages are missing, is refused.
//! - A server older than [`OLDEST_SERVER`] is refused, also when it turns up later.
//!
//! # See also
//!
//! The ports, `khen_eventlog::Doorbell` and `khen_eventlog::FanOut`; the chapter `doorbell` of the room
//! `contract`.

mod bell;
mod error;
mod fan_out;
mod keeper;
mod line;
mod login;
mod rope;
mod version;

pub use bell::NatsBell;
pub use error::BusError;
pub use fan_out::NatsFanOut;
pub use version::{OLDEST_SERVER, TooOld};

//! Carries one command from wish to recorded events.
//!
//! A [`Wish`] is what came through the door: the name of a command, its content with personal
//! values in clear, an idempotency key, who acts. [`Desk::carry_out`] seals the personal values,
//! brings the streams of the command table into sight, lets the domain decide, and appends what
//! follows on condition that nothing it has read has moved. [`Done`] says where the events stand.
//!
//! # Promises
//!
//! - An accepted decision is recorded only if every stream it has read or written is still as it
//!   was read. A refusal or an empty result is answered only after the same has been checked.
//! - The same key answers the first result, for ever; with another body it is refused.
//! - A decision rests on the ledger alone, never on rows.
//! - A ledger that is halted records nothing, whoever asks.
//! - Streams that are written are locked in the process, in the order of their names: conflicts
//!   arise only between processes, and a queue at one hot stream does not retry.
//!
//! # Limits
//!
//! Bounds stand in [`limits`].

mod append;
mod cache;
mod content;
mod desk;
mod door;
pub mod limits;
mod locks;
mod names;
mod prepare;
mod sight;
mod told;
mod wish;

pub use content::whole;
pub use desk::{Desk, DeskParts};
pub use names::describe_measures;
pub use told::actor_hash;
pub use wish::{DeskError, Done, DoneEvent, SYSTEM, Wish};

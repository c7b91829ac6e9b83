//! A unit's submission (hồ sơ đề nghị của đơn vị): one letter, one extract of the minutes, its list.
//!
//! Preparing → Signed → Sent → Received; any edit of a signed submission voids the signature. A sent
//! submission with a defective shared part is returned and sent again.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
mod late;
pub(crate) mod needs;
mod numbered;
mod refusal;
mod state;

#[cfg(test)]
mod stories;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use late::*;
pub use refusal::Refusal;
pub use state::*;

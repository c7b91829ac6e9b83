//! A unit's submission (hồ sơ đề nghị của đơn vị): one letter, one extract of the minutes, its list.
//!
//! Preparing → Signed → Sent → Received; any edit of a signed submission voids the signature.

mod command;
mod decide_intake;
mod decide_parts;
mod decide_submit;
mod event;
mod evolve;
mod refusal;
mod state;

pub(crate) mod decide;
pub(crate) mod needs;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;

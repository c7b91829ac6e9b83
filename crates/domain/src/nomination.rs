//! A nomination (đề nghị khen thưởng) of one nominee: its way through all gates (4.5).

mod alternate;
mod command;
pub(crate) mod decide;
mod details;
pub(crate) mod ending;
mod event;
mod evolve;
mod identity;
pub(crate) mod needs;
mod objection;
pub(crate) mod own;
mod refusal;
mod state;
mod substitutes;
mod words;

pub(crate) mod gates;
pub mod review;
pub(crate) mod review_needs;
#[cfg(test)]
mod review_stories;

#[cfg(test)]
mod stories;

pub use command::*;
pub use event::*;
pub use evolve::{evolve, gate_after};
pub use refusal::Refusal;
pub use state::*;
pub use words::*;

//! Waitlists (dự phòng, 4.7): who waits for a slot of the unit, or after the review or the Council for
//! a place of the quota; always in the order of a recorded ranking, never of arrival.

mod command;
pub(crate) mod decide;
pub(crate) mod needs;
pub(crate) mod pool;
mod refusal;

#[cfg(test)]
mod stories;

pub use command::*;
pub use refusal::Refusal;

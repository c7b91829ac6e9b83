//! A session of the Council (phiên họp Hội đồng Thi đua – Khen thưởng): agenda, roll, recusals,
//! motions with their ballots, minutes.

mod command;
mod count;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod refusal;
mod state;
mod words;

#[cfg(test)]
mod stories;

pub use command::*;
pub use count::outcomes;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;
pub use words::*;

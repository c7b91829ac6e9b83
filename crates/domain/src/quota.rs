//! The quota (số lượng khen thưởng): how many places there are, which units may nominate, who holds
//! how many slots, and which places are used (INV-23, INV-24).

mod allocation;
mod change;
mod command;
pub(crate) mod decide;
mod eligibility;
mod event;
mod evolve;
pub(crate) mod needs;
mod ranked;
mod reallocation;
mod refusal;
mod restore;
mod state;

#[cfg(test)]
mod stories;

pub use command::*;
pub use eligibility::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;

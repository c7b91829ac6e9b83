//! The reward fund (quỹ thi đua – khen thưởng) of the authority in a budget year: what came in, what is
//! set aside, what was paid. Paid ≤ set aside ≤ what is there (INV-33). Source: plan IV.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod refusal;
mod state;
#[cfg(test)]
mod stories;
mod words;

pub use command::*;
pub use event::Event;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::State;
pub use words::{AfterYearEnd, ReturnedBecause};

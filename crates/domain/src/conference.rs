//! The summation of a campaign (tổng kết), inside the authority's conference on administrative reform.
//! Source: plan V.1, step 19.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod refusal;
mod state;
#[cfg(test)]
mod stories;

pub use command::*;
pub use event::Event;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::{Conference, State};

//! Publicity (tuyên truyền): planned, broadcast, stories about exemplary people, and what is taken back
//! when an award is. Source: plan V.1 to V.3, step 18.

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
pub use state::{State, Ticket};
pub use words::{Channel, PublicityStage, WithdrawnBecause};

//! The directory (cơ quan, đơn vị, con người, phân công): the issuing authority with its calendar,
//! units, people by a random id, and who holds which role from when to when.

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
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;

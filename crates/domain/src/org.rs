//! The directory (cơ quan, đơn vị, con người, phân công, giao ký thay): the issuing authority with its calendar,
//! units, people by a random id, and who holds which role from when to when,
//! and who may sign for another.

mod assignment;
mod command;
pub(crate) mod decide;
mod delegation;
mod event;
mod evolve;
pub(crate) mod identity;
mod membership;
pub(crate) mod needs;
mod refusal;
mod state;
mod succession;
mod words;

#[cfg(test)]
mod assignment_stories;
#[cfg(test)]
mod delegation_stories;
#[cfg(test)]
mod identity_stories;
#[cfg(test)]
mod membership_stories;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod succession_stories;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use membership::Membership;
pub use refusal::Refusal;
pub use state::*;
pub use words::*;

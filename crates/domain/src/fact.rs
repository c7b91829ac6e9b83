//! Facts of a year about a unit or a person, each attested, provisional or final (4.6).

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod refusal;
mod result;
mod state;

#[cfg(test)]
mod stories;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use result::*;
pub use state::*;
use state::{Discipline, Initiative};

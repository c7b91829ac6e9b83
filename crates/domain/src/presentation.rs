//! A presentation to the Chairman (trình): the Council's letter and list, checked by the Office, and
//! the Chairman's decision on each nominee.

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

//! The aggregate `decision`.

mod command;
mod event;
mod evolve;
mod refusal;
mod state;
mod words;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;
pub use words::*;

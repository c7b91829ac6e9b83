//! The aggregate `unit_session`.

mod command;
mod event;
mod evolve;
mod refusal;
mod state;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;

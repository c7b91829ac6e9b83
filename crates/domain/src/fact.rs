//! The aggregate `fact`.

mod command;
mod event;
mod evolve;
mod refusal;
mod result;
mod state;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use result::*;
pub use state::*;

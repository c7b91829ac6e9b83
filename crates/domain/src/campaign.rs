//! The aggregate `campaign`.

mod command;
mod event;
mod evolve;
mod plan;
mod refusal;
mod state;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use plan::*;
pub use refusal::Refusal;
pub use state::*;

//! The aggregate `campaign`.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod plan;
mod refusal;
mod state;

pub use command::*;
pub use event::*;
pub use evolve::evolve;
pub use plan::*;
pub use refusal::Refusal;
pub use state::*;

//! The aggregate `quota`.

mod command;
mod eligibility;
mod event;
mod evolve;
mod refusal;
mod state;

pub use command::*;
pub use eligibility::*;
pub use event::*;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::*;

//! A thematic campaign (phong trào thi đua theo chuyên đề): plan, criteria and rules of the gates are
//! fixed, then it is launched, then the deadline is announced.

mod closing_words;
mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod plan;
mod refusal;
mod soundness;
mod state;

#[cfg(test)]
mod stories;

pub use closing_words::*;
pub use command::*;
pub use decide::DECISION_SYMBOL_CHARS_MAX;
pub use event::*;
pub use evolve::evolve;
pub use plan::*;
pub use refusal::{Body, Flaw, LaunchNeed, PlanPart, Refusal};
pub use soundness::flaws;
pub use state::*;

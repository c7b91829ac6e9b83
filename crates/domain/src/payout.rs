//! Prize money (tiền thưởng), one file per awardee: computed by the law, committed, paid, and given
//! back or recovered. Source: plan IV, step 17.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
pub(crate) mod needs;
mod refusal;
mod state;
#[cfg(test)]
mod stories;
mod words;

pub use command::*;
pub use event::Event;
pub use evolve::evolve;
pub use refusal::Refusal;
pub use state::{Payout, State};
pub use words::{PayoutStage, PrizeReturn};

//! What the law says, with its validity: rules of prize money (mức tiền thưởng) and base wages
//! (lương cơ sở). Legal values are data with a source, never constants.

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

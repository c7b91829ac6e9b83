//! A decision (quyết định tặng giấy khen, and those that amend, replace or revoke one): drafted,
//! initialled, signed, numbered, sealed, issued, in this order and no other (INV-27).

mod command;
mod content;
pub(crate) mod decide;
mod event;
mod evolve;
mod legacy;
pub(crate) mod needs;
mod refusal;
mod state;
mod words;

#[cfg(test)]
mod stories;

pub use command::*;
pub use content::*;
pub use event::*;
pub use evolve::evolve;
pub use legacy::*;
pub use refusal::Refusal;
pub use state::*;
pub use words::*;

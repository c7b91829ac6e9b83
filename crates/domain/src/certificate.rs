//! A certificate of merit (giấy khen), one per awardee: printed, signed, sealed, handed over, in this
//! order and no other; reissued where it is lost or wrong; recovered where the award is revoked.
//! Source: plan III.1.a, step 16.

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
pub use state::{Certificate, State};
pub use words::{CertificateStage, ReissueReason};

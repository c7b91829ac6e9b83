//! Matters that are being verified about a subject (tạm dừng xem xét). Source: NĐ 98 art. 4, INV-16.
//!
//! A hold is orthogonal to where a nomination stands: it blocks every step forward and no step back.

mod command;
pub(crate) mod decide;
mod event;
mod evolve;
mod gate;
pub(crate) mod needs;
mod refusal;
mod state;
#[cfg(test)]
mod stories;
mod words;

pub use command::{HeldSubject, LiftHold, PlaceHold, ReviewHold};
pub use event::Event;
pub use evolve::evolve;
pub(crate) use gate::{is_held, must_not_be_held};
pub(crate) use needs::needs_of;
pub use refusal::Refusal;
pub use state::{Hold, State};
pub use words::{HoldGround, HoldOutcome};

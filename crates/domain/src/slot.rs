//! The slots (suất) of a unit or group: granted, taken, freed; and the ranking of a group.

mod event;
mod evolve;
mod state;

pub use event::*;
pub use evolve::evolve;
pub use state::*;

//! Who claimed a nominee last: at most one live nomination per campaign and nominee (INV-08).

mod event;
mod evolve;
mod state;

pub use event::*;
pub use evolve::evolve;
pub use state::*;

//! The sealing key of an owner: created once, and destroyed for ever. The desk records both; no
//! command of the domain does.

mod event;
mod evolve;
mod state;

pub use event::*;
pub use evolve::evolve;
pub use state::*;

//! Human-readable codes (mã hồ sơ) of a series, dense and in order.

mod event;
mod evolve;
mod state;

pub use event::*;
pub use evolve::evolve;
pub use state::*;

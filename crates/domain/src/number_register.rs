//! The numbers of an issuer's series in a year (sổ đăng ký số): unique, never given again, voided or
//! not (INV-28).

mod event;
mod evolve;
mod state;

pub use event::*;
pub use evolve::evolve;
pub use state::*;

//! Hands out time, identity and chance.
//!
//! Every other room takes a [`Clock`], an [`IdSource`] or a [`Chance`] as an argument; the clippy
//! bans of the workspace keep it so. With all three on a leash, a whole run is a function of its
//! seed and its clock.

mod chance;
mod clock;
mod ids;

pub use chance::{Chance, OsChance, SeededChance};
pub use clock::{Clock, FileClock, MovableClock, Stopwatch, SystemClock};
pub use ids::{IdSource, RandomIds};

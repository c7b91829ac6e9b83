//! The demo season: a scripted campaign, played over the public HTTP API by made-up people.
//!
//! Every step carries an idempotency key of its own, so that a season that was cut off is played on
//! from where it stopped by playing it again.

mod council;
mod launch;
mod papers;
mod people;
mod player;
mod proposals;
mod report;
mod review;
mod script;
mod signature;
mod submissions;

pub(crate) use people::{Cast, Part, who};
pub(crate) use player::{Player, local};
pub(crate) use report::report;
pub(crate) use script::{Played, play};

//! The demo season: the campaign of 2024, played over the public HTTP API by made-up people.
//!
//! [`Season::play`] takes 21 nominees of 12 units through every gate, each command by the token of
//! its actor, in order of date and time; what has no order among itself is sent at once. It can stop
//! at any gate ([`Until`]), and it can be played many times over at once, each copy with units and
//! people of its own and one quota for all. [`mod@outcome`] then says whether it came out as it must.
//!
//! # Promises
//!
//! - Every step carries an idempotency key of its own: a season that was cut off, or stopped at a
//!   gate, is played on from there by playing it again.
//! - The season knows nothing that its people do not: it asks and acts over HTTP alone.

mod allocation;
mod council;
mod facts;
mod hold;
mod intake;
mod launch;
mod letters;
mod meetings;
mod outcome;
mod papers;
mod people;
mod player;
mod proposals;
mod ranking;
mod report;
mod review;
mod script;
mod signature;
mod table;

pub(crate) use outcome::{Outcome, outcome};
pub(crate) use people::{Cast, Part, Who, who};
pub(crate) use player::{Player, local};
pub(crate) use report::{Played, report, say};
pub(crate) use script::{Season, Until, at_once};
pub(crate) use table::{nominating_units, nominee_count};

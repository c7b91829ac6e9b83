//! Plays a season over the public HTTP API: whichever, by data alone.
//!
//! A season is a folder of `crates/service/seasons/`: `season.toml` says which units nominate whom and
//! where everybody must stand at the end, and the numbered files beside it hold the steps, each at its
//! time ([`script`]). [`Season::play`] takes them in order, each command by the token of its actor; what
//! a step does for many units or nominees is sent at once where their order does not matter. It can
//! stop at any gate ([`Until`]), and it can be played many times over at once, each copy with units and
//! people of its own and one quota for all. [`mod@outcome`] then says whether it came out as it must.
//!
//! To add a step, write it into the file of its dates, or into a new file listed in
//! `crates/service/src/profile.rs`; what its content may refer to stands in [`fill`].
//!
//! # Promises
//!
//! - Every step carries an idempotency key of its own: a season that was cut off, or stopped at a
//!   gate, is played on from there by playing it again.
//! - The season knows nothing that its people do not: it asks and acts over HTTP alone.

mod acts;
mod fill;
mod outcome;
mod papers;
mod people;
mod play;
mod player;
mod report;
mod results;
mod script;
mod stage;
mod units;
mod until;

pub(crate) use outcome::{Outcome, outcome};
pub(crate) use people::{Cast, Part, Who, who};
pub(crate) use player::{MoveClock, Player, Settled, local};
pub(crate) use report::{Played, report, say};
pub(crate) use script::Script;
pub(crate) use stage::{Season, at_once};
pub(crate) use until::Until;

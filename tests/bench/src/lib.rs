//! Measures Khen beside what the bare database can do.
//!
//! `cargo bench -p khen-bench` fills a ledger, then measures every contender in turn, round after
//! round, in one process. What counts is the median of the ratios of one round: both sides of a
//! ratio have met the same machine in the same minute. Never run it beside a build.
//!
//! # See also
//!
//! `benches/ledger.rs` and `benches/rebuild.rs`, which list the contenders and the bars; `README.md`
//! says how to run them and what they print.

mod bare;
mod fill;
mod machine;
mod office;
mod plan;
mod rebuild;
mod report;
mod rounds;
mod seasons;
mod store;

pub use bare::Bare;
pub use fill::{Filled, filled, reopened};
pub use machine::{Meter, Timed};
pub use office::Office;
pub use plan::{Plan, Planned};
pub use rebuild::{BareRows, Folder};
pub use report::{Bar, Least, print, print_least};
pub use rounds::{Contender, Round, Sample, measure};
pub use seasons::{Played, played};
pub use store::at_once;

/// Writers in a crowd.
pub const WRITER_COUNT: usize = 64;
/// Appends of a crowd in one measurement: several folds of the write-ahead log fall into it.
pub const CROWD_APPEND_COUNT: usize = 32_000;
/// Appends of a lone writer in one measurement.
pub const LONE_APPEND_COUNT: usize = 2_000;
/// Rounds; every contender is measured once in each.
pub const ROUND_COUNT: usize = 7;

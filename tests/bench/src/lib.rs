//! Measures Khen beside what the bare database can do.
//!
//! `cargo bench -p khen-bench` fills a ledger, then measures every contender in turn, round after
//! round, in one process. What counts is the median of the ratios of one round: both sides of a
//! ratio have met the same machine in the same minute. Never run it beside a build.
//!
//! # See also
//!
//! The files of `benches/`, which list the contenders and the bars; `README.md` says how to run them and
//! what they print.

mod bare;
mod cluster;
mod fill;
mod machine;
mod office;
mod plan;
mod postgres;
mod rebuild;
mod report;
mod rounds;
mod sealing;
mod seasons;
mod settings;
mod store;

pub use bare::Bare;
pub use cluster::{Cluster, Spread, Used, below, percent_of_a_core};
pub use fill::{Filled, fill, filled, reopened};
pub use machine::{Meter, Timed};
pub use office::Office;
pub use plan::{Plan, Planned};
pub use postgres::{
    BarePostgres, Bytes, MANY_LEDGER_COUNT, Many, Member, PlayedPostgres, Server, Snapshot,
    feed_folded, flush_time, ledgers, plain_data, plain_events, race,
};
pub use rebuild::{BareRows, Folder};
pub use report::{Bar, Least, print, print_least};
pub use rounds::{Contender, Round, Sample, contender, measure};
pub use sealing::{Sealing, SealingNow};
pub use seasons::{PERSONS_PER_UNIT, Played, played};
pub use settings::number;
pub use store::{alone, at_once};

/// Writers in a crowd.
pub const WRITER_COUNT: usize = 64;
/// Appends of a crowd in one measurement: several folds of the write-ahead log fall into it.
pub const CROWD_APPEND_COUNT: usize = 32_000;
/// Appends of a lone writer in one measurement.
pub const LONE_APPEND_COUNT: usize = 2_000;
/// Rounds; every contender is measured once in each.
pub const ROUND_COUNT: usize = 7;

//! Keeps sinks caught up with the ledger.
//!
//! A [`Follower`] reads each ledger in order from the sink's own cursor, hands each batch to its
//! [`Sink`], and sleeps until the doorbell rings or the poll interval passes. Where a
//! full batch was read there is more, and the next is read while the sink handles the last. [`RowsSink`] is the
//! sink that keeps rows; [`Rebuild`] empties them and follows from the beginning; [`RowArrivals`]
//! lets a reader wait for the own write. [`ReactionSink`] turns events into further commands, and a
//! [`Ticker`] tells what falls due. [`Status`] says how far every ledger is.
//!
//! # Promises
//!
//! - The cursor never runs ahead of the sink.
//! - The bell carries no data: losing one costs latency, never events.
//! - There is no separate rebuild path: a rebuild takes the same steps from another start.
//! - An event that a sink cannot handle stops that ledger only, with its cursor unmoved and its
//!   reason in [`Status`]; other ledgers go on. Nothing is ever skipped.
//! - A reaction or a reminder is given to the desk under a key that follows from its cause: nothing
//!   repeats, and a rebuild of rows repeats nothing at all.
//! - Several processes may follow one ledger: the cursor lets one of them apply each batch.
//!
//! # Limits
//!
//! At most [`limits::BATCH_EVENT_COUNT_MAX`] events a batch. The reason of a stop is kept in memory:
//! a restart meets the same event and says the same again.
//!
//! # See also
//!
//! `a_sink_catches_up_without_any_bell` in `tests/follow`, and the contract's chapter `rows`.

mod arrivals;
mod follower;
pub mod limits;
mod names;
mod pages;
mod reactions;
mod rebuild;
mod rows;
mod sink;
mod status;
mod step;
mod ticker;
mod traces;

pub use arrivals::RowArrivals;
pub use follower::{Follower, FollowerParts};
pub use reactions::{Reaction, ReactionParts, ReactionSink};
pub use rebuild::{Progress, Rebuild, RebuildError, Rebuilt};
pub use rows::RowsSink;
pub use sink::{Sink, SinkError};
pub use status::{LedgerStatus, Status, Stop};
pub use ticker::{TickError, Ticked, Ticker, TickerParts};
pub use traces::root_of;

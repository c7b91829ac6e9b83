//! Keeps sinks caught up with the ledger.
//!
//! [`Heads`] wakes when the doorbell rings or the poll interval passes, and asks once for the sizes of
//! all ledgers. A [`Follower`] compares them with the cursors of its [`Sink`], asked for once as well;
//! of each ledger that is behind and that this process holds, it reads the next events and hands them
//! to the sink, batch by batch. Where a full batch was read there is more, and the next is read while
//! the sink handles the last. [`Holdings`] says which ledgers those are: all of them, or the
//! partitions that a [`LeaseKeeper`] has leased. [`RowsSink`] is the
//! sink that keeps rows; [`Rebuild`] fills another set of them from the beginning and puts it in their
//! place; [`RowArrivals`]
//! lets a reader wait for the own write, and a [`Census`] counts them for
//! measures. [`SealSink`] is the sink that keeps the transparency log of each ledger, and a [`Notary`]
//! signs what has grown; [`Witnesses`] has it cosigned. [`FanOutSink`] carries the events out to
//! those who subscribe, and a [`Herald`] tells them of checkpoints. [`ReactionSink`] turns events into further commands, and a
//! [`Ticker`] tells what falls due. [`Status`] says how far every ledger is.
//!
//! # Promises
//!
//! - The cursor never runs ahead of the sink.
//! - Nothing is asked for per ledger while nothing happens: thousands of them cost one question a poll,
//!   and another for each sink every [`limits::GLANCE_COUNT_MAX`] polls.
//! - A ring says no more than which ledger has grown: losing one costs latency, never events.
//! - There is no separate rebuild path: a rebuild takes the same steps from another start.
//! - An event that a sink cannot handle stops that ledger only, with its cursor unmoved and its
//!   reason in [`Status`] and in the office; other ledgers go on. Nothing is ever skipped. The event is
//!   tried again after a restart, a takeover, or when somebody else has moved the cursor.
//! - A ledger that was turned back or went another way is halted before anything more is recorded in it,
//!   by a [`Guard`] that looks before the first command and keeps looking.
//! - A log is signed only where it goes on from what was signed before, which a [`Signer`] keeps on a second
//!   path; a ledger that was turned back or went another way stops its log until somebody looks.
//! - What goes out stands in its stream at its own position, or nothing does: whatever the stream was
//!   wiped or restored to, it is filled again, and one that tells something else is left alone.
//! - A reaction or a reminder is given to the desk under a key that follows from its cause: nothing
//!   repeats, and a rebuild of rows repeats nothing at all.
//! - Of several processes one follows a ledger, by lease. Who has lost it without knowing writes nothing
//!   once its successor has: every cursor keeps the epoch of the lease and refuses an earlier one. Should
//!   two follow all the same, the cursor lets one of them apply each batch.
//!
//! # Limits
//!
//! At most [`limits::BATCH_EVENT_COUNT_MAX`] events a batch. A lease lasts
//! [`limits::LEASE_TERM_DEFAULT`] and is renewed every [`limits::LEASE_BEAT_DEFAULT`].
//!
//! # See also
//!
//! `a_sink_catches_up_without_any_bell` and `a_zombie_writes_nothing` in `tests/follow`, and the
//! contract's chapters `rows`, `cursors` and `leases`.

mod arrivals;
mod census;
mod consumers;
mod fan_out;
mod follower;
mod glance;
mod heads;
mod heal;
mod holdings;
mod leases;
pub mod limits;
mod names;
mod pages;
mod reactions;
mod rebuild;
mod rows;
mod seal;
mod sink;
mod status;
mod step;
mod stops;
mod ticker;
mod traces;
mod verify;

pub use arrivals::RowArrivals;
pub use census::{Census, CensusParts};
pub use consumers::{ConsumerWatch, ConsumerWatchParts};
pub use fan_out::{
    herald::Herald,
    sink::{FanOutParts, FanOutSink},
    subscribed::Subscribed,
};
pub use follower::{Follower, FollowerParts};
pub use heads::{Heads, HeadsParts};
pub use heal::{HealError, Healed, Healer, HealerParts, Mirror, MirrorError};
pub use holdings::Holdings;
pub use leases::{LeaseKeeper, LeaseKeeperParts};
pub use names::describe_measures;
pub use reactions::{Reaction, ReactionParts, ReactionSink};
pub use rebuild::{Agreement, OddRow, Oddness, Progress, Rebuild, RebuildError, Rebuilt};
pub use rows::RowsSink;
pub use seal::{
    guard::{Guard, GuardError, GuardParts, cosigned},
    halted::Halting,
    keys::{LogIdentity, LogKeys, LogNames, LogSeed, NoName},
    memory::SignedMemory,
    notary::{Notary, NotaryParts},
    signer::{SignError, Signer},
    sink::SealSink,
    witnesses::{AskedWitness, WitnessDoor, Witnesses, WitnessesParts},
};
pub use sink::{Sink, SinkError};
pub use status::{LedgerStatus, Status, Stop};
pub use ticker::{TickError, Ticked, Ticker, TickerParts};
pub use traces::root_of;
pub use verify::{Damage, DocumentVerifier, Part, Verdict, Verifier, VerifierParts, VerifyFailure};

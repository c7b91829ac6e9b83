//! Bounds of following.

use std::time::Duration;

use jiff::SignedDuration;

use khen_eventlog::limits::PAGE_EVENT_COUNT_MAX;

/// Events that a sink is handed at once: eight pages of the ledger, some 40 MB, and as much again is
/// read ahead. A row that many of them touch is loaded and written once, so that larger batches lower
/// the cost of an event; they also hold the write lock of the rows longer, some 0.1 s.
pub const BATCH_EVENT_COUNT_MAX: usize = 8 * PAGE_EVENT_COUNT_MAX;
/// Events of a batch that are understood before they are folded: enough to be worth waking a thread,
/// few enough that folding begins soon.
pub const UNDERSTOOD_EVENT_COUNT: usize = 2_048;
/// Requests of a batch in whose traces the batch is shown, and whose ids stand on its span: a person
/// looks for one, and a batch that catches up holds thousands.
pub const TRACED_REQUEST_COUNT_MAX: usize = 32;
/// Ledgers counted in one look of the census; those that have waited longest come first. A look at one
/// is a few queries of milliseconds.
pub const CENSUS_LEDGER_COUNT_MAX: usize = 256;
/// Campaigns of a ledger that the census counts, the last by their ids: an office has one or two a year,
/// and older ones do not move.
pub const CENSUS_CAMPAIGN_COUNT_MAX: usize = 4;
/// The least time between two looks of the census, unless it is told otherwise.
pub const CENSUS_PAUSE: Duration = Duration::from_secs(30);
/// How long followers sleep when no bell rings, unless they are told otherwise.
pub const POLL_INTERVAL_DEFAULT: Duration = Duration::from_secs(1);
/// How long the watch over the ledgers rests after a look: what is recorded meanwhile is seen by one
/// question, and a busy bell does not become thousands of them a second.
pub const HEADS_REST: Duration = Duration::from_millis(5);
/// Ledgers rung for since the last look that are looked at one by one; of more, all ledgers are listed.
pub const RUNG_COUNT_MAX: usize = 16;
/// Polls between two at which a guard looks at the ledgers themselves: nothing but a database that is
/// restored under a running process makes one shrink, and listing thousands of them costs.
pub const GUARD_POLL_COUNT: u32 = 10;
/// Looks between two at which a follower reads all its cursors, although nothing says that somebody else
/// has moved one: with nothing recorded, a rebuild is noticed ten polls later.
pub const GLANCE_COUNT_MAX: u32 = 9;
/// How long a partition is leased, unless it is renewed. With a beat of a third of it, the partitions of
/// a process that was killed are taken over in less than 10 s.
pub const LEASE_TERM_DEFAULT: Duration = Duration::from_secs(6);
/// How often leases are renewed: two beats may fail before a term is over.
pub const LEASE_BEAT_DEFAULT: Duration = Duration::from_secs(2);
/// The part of a term by which a process lets go of it before the store does: here a sixth, one second
/// by default, for what is in hand.
pub const LEASE_MARGIN_DIVISOR: u32 = 6;
/// Trees that the seal keeps open, each with some 16 KB of its right edge: those that grow at the moment.
pub const OPEN_TREE_COUNT_MAX: usize = 1_024;
/// How long the seal rests when it has caught up: each of its batches rewrites the right edge of a tree,
/// and a checkpoint waits for it no longer than this.
pub const SEAL_REST: Duration = Duration::from_millis(50);
/// The least time between two checkpoints of a log, which also bounds how long an event waits for one: a
/// second, less the rest of the seal and the time that signing takes, so that no checkpoint of a growing
/// log is older than that.
pub const SIGN_PAUSE: Duration = Duration::from_millis(900);
/// The least time between two requests to a witness for one log. Source: `c2sp.org/tlog-witness` leaves
/// it to the log; a witness serves many.
pub const WITNESS_PAUSE: Duration = Duration::from_secs(10);
/// The age at which the word of a witness is asked for anew although the log has not grown. It bounds how long a
/// newer tree can be hidden.
pub const WITNESS_FRESHNESS: Duration = Duration::from_mins(15);
/// How often a ticker looks at what falls due, unless it is told otherwise: deadlines are days and
/// hours, so that a minute is soon enough.
pub const TICK_INTERVAL_DEFAULT: Duration = Duration::from_mins(1);
/// How long a ticker trusts what it saw of a ledger whose rows have not moved: other rows may have been
/// put in their place.
pub const LOOK_AGE_MAX: SignedDuration = SignedDuration::from_hours(1);
/// How often a waiting reader looks at the rows when no follower of its own process reports.
pub const ARRIVAL_POLL_INTERVAL: Duration = Duration::from_millis(50);
/// Events that may be missing in a set of rows when those that serve are held to be switched: followed
/// in a few milliseconds, in which nobody moves rows.
pub const APPROACH_EVENT_COUNT: u64 = 256;
/// Times that a set of rows is brought to the ends of all ledgers before those that serve are held
/// anyway. Each time leaves what was recorded meanwhile, a small part of the last.
pub const APPROACH_COUNT_MAX: usize = 8;

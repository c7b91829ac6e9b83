//! Bounds of pulling.

use khen_eventlog::limits::{EVENT_DATA_BYTES_MAX, LEAF_BYTES_MAX};

/// Ledgers that are pulled at once.
pub(super) const LEDGER_COUNT_AT_ONCE: usize = 4;
/// Segments or pages of a turn, after which a ledger that is still behind waits until the others had theirs.
/// A segment has at most 4,096 events and a page 5,000, so that nobody waits for more than 80,000 events
/// of each ledger before.
pub(super) const TURN_STEP_COUNT_MAX: usize = 16;
/// Mirrors that stay open between two turns: each holds a lock, and is read whole when it is opened.
pub(super) const OPEN_MIRROR_COUNT_MAX: usize = 256;
/// Looks for a checkpoint of the newest events of a ledger, one at each list that comes: a log that is
/// signed at all signs within a few of them.
pub(super) const LOOK_COUNT_MAX: usize = 10;
/// Bytes of a line: an event with the largest payload, twice its leaf, and what stands between.
pub(super) const LINE_BYTES_MAX: usize = EVENT_DATA_BYTES_MAX + 2 * LEAF_BYTES_MAX;
/// Bytes of lines after which no other is read at once.
pub(super) const BATCH_BYTES: usize = 1 << 20;

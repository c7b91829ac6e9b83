//! Bounds of everything that enters a ledger.

/// Bytes of a ledger's slug. It becomes a NATS token and a URL segment.
pub const LEDGER_NAME_BYTES_MAX: usize = 64;
/// Bytes of the name of a consumer, which stands in addresses and measures.
pub const CONSUMER_NAME_BYTES_MAX: usize = 64;
/// Consumers of one client in one ledger: each is a line of measures and of the receipts.
pub const CONSUMER_COUNT_MAX: usize = 16;
/// Bytes of a stream's name.
pub const STREAM_NAME_BYTES_MAX: usize = 256;
/// Bytes of an event type.
pub const EVENT_TYPE_BYTES_MAX: usize = 128;
/// Streams written by one append: a list act over a whole annual session (about 2,700 cases).
pub const APPEND_STREAM_COUNT_MAX: usize = 5_000;
/// Events in one append.
pub const APPEND_EVENT_COUNT_MAX: usize = 20_000;
/// Conditions of one append: the streams written and as many read.
pub const APPEND_CONDITION_COUNT_MAX: usize = 20_000;
/// Canonical bytes of one event's data. A page of the feed is at most 8 MiB.
pub const EVENT_DATA_BYTES_MAX: usize = 1 << 20;
/// Events in one page of a long read: each page is a short transaction of its own.
pub const PAGE_EVENT_COUNT_MAX: usize = 4_096;
/// The largest integer that the canonical form may hold, 2^53 − 1: beyond it two integers may read
/// as one. Source: RFC 7493 section 2.2, which RFC 8785 section 3.2.2.3 rests on.
pub const CANONICAL_INTEGER_MAX: u64 = (1 << 53) - 1;
/// Bytes of an acting assignment's id and of a request's id, which stand in every leaf.
pub const ATTRIBUTE_BYTES_MAX: usize = 256;
/// Bytes of a leaf. Source: C2SP tlog-tiles, where a 16-bit length precedes an entry.
pub const LEAF_BYTES_MAX: usize = 65_535;
/// Shares of all ledgers, each worked on by one process at a time. It is fixed for ever: where a
/// ledger belongs hangs on it.
pub const PARTITION_COUNT: u8 = 64;

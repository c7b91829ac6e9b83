//! Bounds of what is carried out at once.

use khen_eventlog::limits::{EVENT_DATA_BYTES_MAX, LEAF_BYTES_MAX};

/// Events of a page unless the reader says otherwise.
pub const PAGE_EVENT_COUNT_DEFAULT: usize = 500;
/// Events of a page at most.
pub const PAGE_EVENT_COUNT_MAX: usize = 5_000;
/// Bytes of a page before it is compressed.
pub const PAGE_BYTES_MAX: usize = 8 << 20;
/// Events looked at for one page: a filter that matches nothing costs no more than this.
pub const SCAN_EVENT_COUNT_MAX: u64 = 65_536;
/// Events asked of the ledger at once; most pages need one.
pub const READ_EVENT_COUNT: usize = 1_024;
/// Events of a segment: every multiple of it ends one. 16 full tiles of a log's lowest level.
pub const SEGMENT_EVENT_COUNT_MAX: u64 = 4_096;
/// Streams of which it is kept in memory to which unit they belong: some 200 bytes each.
pub const HOMES_KEPT_MAX: usize = 65_536;
/// Seconds that a reader may wait for news.
pub const WAIT_SECONDS_MAX: u64 = 60;
/// Rows of a page of a register unless the reader says otherwise, which is also the most.
pub const REGISTER_ROW_COUNT: usize = khen_read_model::limits::REGISTER_ROW_COUNT_MAX;
/// Bytes of the key at which a page of a register begins.
pub const REGISTER_KEY_BYTES_MAX: usize = 256;
/// Filters by type in one query.
pub const TYPE_FILTER_COUNT_MAX: usize = 64;

/// Every event fits a page: no reader ever stands before one that cannot be sent.
const _: () = assert!(EVENT_DATA_BYTES_MAX + 2 * LEAF_BYTES_MAX < PAGE_BYTES_MAX);

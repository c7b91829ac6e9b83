//! Bounds of this store, each with its unit and source.

use std::time::Duration;

/// Appends that may wait for the committer before callers are held back.
pub const QUEUE_APPEND_COUNT_MAX: usize = 1_024;
/// Appends in one transaction: bounds how long the last of them waits for its answer.
pub const BATCH_APPEND_COUNT_MAX: usize = 256;
/// Bytes of event data after which a transaction takes no further append: about a fifth of the
/// write-ahead log between two checkpoints.
pub const BATCH_DATA_BYTES_MAX: usize = 16 << 20;
/// How long the committer waits for writers to come again, while there is a crowd of them; the
/// system rounds it up to some 70 µs. Measured: batches of 64 writers grow from 38 to 63 appends.
pub const CROWD_PATIENCE: Duration = Duration::from_micros(20);
/// Times that a batch is run again when its commit gave no clear answer.
pub const COMMIT_RETRY_COUNT_MAX: usize = 2;
/// Reading connections of one file: as many reads at once; further ones wait.
pub const READER_COUNT_MAX: usize = 4;
/// How long a statement waits for another process's lock.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Statements that a connection keeps prepared: all of its file, with room.
pub const PREPARED_STATEMENT_COUNT_MAX: usize = 128;
/// Pages of 4,096 bytes in the write-ahead log before it is folded into the ledger file.
/// Source: architecture of the ledger; a fold costs two flushes and writes each page once.
pub const LEDGER_CHECKPOINT_PAGE_COUNT: i64 = 20_000;
/// Page cache of the ledger's writing connection, in KiB: holds the tables of known commands and the
/// growing ends of the indexes of a ledger with some millions of events. Not more: below 1 GiB a
/// commit that has split pages walks the whole hash table of the cache.
pub const LEDGER_CACHE_KIB: i64 = 65_536;
/// Pages in the write-ahead log of the rows before it is folded into their file. A rebuild puts the same
/// pages again and again: folded every 1,000 pages, as SQLite does unasked, each of them is written
/// and flushed many times over.
pub const ROWS_CHECKPOINT_PAGE_COUNT: i64 = 20_000;
/// Page cache of the rows' writing connection, in KiB: the values in the clear have random keys, so
/// that a rebuild comes back to all pages of their table.
pub const ROWS_CACHE_KIB: i64 = 65_536;
/// Page cache of every other connection, in KiB.
pub const OTHER_CACHE_KIB: i64 = 16_384;
/// Streams whose number and version the committer remembers, about 10 MB.
pub const REMEMBERED_STREAM_COUNT_MAX: usize = 65_536;
/// Names of streams that the readers of a file remember, about 30 MB.
pub const REMEMBERED_NAME_COUNT_MAX: usize = 262_144;
/// Commands in the smallest of the three tables of known commands: about 14 pages, so that the
/// commands of one batch meet on them.
pub const NEW_COMMAND_COUNT_MAX: usize = 2_048;
/// Commands in the middle table: about 450 pages. Moving them all on takes some 0.2 s.
pub const RECENT_COMMAND_COUNT_MAX: usize = 65_536;

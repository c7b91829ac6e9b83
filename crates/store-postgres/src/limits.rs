//! Bounds of this store, each with its unit and source.

use std::time::Duration;

/// Committers of a process; a ledger is always written by the same one.
/// Source: architecture of the ledger; a second one pays while the first waits for the disk.
pub const COMMITTER_COUNT: usize = 2;
/// Appends that may wait for a committer before callers are held back.
pub const QUEUE_APPEND_COUNT_MAX: usize = 1_024;
/// Appends in one transaction: bounds how long the last of them waits for its answer.
pub const BATCH_APPEND_COUNT_MAX: usize = 256;
/// Bytes of event data after which a transaction takes no further append.
pub const BATCH_DATA_BYTES_MAX: usize = 16 << 20;
/// Turns of the scheduler that a committer waits for the writers it has just answered, while there is
/// a crowd of them. A lone writer never waits.
pub const CROWD_TURN_COUNT_MAX: usize = 16;
/// Batches that a committer records under the same locks while other processes write to the ledger too:
/// bounds how long these wait for their turn, and how often it is paid for.
pub const TURN_BATCH_COUNT_MAX: usize = 4;
/// Appends of a batch after which its locks are held for the next: fewer writers are not waited for.
pub const TURN_APPEND_COUNT_MIN: usize = 8;
/// Times that a batch is run again when its connection broke.
pub const RETRY_COUNT_MAX: u32 = 6;
/// The first pause before a broken connection is made again; each further one is twice as long.
pub const RETRY_PAUSE: Duration = Duration::from_millis(50);
/// Streams whose number and version a committer remembers, about 10 MB.
pub const REMEMBERED_STREAM_COUNT_MAX: usize = 65_536;
/// Events of a ledger, the last one remembered among them, that are read to keep what is remembered
/// right, about a millisecond while its lock is held. If others have written more, looking at the streams
/// of a batch costs less.
pub const TAIL_EVENT_COUNT_MAX: usize = 1_024;
/// Ledgers whose numbers a process remembers, about 10 MB.
pub const REMEMBERED_LEDGER_COUNT_MAX: usize = 65_536;
/// Names of streams that the readers of a process remember, about 30 MB.
pub const REMEMBERED_NAME_COUNT_MAX: usize = 262_144;

/// Times that only moved ledgers are asked for before all are listed anew, so that a database put back
/// to an older state is not believed to hold what it held: a minute of polls.
pub const LISTING_COUNT_MAX: usize = 60;

/// How long a new connection may take.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a reader waits for a free connection.
pub const POOL_PATIENCE: Duration = Duration::from_secs(5);
/// Reading connections of one process, unless the configuration says otherwise.
pub const POOL_SIZE: usize = 8;
/// How long the server lets one statement of a reader or of the rows run.
pub const STATEMENT_TIMEOUT: Duration = Duration::from_secs(30);
/// How long a statement waits for a lock. Longer than [`IDLE_IN_TRANSACTION_TIMEOUT`], so that a
/// writer which stalled inside its transaction is ended by the server before others give up.
pub const LOCK_TIMEOUT: Duration = Duration::from_secs(8);
/// How long the server lets a transaction lie idle before it ends the connection.
pub const IDLE_IN_TRANSACTION_TIMEOUT: Duration = Duration::from_secs(4);
/// How long a switch between sets of rows may hold the writers off without a word, while the set that
/// comes in is brought up to the one that goes.
pub const SWITCH_IDLE_TIMEOUT: Duration = Duration::from_mins(1);
/// How long bytes may stay unacknowledged before the connection counts as dead.
pub const TCP_USER_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a committer waits for the answers of one round trip before it takes the connection for dead.
pub const ROUND_TRIP_PATIENCE: Duration = Duration::from_secs(15);
/// How long a reader waits for an answer before it takes the connection for dead. Longer than
/// [`STATEMENT_TIMEOUT`], after which a server that can still be reached says so itself.
pub const READ_PATIENCE: Duration = Duration::from_secs(35);

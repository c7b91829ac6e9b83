//! Keeps ledgers, their logs, office records and rows in four SQLite files.
//!
//! [`SqliteLedger`] keeps `ledger.db`: one committer thread owns its only write connection and
//! records whatever waits in one transaction. [`SqliteOffice`] keeps `office.db`: keys,
//! credentials, the index of files, and the cursors, stops and leases of workers. [`SqliteRows`] keeps
//! `rows.db`, and [`SqliteRowSets`] the files of the rows that may take its place. [`SqliteSeal`] keeps
//! `seal.db`: the tiles and checkpoints of logs. [`LocalBell`] is the doorbell within one process.
//! The README beside this crate tells the life of an append and the known limits.
//!
//! # Promises
//!
//! - What was answered has been flushed to the disk (`synchronous=FULL`, but for rows
//!   and logs, which are made again from the ledger).
//! - Several processes may open the same folder; SQLite's own lock lets one of them write at a time.
//! - A row that does not parse is reported with its table, column and key, never skipped.
//! - Nothing here knows what a nomination is.
//!
//! # See also
//!
//! The room `contract`, whose chapters `tests/contract.rs` runs.

mod bell;
mod connection;
mod database;
mod error;
mod fault;
mod ledger;
pub mod limits;
mod migrations;
mod office;
mod parser;
mod readers;
mod rows;
mod seal;
mod sql;
mod version;

pub use bell::LocalBell;
pub use connection::{LEDGER_FILE, OFFICE_FILE, ROWS_FILE, SEAL_FILE};
pub use error::OpenError;
pub use ledger::{SqliteLedger, SqliteRestore};
pub use office::SqliteOffice;
pub use rows::{SqliteRowSets, SqliteRows};
pub use seal::SqliteSeal;
pub use version::{SQLITE_VERSION_MIN, sqlite_version};

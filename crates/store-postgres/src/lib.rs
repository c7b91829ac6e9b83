//! Keeps ledgers, their logs, office records and rows in a Postgres database.
//!
//! [`PostgresLedger`] keeps the schema `ledger`: two committers a process, each with a connection of
//! its own, record whatever waits in one transaction. The README beside this crate tells the life of an
//! append and the known limits. [`PostgresOffice`] keeps the schema `office`: keys, credentials, the
//! index of files, and what workers know of each other; its page says what is left of a destroyed key.
//!
//! [`PostgresRows`] keeps the schema `rows`; [`PostgresRowSets`] makes others beside it and puts them in its
//! place. [`PostgresSeal`] keeps the schema `seal`: the tiles and checkpoints of logs.
//!
//! # Promises
//!
//! - What was answered is on the server's disk (`synchronous_commit`), whatever happens to this process
//!   or to the connection.
//! - Any number of processes may write: a ledger's lock lets one of them commit at a time, so that its
//!   positions are dense and in the order of commits.
//! - A commit whose answer is lost is run again; the ids of its commands say what was recorded.
//! - A row that does not parse is reported with its table, column and key, never skipped.
//! - Nothing here knows what a nomination is.
//!
//! # See also
//!
//! The room `contract`, whose chapters `tests/contract.rs` runs.

mod connect;
mod error;
mod fault;
mod ledger;
pub mod limits;
mod migrations;
mod office;
mod parser;
mod readers;
mod remembered;
mod rows;
mod seal;
mod session;
mod sql;
mod tls;
mod version;

pub use connect::{Database, Options};
pub use error::OpenError;
pub use ledger::{PostgresLedger, PostgresRestore};
pub use office::PostgresOffice;
pub use rows::{PostgresRowSets, PostgresRows};
pub use seal::PostgresSeal;

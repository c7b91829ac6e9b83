//! Keeps keys, credentials, the index of files, and what workers know of each other in the schema
//! `office`.

mod access;
mod acks;
mod clients;
mod credentials;
mod cursors;
mod files;
mod halts;
mod keys;
mod leases;
mod stops;

use crate::{Database, readers::Readers, session::Purpose};

/// The office records of a database.
///
/// Every call is one statement, and one more where somebody else was first. A broken connection is made
/// again and the statement run again, except where twice would be too much: a credential, a client
/// or an access token is kept, an assertion is used, and leases are taken, at most once.
///
/// # What is left of a destroyed key
///
/// `destroy_key` empties the row and strikes the references in one transaction: no statement that
/// begins afterwards finds them. Unlike SQLite with `secure_delete`, Postgres overwrites nothing:
///
/// - A transaction that reads one state of the database for long, as `pg_dump` does, sees the key until
///   it ends.
/// - The dead version of the row stays in its page until it is vacuumed (these two tables ask for it at
///   the first dead row, which is within `autovacuum_naptime`), and its bytes until the page is filled
///   anew.
/// - The log (WAL) holds it until the segment is recycled; archives and replicas hold it for as long as
///   they keep the log, and so does every backup.
///
/// What is left is a key wrapped under the master key, which is never in the database. Keep archives of
/// the log and backups short, and the master key away from them.
#[derive(Clone)]
pub struct PostgresOffice {
    readers: Readers,
}

impl PostgresOffice {
    /// The office records of `database`, whose tables are there.
    #[must_use]
    pub fn open(database: &Database) -> Self {
        Self {
            readers: Readers::new(database, Purpose::Reader),
        }
    }
}

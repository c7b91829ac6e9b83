//! Keeps keys, credentials, the index of files, and what workers know of each other in `office.db`.

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

use std::path::Path;

use crate::{OpenError, connection::Purpose, database::Database};

/// The office records of a folder.
#[derive(Clone)]
pub struct SqliteOffice {
    database: Database,
}

impl SqliteOffice {
    /// Opens `office.db` in `folder`, making both where they are missing.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        let database = Database::open(folder, Purpose::Office)?;
        Ok(Self { database })
    }
}

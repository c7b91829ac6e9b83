//! Opens the files, each with the promises it has to keep.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{
    OpenError,
    limits::{
        BUSY_TIMEOUT, LEDGER_CACHE_KIB, LEDGER_CHECKPOINT_PAGE_COUNT, OTHER_CACHE_KIB,
        PREPARED_STATEMENT_COUNT_MAX, ROWS_CACHE_KIB, ROWS_CHECKPOINT_PAGE_COUNT,
    },
    migrations::{self, migrate},
    version::refuse_old_sqlite,
};

/// The file of ledgers in a folder.
pub const LEDGER_FILE: &str = "ledger.db";
/// The file of keys, credentials and the index of files in a folder.
pub const OFFICE_FILE: &str = "office.db";
/// The file of rows in a folder; it can be thrown away and made again.
pub const ROWS_FILE: &str = "rows.db";
/// The file of the logs in a folder; all but cosignatures can be made again from the ledger.
pub const SEAL_FILE: &str = "seal.db";
/// The file of the rows that are filled beside those of [`ROWS_FILE`].
pub(crate) const NEXT_ROWS_FILE: &str = "rows.next.db";
/// The file of the rows that served before.
pub(crate) const PREVIOUS_ROWS_FILE: &str = "rows.previous.db";
/// Held while a file's tables are brought up to date, by one process at a time.
const LOCK_FILE: &str = "migrate.lock";

/// Which of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Ledger,
    Office,
    Rows,
    NextRows,
    PreviousRows,
    Seal,
}

impl Purpose {
    pub(crate) fn file(self, folder: &Path) -> PathBuf {
        folder.join(match self {
            Self::Ledger => LEDGER_FILE,
            Self::Office => OFFICE_FILE,
            Self::Rows => ROWS_FILE,
            Self::NextRows => NEXT_ROWS_FILE,
            Self::PreviousRows => PREVIOUS_ROWS_FILE,
            Self::Seal => SEAL_FILE,
        })
    }

    /// The settings of the writing connection, beyond what all connections have.
    fn tune(self, connection: &Connection) -> rusqlite::Result<()> {
        let set = |name, value: &str| connection.pragma_update(None, name, value);
        match self {
            Self::Ledger => {
                set("synchronous", "FULL")?;
                connection.pragma_update(
                    None,
                    "wal_autocheckpoint",
                    LEDGER_CHECKPOINT_PAGE_COUNT,
                )?;
                connection.pragma_update(None, "cache_size", -LEDGER_CACHE_KIB)
            }
            Self::Office => {
                set("synchronous", "FULL")?;
                set("secure_delete", "ON")
            }
            Self::Rows | Self::NextRows | Self::PreviousRows => {
                set("synchronous", "NORMAL")?;
                set("secure_delete", "ON")?;
                connection.pragma_update(None, "wal_autocheckpoint", ROWS_CHECKPOINT_PAGE_COUNT)?;
                connection.pragma_update(None, "cache_size", -ROWS_CACHE_KIB)
            }
            // What a loss of power takes of a log is made again from the ledger.
            Self::Seal => set("synchronous", "NORMAL"),
        }
    }
}

/// Opens the writing connection of a file, making folder, file and tables where they are missing.
pub(crate) fn open_writer(folder: &Path, purpose: Purpose) -> Result<Connection, OpenError> {
    refuse_old_sqlite(rusqlite::version_number())?;
    let _lock = locked(folder).map_err(|source| OpenError::Folder {
        folder: folder.to_owned(),
        source,
    })?;
    let file = purpose.file(folder);
    let opened = prepared_writer(&file, purpose);
    let mut connection = opened.map_err(|source| OpenError::Database {
        file: file.clone(),
        source,
    })?;
    let scripts = match purpose {
        Purpose::Ledger => migrations::LEDGER,
        Purpose::Office => migrations::OFFICE,
        Purpose::Rows | Purpose::NextRows | Purpose::PreviousRows => migrations::ROWS,
        Purpose::Seal => migrations::SEAL,
    };
    migrate(&mut connection, scripts).map_err(|source| OpenError::Migration {
        file,
        source: Box::new(source),
    })?;
    Ok(connection)
}

/// Makes the folder and holds its lock until the answer is dropped.
fn locked(folder: &Path) -> std::io::Result<File> {
    fs::create_dir_all(folder)?;
    let lock = File::create(folder.join(LOCK_FILE))?;
    lock.lock()?;
    Ok(lock)
}

fn prepared_writer(file: &Path, purpose: Purpose) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    settle(&connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "recursive_triggers", "ON")?;
    purpose.tune(&connection)?;
    Ok(connection)
}

/// Opens a reading connection; the file exists.
pub(crate) fn open_reader(file: &Path) -> rusqlite::Result<Connection> {
    // Read-write, so that the shared memory of the log can be made; `query_only` forbids the rest.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    settle(&connection)?;
    connection.pragma_update(None, "query_only", "ON")?;
    Ok(connection)
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(PREPARED_STATEMENT_COUNT_MAX);
    // A plan must not depend on the values bound: without this, statements are planned anew at
    // every step (measured: about 100 µs a command).
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -OTHER_CACHE_KIB)
}

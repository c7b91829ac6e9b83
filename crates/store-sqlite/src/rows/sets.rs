//! Other sets of rows, each in a file of its own beside the one that serves.
//!
//! Putting one in place copies it into `rows.db` in one transaction there: whoever has that file open
//! keeps it, and reads the old rows or the new ones.

use std::{
    ffi::OsString,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Arc,
};

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension as _};
use tokio::task;

use super::{
    SqliteRows,
    copy::{KEPT, OTHER, SERVED, copy},
};
use crate::{
    OpenError,
    connection::{Purpose, open_writer},
    fault::Fault,
    sql,
};
use khen_read_model::{Batch, HeldRows, RowSets, RowStore, Set, SetError};

/// The sets that do not serve.
const OTHERS: [Purpose; 2] = [Purpose::NextRows, Purpose::PreviousRows];
/// What SQLite appends to the name of a file for its log and the index of it.
const SUFFIXES: [&str; 3] = ["", "-wal", "-shm"];

/// The sets of rows of a folder.
#[derive(Clone)]
pub struct SqliteRowSets {
    folder: PathBuf,
    served: SqliteRows,
}

impl SqliteRowSets {
    /// The sets in `folder`, whose served one is opened.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        Ok(Self {
            folder: folder.to_owned(),
            served: SqliteRows::open(folder)?,
        })
    }
}

#[async_trait]
impl RowSets for SqliteRowSets {
    fn served(&self) -> Arc<dyn RowStore> {
        Arc::new(self.served.clone())
    }

    async fn beside(&self) -> Result<Arc<dyn RowStore>, SetError> {
        let folder = self.folder.clone();
        let made = blocking(move || {
            remove(&folder, Purpose::NextRows)?;
            open(&folder, Purpose::NextRows)
        });
        Ok(Arc::new(made.await?))
    }

    async fn previous(&self) -> Result<Option<Arc<dyn RowStore>>, SetError> {
        if !is_there(&self.folder, Purpose::PreviousRows) {
            return Ok(None);
        }
        let folder = self.folder.clone();
        let opened = blocking(move || open(&folder, Purpose::PreviousRows)).await?;
        let cursors = opened.cursors().await;
        let cursors = cursors.map_err(|error| SetError::Unavailable(Box::new(error)))?;
        // An empty file is one that a crash left before anything was kept in it.
        Ok((!cursors.is_empty()).then(|| Arc::new(opened) as Arc<dyn RowStore>))
    }

    async fn hold(&self) -> Result<Box<dyn HeldRows>, SetError> {
        let folder = self.folder.clone();
        let held = blocking(move || {
            let connection = open_writer(&folder, Purpose::Rows)?;
            connection.execute_batch(sql::HOLD_ROWS)?;
            Ok(Held { folder, connection })
        });
        Ok(Box::new(held.await?))
    }
}

/// A transaction that nobody writes beside; it ends without a trace when it is dropped.
struct Held {
    folder: PathBuf,
    connection: Connection,
}

#[async_trait]
impl HeldRows for Held {
    async fn switch(self: Box<Self>, to: Set) -> Result<(), SetError> {
        let other = match to {
            Set::Beside => Purpose::NextRows,
            Set::Previous => Purpose::PreviousRows,
        };
        if !is_there(&self.folder, other) {
            return Err(SetError::Missing);
        }
        let behind = blocking(move || self.put_in_place(to)).await?;
        match behind {
            Some(ledger) => Err(SetError::Behind { ledger }),
            None => Ok(()),
        }
    }
}

impl Held {
    /// Switches, unless a ledger is behind, which is answered.
    fn put_in_place(self, to: Set) -> Result<Option<String>, Fault> {
        let (other, kept) = match to {
            Set::Beside => (Purpose::NextRows, Purpose::PreviousRows),
            Set::Previous => (Purpose::PreviousRows, Purpose::NextRows),
        };
        drop(open(&self.folder, kept)?);
        let attach = |sql, purpose: Purpose| {
            let file = purpose.file(&self.folder);
            self.connection.execute(sql, [file.to_string_lossy()])
        };
        attach(sql::ATTACH_OTHER_ROWS, other)?;
        attach(sql::ATTACH_KEPT_ROWS, kept)?;
        let behind = self
            .connection
            .query_row(sql::OTHER_ROWS_BEHIND, [], |row| row.get(0));
        if let Some(ledger) = behind.optional()? {
            return Ok(Some(ledger));
        }
        self.connection.execute_batch(sql::OTHER_ROWS_TAKE_EPOCHS)?;
        copy(&self.connection, SERVED, KEPT)?;
        copy(&self.connection, OTHER, SERVED)?;
        match to {
            Set::Beside => {}
            Set::Previous => copy(&self.connection, KEPT, OTHER)?,
        }
        self.connection.execute_batch(sql::COMMIT)?;
        drop(self.connection);
        remove(&self.folder, Purpose::NextRows)?;
        Ok(None)
    }
}

/// Wipes what `batch` forgets from every set that does not serve.
pub(super) async fn forget_elsewhere(folder: &Path, batch: &Batch) -> Result<(), Fault> {
    for purpose in OTHERS {
        if is_there(folder, purpose) {
            let folder = folder.to_owned();
            let other = blocking(move || open(&folder, purpose)).await?;
            other.forget(batch).await?;
        }
    }
    Ok(())
}

fn is_there(folder: &Path, purpose: Purpose) -> bool {
    purpose.file(folder).is_file()
}

/// Opens the file of a set, made where it is missing, and lets nobody read it who may not read the
/// served rows.
fn open(folder: &Path, purpose: Purpose) -> Result<SqliteRows, Fault> {
    let rows = SqliteRows::open_other(folder, purpose)?;
    let permissions = fs::metadata(Purpose::Rows.file(folder))?.permissions();
    fs::set_permissions(purpose.file(folder), permissions)?;
    Ok(rows)
}

/// Removes the file of a set with its log.
fn remove(folder: &Path, purpose: Purpose) -> io::Result<()> {
    SUFFIXES.into_iter().try_for_each(|suffix| {
        let mut name: OsString = purpose.file(folder).into();
        name.push(suffix);
        match fs::remove_file(name) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    })
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    task::spawn_blocking(work)
        .await
        .map_err(|_| Fault::Stopped)?
}

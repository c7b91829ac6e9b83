//! A file with one writing connection and a few reading ones.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, TransactionBehavior};
use tokio::task;

use crate::{
    OpenError,
    connection::{Purpose, open_writer},
    fault::Fault,
    readers::Readers,
};

/// A file that is written in small transactions of its own. Clones are the same file.
#[derive(Clone)]
pub(crate) struct Database {
    writer: Arc<Mutex<Connection>>,
    readers: Readers,
}

impl Database {
    pub(crate) fn open(folder: &Path, purpose: Purpose) -> Result<Self, OpenError> {
        let writer = open_writer(folder, purpose)?;
        Ok(Self {
            writer: Arc::new(Mutex::new(writer)),
            readers: Readers::new(purpose.file(folder)),
        })
    }

    /// Runs `read` in a transaction of its own.
    pub(crate) async fn read<T, F>(&self, read: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        self.readers.read(read).await
    }

    /// Runs `write` in a transaction of its own; a fault undoes it.
    pub(crate) async fn write<T, F>(&self, write: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        self.with_writer(move |connection| {
            let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = write(&change)?;
            change.commit()?;
            Ok(answer)
        })
        .await
    }

    /// Folds the write-ahead log into the file and cuts it to nothing: what was deleted is gone
    /// from both.
    pub(crate) async fn empty_the_log(&self) -> Result<(), Fault> {
        self.with_writer(|connection| {
            let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
            let is_busy: bool = connection.query_row(checkpoint, [], |row| row.get(0))?;
            if is_busy {
                return Err(Fault::LogHeld);
            }
            Ok(())
        })
        .await
    }

    /// Runs `work` on the writing connection, outside any transaction.
    async fn with_writer<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<T, Fault> + Send + 'static,
    {
        let writer = Arc::clone(&self.writer);
        let done = task::spawn_blocking(move || {
            let mut connection = writer.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut connection)
        });
        done.await.map_err(|_| Fault::Stopped)?
    }
}

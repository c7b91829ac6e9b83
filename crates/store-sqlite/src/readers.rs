//! A few reading connections, lent to one read at a time.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, TransactionBehavior};
use tokio::{sync::Semaphore, task};

use crate::{connection, fault::Fault, limits::READER_COUNT_MAX};

/// Reading connections of one file, opened when first needed.
#[derive(Clone)]
pub(crate) struct Readers(Arc<Pool>);

struct Pool {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
    permits: Semaphore,
}

impl Readers {
    pub(crate) fn new(file: PathBuf) -> Self {
        Self(Arc::new(Pool {
            file,
            idle: Mutex::new(Vec::new()),
            permits: Semaphore::new(READER_COUNT_MAX),
        }))
    }

    /// Runs `read` where it is asked for, in a transaction of its own: for what a command waits for,
    /// a few rows out of the page cache. Handing it to another thread and back costs several times
    /// what it takes (measured: 200 µs of a lone command's 600).
    pub(crate) async fn glance<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, Fault> + Send,
    ) -> Result<T, Fault> {
        let permit = self.0.permits.acquire().await;
        let _permit = permit.map_err(|_| Fault::Stopped)?;
        self.0.lend(read)
    }

    /// Runs `read` on a thread that may wait, in a transaction of its own: all its statements see
    /// one moment.
    pub(crate) async fn read<T, F>(&self, read: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, Fault> + Send + 'static,
    {
        let pool = Arc::clone(&self.0);
        let permit = self.0.permits.acquire().await;
        let _permit = permit.map_err(|_| Fault::Stopped)?;
        let done = task::spawn_blocking(move || pool.lend(read)).await;
        done.map_err(|_| Fault::Stopped)?
    }
}

impl Pool {
    fn lend<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let idle = self.idle().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => connection::open_reader(&self.file)?,
        };
        let moment = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        let answer = read(&moment)?;
        moment.commit()?;
        self.idle().push(connection);
        Ok(answer)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! The bare database: the same tables and stream index, no ids of commands, no conditions.

use std::{
    cell::Cell,
    collections::{HashMap, hash_map::Entry},
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use rusqlite::{Connection, params};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinSet,
};

use crate::{
    Planned,
    machine::{Meter, Timed},
};
use khen_ambient::{Clock, SystemClock};

const INSERT_EVENT: &str = include_str!("../../../schemas/sql/sqlite/insert_event.sql");
const INSERT_STREAM: &str = include_str!("../../../schemas/sql/sqlite/insert_stream.sql");

/// A copy of a filled ledger, of which only events and streams are written.
///
/// Its connection stays open, so that it finds its cache and its log as warm as the store does.
pub struct Bare {
    table: Arc<Mutex<Table>>,
}

impl Bare {
    /// Takes over the ledger file at `file`, which is a copy.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn open(file: &Path) -> anyhow::Result<Self> {
        let connection = open(file)?;
        let last: i64 =
            connection.query_row("SELECT max(seat) FROM event", [], |row| row.get(0))?;
        let table = Table {
            connection,
            clock: SystemClock,
            next_seat: Cell::new(last + 1),
        };
        Ok(Self {
            table: Arc::new(Mutex::new(table)),
        })
    }

    /// One prepared insert per commit, by one writer.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn insert_each(&self, planned: Vec<Planned>) -> anyhow::Result<Timed> {
        let table = self.table();
        let rows = table.rows(planned)?;
        let meter = Meter::start();
        for row in &rows {
            table.insert(row)?;
        }
        Ok(meter.stop())
    }

    /// A group commit: one thread inserts whatever waits, then commits; writers wait for it.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn group_commit(
        &self,
        planned: Vec<Planned>,
        writer_count: usize,
    ) -> anyhow::Result<Timed> {
        let rows = self.table().rows(planned)?;
        let mut shares: Vec<Vec<Row>> = (0..writer_count).map(|_| Vec::new()).collect();
        for (index, row) in rows.into_iter().enumerate() {
            shares[index % writer_count].push(row);
        }
        let (queue, jobs) = mpsc::channel(1_024);
        let table = Arc::clone(&self.table);
        let thread = thread::spawn(move || commit_whatever_waits(&locked(&table), jobs));
        let meter = Meter::start();
        let mut writers = JoinSet::new();
        for share in shares {
            let queue = queue.clone();
            writers.spawn(async move {
                for one in share {
                    let (answer, wait) = oneshot::channel();
                    queue.send((one, answer)).await?;
                    wait.await?;
                }
                anyhow::Ok(())
            });
        }
        while let Some(written) = writers.join_next().await {
            written??;
        }
        let timed = meter.stop();
        drop(queue);
        let ended = thread.join();
        ended.unwrap_or_else(|_| anyhow::bail!("the committing thread died"))?;
        Ok(timed)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        locked(&self.table)
    }
}

fn locked(table: &Mutex<Table>) -> MutexGuard<'_, Table> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}

type Job = (Row, oneshot::Sender<()>);

fn commit_whatever_waits(table: &Table, mut jobs: mpsc::Receiver<Job>) -> anyhow::Result<()> {
    while let Some(first) = jobs.blocking_recv() {
        let mut batch = vec![first];
        while batch.len() < 256
            && let Ok(job) = jobs.try_recv()
        {
            batch.push(job);
        }
        table.connection.execute_batch("BEGIN IMMEDIATE")?;
        for (row, _) in &batch {
            table.insert(row)?;
        }
        table.connection.execute_batch("COMMIT")?;
        for (_, answer) in batch {
            let _ = answer.send(());
        }
    }
    Ok(())
}

/// An event whose stream has its number already.
struct Row {
    planned: Planned,
    stream_no: i64,
}

struct Table {
    connection: Connection,
    clock: SystemClock,
    next_seat: Cell<i64>,
}

impl Table {
    /// Interns the streams, which is not measured.
    fn rows(&self, planned: Vec<Planned>) -> anyhow::Result<Vec<Row>> {
        let mut numbers = HashMap::new();
        let mut rows = Vec::with_capacity(planned.len());
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        for planned in planned {
            let stream_no = match numbers.entry(planned.stream.clone()) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let mut statement = self.connection.prepare_cached(INSERT_STREAM)?;
                    *new.insert(statement.insert(params![1, planned.stream.as_str()])?)
                }
            };
            rows.push(Row { planned, stream_no });
        }
        self.connection.execute_batch("COMMIT")?;
        Ok(rows)
    }

    fn insert(&self, row: &Row) -> rusqlite::Result<()> {
        let seat = self.next_seat.get();
        self.next_seat.set(seat + 1);
        let Planned {
            append, version, ..
        } = &row.planned;
        let event = &append.events()[0];
        let mut statement = self.connection.prepare_cached(INSERT_EVENT)?;
        statement.execute(params![
            seat,
            row.stream_no,
            version.0.cast_signed(),
            event.id.0.as_bytes(),
            event.event_type.as_str(),
            event.occurred_at.as_microsecond(),
            self.clock.now().as_microsecond(),
            append.assignment(),
            append.command().as_bytes(),
            append.correlation(),
            event.salt,
            event.data,
            event.data_hash.0,
        ])?;
        Ok(())
    }
}

/// The settings of the ledger's own writing connection.
fn open(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", 20_000)?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    Ok(connection)
}

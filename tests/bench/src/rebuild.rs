//! A rebuild of all rows, and the bare database reading the same events and writing the same rows.

use std::{path::PathBuf, sync::Arc};

use rusqlite::{Connection, params_from_iter, types::Value};
use sea_query::{Query, SqliteQueryBuilder};
use tempfile::TempDir;

use crate::{
    Played,
    machine::{Meter, Timed},
};
use khen_eventlog::limits::PAGE_EVENT_COUNT_MAX;
use khen_read_model::{ContentHash, RowSets as _, TABLES, Table, put_statement};
use khen_store_sqlite::{
    LEDGER_FILE, ROWS_FILE, SqliteRowSets, SqliteRows,
    limits::{ROWS_CACHE_KIB, ROWS_CHECKPOINT_PAGE_COUNT},
};
use khen_workers::Rebuild;

const READ_EVENTS: &str = include_str!("../../../schemas/sql/sqlite/read_seats.sql");

/// Columns of that statement.
const SEAT: usize = 0;
const DATA: usize = 11;

/// A folder with a played ledger and its rows.
pub struct Folder {
    path: PathBuf,
    played: Played,
    sets: Arc<SqliteRowSets>,
}

impl Folder {
    /// Opens the rows beside the ledger that was played into the folder at `path`.
    ///
    /// # Errors
    /// When the rows do not open.
    pub fn open(path: PathBuf, played: Played) -> anyhow::Result<Self> {
        let sets = Arc::new(SqliteRowSets::open(&path)?);
        Ok(Self { path, played, sets })
    }

    /// How many events there are.
    #[must_use]
    pub fn event_count(&self) -> usize {
        usize::try_from(self.played.event_count).unwrap_or(usize::MAX)
    }

    /// How many campaigns there are.
    #[must_use]
    pub fn campaign_count(&self) -> usize {
        self.played.campaign_count
    }

    /// Makes all rows anew, as `khen rebuild` does, and says what came out.
    ///
    /// # Errors
    /// When the rebuild ends early.
    pub async fn rebuild(&self) -> anyhow::Result<(Timed, ContentHash)> {
        let Played { store, vault, .. } = &self.played;
        let rebuild = Rebuild::new(store.clone(), self.sets.clone(), vault.clone());
        let meter = Meter::start();
        let rebuilt = rebuild.run(&mut |_| {}).await?;
        let timed = meter.stop();
        let [rebuilt] = &rebuilt[..] else {
            anyhow::bail!("there is one ledger");
        };
        anyhow::ensure!(
            rebuilt.events == self.played.event_count,
            "events are missing"
        );
        Ok((timed, rebuilt.content))
    }

    /// The hash over the rows as they are.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn content(&self) -> anyhow::Result<ContentHash> {
        let ledger = self.played.ledger.as_str();
        Ok(self.sets.served().content_hash(ledger).await?.1)
    }
}

/// What a rebuild cannot do without: the bytes of all events are read, all rows are inserted.
pub struct BareRows {
    ledger: Connection,
    rows: Vec<(String, Vec<Vec<Value>>)>,
    empty: TempDir,
}

impl BareRows {
    /// Takes the rows of `folder` into memory.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn open(folder: &Folder) -> anyhow::Result<Self> {
        let ledger = Connection::open(folder.path.join(LEDGER_FILE))?;
        let filled = Connection::open(folder.path.join(ROWS_FILE))?;
        let rows = TABLES.iter().map(|table| rows(&filled, table));
        Ok(Self {
            ledger,
            rows: rows.collect::<anyhow::Result<_>>()?,
            empty: tempfile::tempdir_in(&folder.path)?,
        })
    }

    /// How many rows there are.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.iter().map(|(_, rows)| rows.len()).sum()
    }

    /// Reads all events page by page, then inserts all rows into an empty file in one transaction.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn run(&self) -> anyhow::Result<Timed> {
        // Made by the store, so that tables, indexes and settings of the file are the same.
        let folder = tempfile::tempdir_in(&self.empty)?;
        drop(SqliteRows::open(folder.path())?);
        let rows = Connection::open(folder.path().join(ROWS_FILE))?;
        // The settings of the rows' own writing connection.
        rows.pragma_update(None, "synchronous", "NORMAL")?;
        rows.pragma_update(None, "secure_delete", "ON")?;
        rows.pragma_update(None, "wal_autocheckpoint", ROWS_CHECKPOINT_PAGE_COUNT)?;
        rows.pragma_update(None, "cache_size", -ROWS_CACHE_KIB)?;
        let meter = Meter::start();
        self.read()?;
        self.insert(&rows)?;
        Ok(meter.stop())
    }

    fn read(&self) -> anyhow::Result<usize> {
        let mut statement = self.ledger.prepare(READ_EVENTS)?;
        let (mut from, mut byte_count) = (0_i64, 0);
        loop {
            let page = i64::try_from(PAGE_EVENT_COUNT_MAX)?;
            let mut events = statement.query([from, i64::MAX, page])?;
            let mut is_end = true;
            while let Some(event) = events.next()? {
                is_end = false;
                from = event.get::<_, i64>(SEAT)? + 1;
                byte_count += event.get_ref(DATA)?.as_blob()?.len();
            }
            if is_end {
                return Ok(byte_count);
            }
        }
    }

    fn insert(&self, connection: &Connection) -> anyhow::Result<()> {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        for (sql, rows) in &self.rows {
            let mut statement = connection.prepare(sql)?;
            for row in rows {
                statement.execute(params_from_iter(row))?;
            }
        }
        connection.execute_batch("COMMIT")?;
        Ok(())
    }
}

/// The statement that puts a row of `table`, and all its rows in the order of their keys.
fn rows(connection: &Connection, table: &Table) -> anyhow::Result<(String, Vec<Vec<Value>>)> {
    let select = Query::select()
        .columns(table.columns.iter().map(|column| column.name))
        .from(table.name)
        .to_string(SqliteQueryBuilder);
    let mut statement = connection.prepare(&select)?;
    let count = statement.column_count();
    let rows = statement.query_map([], |row| (0..count).map(|index| row.get(index)).collect());
    let rows = rows?.collect::<Result<_, _>>()?;
    let (put, _) = put_statement(table).build(SqliteQueryBuilder);
    Ok((put, rows))
}

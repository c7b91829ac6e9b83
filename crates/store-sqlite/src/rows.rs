//! Keeps rows in `rows.db`, which can be thrown away and made again. Other sets of rows lie in files
//! beside it.
//!
//! Which tables there are and what stands in them is the business of `read-model`: here its
//! statements are bound, run and read back, nothing more.

mod bind;
mod copy;
mod sets;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use async_trait::async_trait;
use rusqlite::{Connection, params_from_iter};
use sea_query::{DeleteStatement, InsertStatement, SelectStatement, SqliteQueryBuilder};

pub use self::sets::SqliteRowSets;
use self::{
    bind::{Bound, bound, cells},
    sets::forget_elsewhere,
};
use crate::{OpenError, connection::Purpose, database::Database, fault::Fault};
use khen_read_model::{
    ApplyError, Batch, ContentHash, ContentHasher, Cursor, KeptCursor, Puts, QueryError, Row,
    RowReader, RowStore, TABLES, all_cursors, content_statement, empty_statements, move_cursor,
    other_cursors, put_statement, read_cursor, reset_statements, rewind_cursor,
};

/// The statement that puts a row, by table.
static PUT: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
    let tables = TABLES.iter();
    let statement = |table| put_statement(table).build(SqliteQueryBuilder).0;
    tables.map(|table| (table.name, statement(table))).collect()
});

/// The rows of a folder.
#[derive(Clone)]
pub struct SqliteRows {
    database: Database,
    /// Where the other sets lie, which forget what this one forgets; they themselves have no others.
    others: Option<PathBuf>,
}

impl SqliteRows {
    /// Opens `rows.db` in `folder`, making both where they are missing.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        Ok(Self {
            database: Database::open(folder, Purpose::Rows)?,
            others: Some(folder.to_owned()),
        })
    }

    /// Opens a set that does not serve.
    fn open_other(folder: &Path, purpose: Purpose) -> Result<Self, OpenError> {
        Ok(Self {
            database: Database::open(folder, purpose)?,
            others: None,
        })
    }

    /// Wipes what `batch` forgets from the file and its log.
    async fn forget(&self, batch: &Batch) -> Result<(), Fault> {
        let forgetting = batch.forgetting();
        self.database
            .write(move |connection| remove(connection, &forgetting))
            .await?;
        // `secure_delete` overwrites the pages of the file; the log still holds their old state.
        self.database.empty_the_log().await
    }

    /// Runs `writes` where the batch may follow.
    async fn guarded(&self, batch: Batch, writes: Writes) -> Result<(), ApplyError> {
        let writing = self.database.write(move |connection| {
            let kept = kept_cursor(connection, batch.ledger())?;
            let allowed = batch.may_follow(kept);
            if allowed.is_ok() {
                writes(connection, &batch)?;
            }
            Ok(allowed)
        });
        writing.await?
    }
}

/// What is to be written of a batch.
type Writes = fn(&Connection, &Batch) -> Result<(), Fault>;

#[async_trait]
impl RowReader for SqliteRows {
    async fn select(&self, statement: SelectStatement) -> Result<Vec<Row>, QueryError> {
        let reading = self.database.read(move |connection| {
            let mut found = Vec::new();
            select(connection, &statement, |row| found.push(row))?;
            Ok(found)
        });
        Ok(reading.await?)
    }

    async fn cursor(&self, ledger: &str) -> Result<Cursor, QueryError> {
        let ledger = ledger.to_owned();
        let reading = self
            .database
            .read(move |connection| kept_cursor(connection, &ledger));
        Ok(reading.await?.cursor)
    }
}

#[async_trait]
impl RowStore for SqliteRows {
    async fn cursors(&self) -> Result<BTreeMap<String, Cursor>, QueryError> {
        let rows = self.select(all_cursors()).await?;
        rows.into_iter().map(Cursor::read_of_ledger).collect()
    }

    async fn apply(&self, batch: Batch) -> Result<(), ApplyError> {
        if batch.forgets() {
            self.guarded(batch.clone(), |connection, batch| {
                remove(connection, &batch.forgetting())
            })
            .await?;
            // `secure_delete` overwrites the pages of the file; the log still holds their old state.
            self.database.empty_the_log().await?;
            if let Some(folder) = &self.others {
                forget_elsewhere(folder, &batch).await?;
            }
        }
        self.guarded(batch, |connection, batch| {
            remove(connection, &batch.removals())?;
            batch.puts().try_for_each(|puts| put(connection, &puts))?;
            put_cursor(
                connection,
                &move_cursor(batch.ledger(), batch.next(), batch.epoch()),
            )
        })
        .await
    }

    async fn reset(&self, ledger: &str) -> Result<u64, ApplyError> {
        let ledger = ledger.to_owned();
        let writing = self.database.write(move |connection| {
            let statements = if is_alone(connection, &ledger)? {
                empty_statements()
            } else {
                reset_statements(&ledger)
            };
            remove(connection, &statements)?;
            put_cursor(connection, &rewind_cursor(&ledger))?;
            Ok(kept_cursor(connection, &ledger)?.epoch)
        });
        let epoch = writing.await?;
        self.database.empty_the_log().await?;
        Ok(epoch)
    }

    async fn content_hash(&self, ledger: &str) -> Result<(Cursor, ContentHash), QueryError> {
        let ledger = ledger.to_owned();
        let reading = self.database.read(move |connection| {
            let mut hasher = ContentHasher::default();
            for table in TABLES {
                let statement = content_statement(table, &ledger);
                select(connection, &statement, |row| hasher.add(table, &row))?;
            }
            Ok((kept_cursor(connection, &ledger)?.cursor, hasher.finish()))
        });
        Ok(reading.await?)
    }
}

/// Hands every row of `statement` to `take`.
fn select(
    connection: &Connection,
    statement: &SelectStatement,
    mut take: impl FnMut(Row),
) -> Result<(), Fault> {
    let (sql, values) = statement.build(SqliteQueryBuilder);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(bound(values)?))?;
    while let Some(row) = rows.next()? {
        take(cells(row)?);
    }
    Ok(())
}

/// The texts of these statements differ with the number of keys: none is worth keeping prepared.
fn remove(connection: &Connection, statements: &[DeleteStatement]) -> Result<(), Fault> {
    for statement in statements {
        let (sql, values) = statement.build(SqliteQueryBuilder);
        connection.execute(&sql, params_from_iter(bound(values)?))?;
    }
    Ok(())
}

fn put(connection: &Connection, puts: &Puts<'_>) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(&PUT[puts.table.name])?;
    for row in &puts.rows {
        for (index, cell) in row.0.iter().enumerate() {
            statement.raw_bind_parameter(index + 1, Bound(cell))?;
        }
        statement.raw_execute()?;
    }
    Ok(())
}

/// Whether no other ledger was ever followed: whatever stands in the tables is of this one.
fn is_alone(connection: &Connection, ledger: &str) -> Result<bool, Fault> {
    let mut is_alone = true;
    select(connection, &other_cursors(ledger), |_| is_alone = false)?;
    Ok(is_alone)
}

fn kept_cursor(connection: &Connection, ledger: &str) -> Result<KeptCursor, Fault> {
    let mut found = None;
    select(connection, &read_cursor(ledger), |row| found = Some(row))?;
    KeptCursor::read(found).map_err(Fault::Row)
}

fn put_cursor(connection: &Connection, statement: &InsertStatement) -> Result<(), Fault> {
    let (sql, values) = statement.build(SqliteQueryBuilder);
    let mut statement = connection.prepare_cached(&sql)?;
    statement.execute(params_from_iter(bound(values)?))?;
    Ok(())
}

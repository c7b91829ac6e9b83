//! Keeps rows in the schema `rows`, which can be thrown away and made again. Other sets of rows lie in
//! schemas beside it.
//!
//! Which tables there are and what stands in them is the business of `read-model`: here its
//! statements are bound, run and read back, nothing more.

mod bind;
mod sets;
mod write;

use std::collections::BTreeMap;

use async_trait::async_trait;
use deadpool_postgres::Transaction;
use futures::{TryStreamExt as _, pin_mut};
use sea_query::{PostgresQueryBuilder, SelectStatement};
use tokio_postgres::IsolationLevel;

pub use self::sets::PostgresRowSets;
use self::{
    bind::{bound, cells},
    sets::forget_elsewhere,
    write::{put, put_cursor, remove},
};
use crate::{
    Database,
    fault::Fault,
    readers::Readers,
    session::{Purpose, RowSet},
    sql,
};
use khen_read_model::{
    ApplyError, Batch, ContentHash, ContentHasher, Cursor, KeptCursor, QueryError, Row, RowReader,
    RowStore, TABLES, all_cursors, content_statement, empty_statements, move_cursor, other_cursors,
    read_cursor, reset_statements, rewind_cursor,
};

/// The rows of a database.
#[derive(Clone)]
pub struct PostgresRows {
    readers: Readers,
    set: RowSet,
}

impl PostgresRows {
    /// The rows of `database`, whose tables are there.
    #[must_use]
    pub fn open(database: &Database) -> Self {
        Self::open_set(database, RowSet::Served)
    }

    fn open_set(database: &Database, set: RowSet) -> Self {
        Self {
            readers: Readers::new(database, Purpose::Rows(set)),
            set,
        }
    }

    async fn try_apply(&self, batch: &Batch) -> Result<Result<(), ApplyError>, Fault> {
        let mut client = self.readers.lend().await?;
        let change = client.transaction().await?;
        let kept = locked(&change, self.set, batch.ledger()).await?;
        if let Err(refusal) = batch.may_follow(kept) {
            return Ok(Err(refusal));
        }
        remove(&change, &batch.forgetting()).await?;
        match self.set {
            RowSet::Served if batch.forgets() => forget_elsewhere(&change, batch).await?,
            RowSet::Served | RowSet::Next | RowSet::Previous => {}
        }
        remove(&change, &batch.removals()).await?;
        for puts in batch.puts() {
            put(&change, &puts).await?;
        }
        let moved = move_cursor(batch.ledger(), batch.next(), batch.epoch());
        put_cursor(&change, &moved).await?;
        change.commit().await?;
        Ok(Ok(()))
    }

    async fn try_reset(&self, ledger: &str) -> Result<u64, Fault> {
        let mut client = self.readers.lend().await?;
        let change = client.transaction().await?;
        let kept = locked(&change, self.set, ledger).await?;
        let others = select(&change, &other_cursors(ledger)).await?;
        let statements = if others.is_empty() {
            empty_statements()
        } else {
            reset_statements(ledger)
        };
        remove(&change, &statements).await?;
        put_cursor(&change, &rewind_cursor(ledger)).await?;
        change.commit().await?;
        Ok(kept.epoch)
    }

    async fn try_hash(&self, ledger: &str) -> Result<(Cursor, ContentHash), Fault> {
        let mut client = self.readers.lend().await?;
        let moment = client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .await?;
        let mut hasher = ContentHasher::default();
        for table in TABLES {
            let (sql, values) = content_statement(table, ledger).build(PostgresQueryBuilder);
            let rows = moment.query_raw(&sql, bound(values)?).await?;
            pin_mut!(rows);
            while let Some(row) = rows.try_next().await? {
                hasher.add(table, &cells(&row)?);
            }
        }
        let kept = kept_cursor(&moment, ledger).await?;
        Ok((kept.cursor, hasher.finish()))
    }
}

#[async_trait]
impl RowReader for PostgresRows {
    async fn select(&self, statement: SelectStatement) -> Result<Vec<Row>, QueryError> {
        let (sql, values) = statement.build(PostgresQueryBuilder);
        let values = bound(values)?;
        let typed: Vec<_> = values
            .iter()
            .map(|value| (value as _, value.kind()))
            .collect();
        let rows = self.readers.query_typed(&sql, &typed).await?;
        let rows = rows.iter().map(cells).collect::<Result<_, _>>();
        Ok(rows?)
    }

    async fn cursor(&self, ledger: &str) -> Result<Cursor, QueryError> {
        let found = self.select(read_cursor(ledger)).await?;
        Ok(KeptCursor::read(found.into_iter().next())?.cursor)
    }
}

#[async_trait]
impl RowStore for PostgresRows {
    async fn cursors(&self) -> Result<BTreeMap<String, Cursor>, QueryError> {
        let rows = self.select(all_cursors()).await?;
        rows.into_iter().map(Cursor::read_of_ledger).collect()
    }

    async fn apply(&self, batch: Batch) -> Result<(), ApplyError> {
        self.try_apply(&batch).await?
    }

    async fn reset(&self, ledger: &str) -> Result<u64, ApplyError> {
        Ok(self.try_reset(ledger).await?)
    }

    async fn content_hash(&self, ledger: &str) -> Result<(Cursor, ContentHash), QueryError> {
        Ok(self.try_hash(ledger).await?)
    }
}

/// Where the rows of a ledger stand, from now on moved by this transaction alone.
async fn locked(change: &Transaction<'_>, set: RowSet, ledger: &str) -> Result<KeptCursor, Fault> {
    let lock = match set {
        RowSet::Served => {
            let share = change.prepare_cached(sql::SHARE_ROWS).await?;
            change.execute(&share, &[]).await?;
            sql::LOCK_ROWS_OF_LEDGER
        }
        // They are brought up to date while those that serve are held.
        RowSet::Next | RowSet::Previous => sql::LOCK_OTHER_ROWS_OF_LEDGER,
    };
    let lock = change.prepare_cached(lock).await?;
    change.execute(&lock, &[&ledger]).await?;
    kept_cursor(change, ledger).await
}

async fn kept_cursor(client: &Transaction<'_>, ledger: &str) -> Result<KeptCursor, Fault> {
    let found = select(client, &read_cursor(ledger)).await?;
    KeptCursor::read(found.into_iter().next()).map_err(Fault::Row)
}

async fn select(client: &Transaction<'_>, statement: &SelectStatement) -> Result<Vec<Row>, Fault> {
    let (sql, values) = statement.build(PostgresQueryBuilder);
    let values = bound(values)?;
    let typed: Vec<_> = values
        .iter()
        .map(|value| (value as _, value.kind()))
        .collect();
    let rows = client.query_typed(&sql, &typed).await?;
    rows.iter().map(cells).collect()
}

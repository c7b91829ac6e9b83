//! Other sets of rows, each in a schema of its own beside the one that serves.
//!
//! Putting one in place renames schemas, in one transaction. Statements name tables without a schema, and
//! the server looks them up anew after the switch: whoever has a connection keeps it.

use std::sync::Arc;

use async_trait::async_trait;
use deadpool_postgres::{ClientWrapper, Transaction};

use super::{PostgresRows, write::remove};
use crate::{
    Database,
    fault::Fault,
    migrations::ROWS,
    session::{Purpose, RowSet},
    sql,
};
use khen_read_model::{Batch, HeldRows, RowSets, RowStore, Set, SetError};

/// The sets of rows of a database. Making and switching them needs the rights of its owner.
#[derive(Clone)]
pub struct PostgresRowSets {
    database: Database,
    served: PostgresRows,
}

impl PostgresRowSets {
    /// The sets of `database`, whose tables are there.
    #[must_use]
    pub fn open(database: &Database) -> Self {
        Self {
            database: database.clone(),
            served: PostgresRows::open(database),
        }
    }

    async fn make_beside(&self) -> Result<(), Fault> {
        let mut client = self.database.client(Purpose::Sets).await?;
        let change = client.transaction().await?;
        change.execute(sql::LOCK_ROW_SETS, &[]).await?;
        change.batch_execute(sql::MAKE_NEXT_ROWS).await?;
        let schema = RowSet::Next.schema();
        change.execute(sql::SET_SCHEMA, &[&schema]).await?;
        change.batch_execute(ROWS).await?;
        change.batch_execute(sql::GRANT_NEXT_ROWS).await?;
        Ok(change.commit().await?)
    }

    async fn is_there(&self, set: RowSet) -> Result<bool, Fault> {
        let client = self.database.client(Purpose::Sets).await?;
        let others = client.query(sql::LIST_OTHER_ROWS, &[]).await?;
        let names = others.iter().map(|row| row.try_get::<_, String>(0));
        let names = names.collect::<Result<Vec<_>, _>>()?;
        Ok(names.iter().any(|name| name == set.schema()))
    }

    async fn try_hold(&self) -> Result<Held, Fault> {
        let client = self.database.client(Purpose::Sets).await?;
        client.batch_execute(sql::ANALYZE_OTHER_ROWS).await?;
        client.batch_execute(sql::BEGIN).await?;
        client.execute(sql::LOCK_ROW_SETS, &[]).await?;
        client.execute(sql::HOLD_ROWS, &[]).await?;
        Ok(Held {
            client,
            sets: self.clone(),
        })
    }
}

#[async_trait]
impl RowSets for PostgresRowSets {
    fn served(&self) -> Arc<dyn RowStore> {
        Arc::new(self.served.clone())
    }

    async fn beside(&self) -> Result<Arc<dyn RowStore>, SetError> {
        self.make_beside().await?;
        Ok(Arc::new(PostgresRows::open_set(
            &self.database,
            RowSet::Next,
        )))
    }

    async fn previous(&self) -> Result<Option<Arc<dyn RowStore>>, SetError> {
        let set = RowSet::Previous;
        let open = || Arc::new(PostgresRows::open_set(&self.database, set)) as Arc<dyn RowStore>;
        Ok(self.is_there(set).await?.then(open))
    }

    async fn hold(&self) -> Result<Box<dyn HeldRows>, SetError> {
        Ok(Box::new(self.try_hold().await?))
    }
}

/// A connection whose open transaction holds whoever moves the rows; when it is dropped the server ends
/// the transaction without a trace.
struct Held {
    client: ClientWrapper,
    sets: PostgresRowSets,
}

#[async_trait]
impl HeldRows for Held {
    async fn switch(self: Box<Self>, to: Set) -> Result<(), SetError> {
        let set = match to {
            Set::Beside => RowSet::Next,
            Set::Previous => RowSet::Previous,
        };
        if !self.sets.is_there(set).await? {
            return Err(SetError::Missing);
        }
        match self.put_in_place(to).await? {
            Some(ledger) => Err(SetError::Behind { ledger }),
            None => Ok(()),
        }
    }
}

impl Held {
    /// Switches, unless a ledger is behind, which is answered.
    async fn put_in_place(&self, to: Set) -> Result<Option<String>, Fault> {
        match to {
            Set::Beside => {}
            Set::Previous => self.client.batch_execute(sql::TAKE_PREVIOUS_ROWS).await?,
        }
        let behind = self.client.query_opt(sql::NEXT_ROWS_BEHIND, &[]).await?;
        if let Some(behind) = behind {
            return Ok(Some(behind.try_get(0)?));
        }
        let steps = [
            sql::NEXT_ROWS_TAKE_EPOCHS,
            sql::LOCK_SERVED_ROWS,
            sql::SWITCH_ROWS,
            sql::GRANT,
            sql::COMMIT,
        ];
        for step in steps {
            self.client.batch_execute(step).await?;
        }
        Ok(None)
    }
}

/// Wipes what `batch` forgets from every set that does not serve.
pub(super) async fn forget_elsewhere(change: &Transaction<'_>, batch: &Batch) -> Result<(), Fault> {
    let others = change.query(sql::LIST_OTHER_ROWS, &[]).await?;
    for other in others {
        let schema: String = other.try_get(0)?;
        change.execute(sql::SET_SCHEMA, &[&schema]).await?;
        remove(change, &batch.forgetting()).await?;
    }
    let served = RowSet::Served.schema();
    change.execute(sql::SET_SCHEMA, &[&served]).await?;
    Ok(())
}

//! Connections for short work, lent to one piece of it at a time.

use std::pin::pin;

use deadpool_postgres::{Object, Pool};
use futures::TryStreamExt as _;
use tokio::time::{error::Elapsed, timeout};
use tokio_postgres::{
    Row,
    types::{ToSql, Type},
};

use crate::{Database, fault::Fault, limits::READ_PATIENCE, session::Purpose};

/// Values of a statement.
pub(crate) type Values<'a> = &'a [&'a (dyn ToSql + Sync)];

/// Lends connections. Clones lend the same ones.
#[derive(Clone)]
pub(crate) struct Readers(Pool);

impl Readers {
    pub(crate) fn new(database: &Database, purpose: Purpose) -> Self {
        Self(database.pool(purpose))
    }

    /// A connection that nobody else uses meanwhile.
    pub(crate) async fn lend(&self) -> Result<Object, Fault> {
        Ok(self.0.get().await?)
    }

    /// Runs one statement that may be run twice: if its connection turns out to be broken, as all of them
    /// are after the server was started again, it is run on a new one.
    pub(crate) async fn query(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, Fault> {
        match self.query_once(sql, values).await {
            Err(fault) if fault.is_connection() => self.query_once(sql, values).await,
            answer => answer,
        }
    }

    /// [`Readers::query`] whose rows are taken one by one while the server still sends the others. When
    /// the statement is run again, what was taken is forgotten.
    pub(crate) async fn query_each<T: Default>(
        &self,
        sql: &str,
        values: Values<'_>,
        take: impl Fn(&mut T, Row) -> Result<(), Fault>,
    ) -> Result<T, Fault> {
        match self.query_each_once(sql, values, &take).await {
            Err(fault) if fault.is_connection() => self.query_each_once(sql, values, &take).await,
            answer => answer,
        }
    }

    /// [`Readers::query`] for a statement whose text differs from time to time and is therefore not kept
    /// prepared: with the types given, it takes one round trip all the same.
    pub(crate) async fn query_typed(
        &self,
        sql: &str,
        values: &[(&(dyn ToSql + Sync), Type)],
    ) -> Result<Vec<Row>, Fault> {
        match self.query_typed_once(sql, values).await {
            Err(fault) if fault.is_connection() => self.query_typed_once(sql, values).await,
            answer => answer,
        }
    }

    /// Runs one statement that must not run twice; a broken connection leaves open whether it did.
    pub(crate) async fn query_once(
        &self,
        sql: &str,
        values: Values<'_>,
    ) -> Result<Vec<Row>, Fault> {
        let client = self.lend().await?;
        let asking = async {
            let statement = client.prepare_cached(sql).await?;
            client.query(&statement, values).await
        };
        let answer = timeout(READ_PATIENCE, asking).await;
        Ok(heard(client, answer)??)
    }

    async fn query_each_once<T: Default>(
        &self,
        sql: &str,
        values: Values<'_>,
        take: impl Fn(&mut T, Row) -> Result<(), Fault>,
    ) -> Result<T, Fault> {
        let client = self.lend().await?;
        let asking = async {
            let statement = client.prepare_cached(sql).await?;
            let values = values.iter().copied();
            let mut rows = pin!(client.query_raw(&statement, values).await?);
            let mut taken = T::default();
            while let Some(row) = rows.try_next().await? {
                take(&mut taken, row)?;
            }
            Ok(taken)
        };
        let answer = timeout(READ_PATIENCE, asking).await;
        heard(client, answer)?
    }

    async fn query_typed_once(
        &self,
        sql: &str,
        values: &[(&(dyn ToSql + Sync), Type)],
    ) -> Result<Vec<Row>, Fault> {
        let client = self.lend().await?;
        let answer = timeout(READ_PATIENCE, client.query_typed(sql, values)).await;
        Ok(heard(client, answer)??)
    }
}

/// The answer, if there was one in time. A connection that stays silent is lent to nobody again.
fn heard<T>(client: Object, answer: Result<T, Elapsed>) -> Result<T, Fault> {
    answer.map_err(|_| {
        drop(Object::take(client));
        Fault::Silent
    })
}

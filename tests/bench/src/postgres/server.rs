//! The server, its databases, and a look at them from outside.

use std::sync::Arc;

use tokio_postgres::{Client, NoTls};

use khen_ambient::{Clock, SystemClock};
use khen_store_postgres::{Database, Options, PostgresLedger};
use khen_testbed::Postgres;

/// A commit waits for the disk, as in production; the memory suits a small server.
const SETTINGS: [&str; 3] = ["fsync=on", "shared_buffers=512MB", "max_wal_size=4GB"];

/// A server that goes when the value goes.
pub struct Server(Postgres);

impl Server {
    /// Starts it.
    #[must_use]
    pub fn start() -> Self {
        Self(Postgres::start_with(&SETTINGS))
    }

    /// What it was told, for the report.
    #[must_use]
    pub fn settings() -> String {
        SETTINGS.join(" ")
    }

    /// Where the database `name` is.
    #[must_use]
    pub fn url(&self, name: &str) -> String {
        self.0.url(name)
    }

    /// Makes a database with the tables of the ledger.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn create(&self, name: &str) -> anyhow::Result<Database> {
        let database = Database::connect(&Options::of(self.0.database(name))).await?;
        database.migrate().await?;
        Ok(database)
    }

    /// Copies the database `from`, which nobody may be connected to for long, as `to`.
    pub fn copy(&self, from: &str, to: &str) {
        let sql = format!("CREATE DATABASE {to} TEMPLATE {from} STRATEGY file_copy");
        self.0.run_sql("postgres", &sql);
    }

    /// Does now what the server would else do by itself in the middle of a measurement.
    pub fn settle(&self, name: &str) {
        for sql in ["VACUUM ANALYZE", "CHECKPOINT"] {
            self.0.run_sql(name, sql);
        }
    }

    /// A plain connection to the database `name`.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn client(&self, name: &str) -> anyhow::Result<Client> {
        client(&self.url(name)).await
    }

    /// Holds what the database `name` holds now, as a nightly dump does.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn snapshot(&self, name: &str) -> anyhow::Result<Snapshot> {
        let client = self.client(name).await?;
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT FROM ledger.ledger";
        client.batch_execute(begin).await?;
        Ok(Snapshot(client))
    }

    /// How many events the database `name` holds, and whether the positions of each of its ledgers
    /// have no gap.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn count(&self, name: &str) -> anyhow::Result<(i64, bool)> {
        let client = self.client(name).await?;
        let row = client.query_one(COUNT, &[]).await?;
        Ok((row.try_get(0)?, row.try_get(1)?))
    }
}

const COUNT: &str = "
    SELECT coalesce(sum(size), 0)::bigint, coalesce(bool_and(size = last + 1), true)
    FROM (
        SELECT count(*) AS size, max(seat & ((1::bigint << 40) - 1)) AS last
        FROM ledger.event
        GROUP BY seat >> 40
    ) AS one";

/// A transaction that goes on seeing the past until it is dropped.
pub struct Snapshot(#[expect(dead_code, reason = "held, not used")] Client);

/// The ledgers of a database. Call it inside a runtime, which the committers then live in.
#[must_use]
pub fn ledgers(database: &Database) -> Arc<PostgresLedger> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    Arc::new(PostgresLedger::open(database, &clock))
}

/// A plain connection.
pub(crate) async fn client(url: &str) -> anyhow::Result<Client> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    // It ends with the client; what went wrong before, the client is told.
    tokio::spawn(connection);
    Ok(client)
}

//! A server and a database of its own for every test.

use std::sync::Arc;

use khen_ambient::{Clock, SystemClock};
use khen_store_postgres::{Database, Options, PostgresLedger};
use khen_testbed::Postgres;

/// A database with its tables, of a server of its own.
pub(crate) async fn migrated() -> (Postgres, Database) {
    let server = Postgres::start();
    let database = connected(&server.database("khen")).await;
    database.migrate().await.expect("the tables are made");
    (server, database)
}

/// The database at this URL.
pub(crate) async fn connected(url: &str) -> Database {
    Database::connect(&Options::of(url))
        .await
        .expect("the database is reached")
}

/// A store on the database, with connections and a memory of its own.
pub(crate) fn opened(database: &Database) -> PostgresLedger {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    PostgresLedger::open(database, &clock)
}

//! A server and a database of its own for every test.

use khen_store_postgres::{Database, Options};
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

//! Ways to a database: through a line that breaks, and past every store.

use tokio_postgres::{Client, NoTls};

use crate::database::connected;
use khen_store_postgres::Database;
use khen_testbed::{Postgres, TcpProxy};

/// Begins a transaction that holds the lock of the first ledger.
pub(crate) const LOCK: &str = "BEGIN; SELECT pg_advisory_xact_lock(1802003822, 1)";

/// The proxy in front of the server, and the database behind it.
pub(crate) async fn behind_a_proxy(server: &Postgres) -> (TcpProxy, Database) {
    let proxy = TcpProxy::start(server.port());
    let url = format!("postgres://postgres@127.0.0.1:{}/khen", proxy.port());
    let database = connected(&url).await;
    (proxy, database)
}

/// A plain connection to the database.
pub(crate) async fn raw(server: &Postgres) -> Client {
    let connected = tokio_postgres::connect(&server.url("khen"), NoTls).await;
    let (client, connection) = connected.expect("the server is reached");
    tokio::spawn(connection);
    client
}

/// Returns once this many others wait for the lock of a ledger, or of its rows.
pub(crate) async fn others_wait(client: &Client, count: i64) {
    let waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    counted(client, waiting, count).await;
}

/// Returns once nobody holds the lock of a ledger, or of its rows, nor waits for one.
pub(crate) async fn locks_are_free(client: &Client) {
    let all = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'";
    counted(client, all, 0).await;
}

async fn counted(client: &Client, counting: &str, count: i64) {
    loop {
        let asked = client.query_one(counting, &[]).await;
        let asked = asked.expect("the server is asked");
        if asked.get::<_, i64>(0) == count {
            return;
        }
    }
}

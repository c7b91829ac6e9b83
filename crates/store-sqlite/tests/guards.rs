//! The tables of the ledger refuse whatever is not an addition.

use std::sync::Arc;

use rusqlite::Connection;
use tempfile::TempDir;

use khen_ambient::SystemClock;
use khen_contract::{Wish, made_ledger, recorded};
use khen_store_sqlite::{LEDGER_FILE, SqliteLedger};

/// A ledger with one event, closed, and a foreign connection to its file.
async fn closed_ledger() -> (TempDir, Connection) {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let store = SqliteLedger::open(folder.path(), Arc::new(SystemClock)).expect("it opens");
    let ledger = made_ledger(&store).await;
    recorded(
        &store,
        &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"]),
    )
    .await;
    drop(store);
    let connection = Connection::open(folder.path().join(LEDGER_FILE)).expect("the file opens");
    (folder, connection)
}

async fn is_refused(statement: &str, reason: &str) {
    let (_folder, connection) = closed_ledger().await;
    connection
        .pragma_update(None, "recursive_triggers", "ON")
        .expect("the setting is known");
    let refused = connection.execute(statement, []);
    let refused = refused.expect_err("the guard refuses").to_string();
    assert!(refused.contains(reason), "{refused}");
}

#[tokio::test]
async fn an_event_is_never_changed() {
    is_refused(
        "UPDATE event SET data = x'7b7d'",
        "an event is never changed",
    )
    .await;
}

#[tokio::test]
async fn an_event_is_never_deleted() {
    is_refused("DELETE FROM event", "an event is never deleted").await;
}

#[tokio::test]
async fn an_event_is_never_replaced() {
    let replace = "REPLACE INTO event SELECT * FROM event";
    is_refused(replace, "an event is never deleted").await;
}

#[tokio::test]
async fn a_stream_is_never_renamed() {
    let rename = "UPDATE stream SET name = 'slot/2'";
    is_refused(rename, "a stream keeps its number and name").await;
}

#[tokio::test]
async fn a_stream_is_never_deleted() {
    is_refused("DELETE FROM stream", "a stream is never deleted").await;
}

#[tokio::test]
async fn a_ledger_keeps_its_source() {
    let change = "UPDATE ledger SET source = 'https://khen.example/another'";
    is_refused(change, "a ledger keeps its slug and source").await;
}

#[tokio::test]
async fn a_ledger_is_never_deleted() {
    is_refused("DELETE FROM ledger", "a ledger is never deleted").await;
}

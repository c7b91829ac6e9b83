//! Damage is noticed and named.

use std::{path::Path, sync::Arc};

use rusqlite::Connection;

use khen_ambient::SystemClock;
use khen_contract::{Wish, ledger, made_ledger, recorded};
use khen_eventlog::{EventFeed, Position, ReadError};
use khen_store_sqlite::{LEDGER_FILE, SqliteLedger};

fn opened(folder: &Path) -> SqliteLedger {
    SqliteLedger::open(folder, Arc::new(SystemClock)).expect("the folder opens")
}

/// A ledger with three events, damaged by somebody who has taken the guards away.
async fn damaged(statement: &str) -> ReadError {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let store = opened(folder.path());
    let id = made_ledger(&store).await;
    let wish = Wish::new(&id, "1").writing("slot/1", 0, &["a", "b", "c"]);
    recorded(&store, &wish).await;
    drop(store);
    let connection = Connection::open(folder.path().join(LEDGER_FILE)).expect("it opens");
    connection
        .execute_batch(
            "DROP TRIGGER event_is_never_updated;
             DROP TRIGGER event_is_never_deleted;
             PRAGMA ignore_check_constraints = ON;",
        )
        .expect("the guards are taken away");
    connection.execute(statement, []).expect("it is damaged");
    let store = opened(folder.path());
    let read = store.read_from(&ledger("hon-quan"), Position(0), 10).await;
    read.expect_err("the damage is noticed")
}

#[tokio::test]
async fn a_column_that_does_not_parse_is_named() {
    let change = "UPDATE event SET event_type = 'nonsense' WHERE seat = 1099511627777";
    assert_eq!(
        damaged(change).await.to_string(),
        "the store disagrees with itself at table event, column event_type, row 1099511627777"
    );
    let cut = "UPDATE event SET salt = x'00' WHERE seat = 1099511627778";
    assert_eq!(
        damaged(cut).await.to_string(),
        "the store disagrees with itself at table event, column salt, row 1099511627778"
    );
}

#[tokio::test]
async fn a_missing_event_is_noticed() {
    let gap = "DELETE FROM event WHERE seat = 1099511627777";
    assert!(matches!(damaged(gap).await, ReadError::Corrupt { .. }));
}

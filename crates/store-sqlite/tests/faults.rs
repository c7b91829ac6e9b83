//! Faults stay where they arise, and are named.

use std::{path::Path, sync::Arc};

use futures::future::join_all;
use rusqlite::Connection;

use khen_ambient::SystemClock;
use khen_contract::{Wish, ledger, made_ledger, recorded, stream};
use khen_eventlog::{AppendError, EventFeed, EventStore, Position, ReadError, Version};
use khen_store_sqlite::{LEDGER_FILE, SqliteLedger};

fn opened(folder: &Path) -> SqliteLedger {
    SqliteLedger::open(folder, Arc::new(SystemClock)).expect("the folder opens")
}

/// From now on SQLite fails at every event of a request whose number ends in 5.
fn make_fives_fail(folder: &Path) {
    let connection = Connection::open(folder.join(LEDGER_FILE)).expect("it opens");
    connection
        .execute_batch(
            "CREATE TRIGGER fives_fail BEFORE INSERT ON event
             WHEN NEW.correlation LIKE 'request-%5'
             BEGIN
                 SELECT RAISE(ABORT, 'a five');
             END;",
        )
        .expect("the trigger is made");
}

#[tokio::test]
async fn a_statement_that_fails_harms_no_neighbour_in_its_batch() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let store = opened(folder.path());
    let ledger = made_ledger(&store).await;
    make_fives_fail(folder.path());
    let crowd = (0..30).map(|number| {
        let wish = Wish::new(&ledger, &number.to_string());
        store.append(
            wish.writing(&format!("nomination/{number}"), 0, &["a"])
                .build(),
        )
    });
    for (number, answer) in join_all(crowd).await.into_iter().enumerate() {
        if number % 10 == 5 {
            assert!(matches!(answer, Err(AppendError::Unavailable(_))));
        } else {
            assert!(answer.is_ok_and(|receipt| !receipt.is_repeat));
        }
    }
    let events = store.read_from(&ledger, Position(0), 100).await;
    assert_eq!(events.expect("the feed is read").len(), 27);
    let failed = [stream("nomination/5"), stream("nomination/6")];
    let versions = store.versions(&ledger, &failed).await;
    let versions = versions.expect("the versions are read");
    assert_eq!(versions, [Version::NONE, Version(1)]);
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

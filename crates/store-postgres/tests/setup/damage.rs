//! Damage is noticed and named.

use crate::{database::migrated, stores::opened};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{EventFeed, Position, ReadError};

/// A ledger with three events, damaged by somebody who has taken the guards away.
async fn damaged(statement: &str) -> ReadError {
    let (server, database) = migrated().await;
    let store = opened(&database);
    let ledger = made_ledger(&store).await;
    let wish = Wish::new(&ledger, "1").writing("slot/1", 0, &["a", "b", "c"]);
    recorded(&store, &wish).await;
    server.run_sql(
        "khen",
        "DROP TRIGGER event_is_never_changed ON ledger.event;
         ALTER TABLE ledger.event DROP CONSTRAINT event_salt_is_whole;",
    );
    server.run_sql("khen", statement);
    let read = store.read_from(&ledger, Position(0), 10).await;
    read.expect_err("the damage is noticed")
}

#[tokio::test]
async fn a_column_that_does_not_parse_is_named() {
    let change = "UPDATE ledger.event SET event_type = 'nonsense' WHERE seat = 1099511627777";
    assert_eq!(
        damaged(change).await.to_string(),
        "the store disagrees with itself at table event, column event_type, row 1099511627777"
    );
    let cut = r"UPDATE ledger.event SET salt = '\x00' WHERE seat = 1099511627778";
    assert_eq!(
        damaged(cut).await.to_string(),
        "the store disagrees with itself at table event, column salt, row 1099511627778"
    );
}

#[tokio::test]
async fn a_missing_event_is_noticed() {
    let gap = "DELETE FROM ledger.event WHERE seat = 1099511627777";
    assert!(matches!(damaged(gap).await, ReadError::Corrupt { .. }));
}

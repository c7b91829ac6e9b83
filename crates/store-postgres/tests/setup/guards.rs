//! The tables of the ledger refuse whatever is not an addition, whoever asks.

use crate::{database::migrated, raw, refused, stores::opened};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{EventFeed, Position};

#[tokio::test]
async fn evidence_is_refused_to_the_superuser_too() {
    let (server, database) = migrated().await;
    let store = opened(&database);
    let ledger = made_ledger(&store).await;
    recorded(
        &store,
        &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"]),
    )
    .await;
    let superuser = raw(&server.url("khen")).await;
    for (table, change) in [
        ("event", "UPDATE ledger.event SET data = '{}'"),
        ("event", "DELETE FROM ledger.event"),
        ("event", "TRUNCATE ledger.event"),
        ("stream", "UPDATE ledger.stream SET name = 'slot/2'"),
        ("stream", "DELETE FROM ledger.stream"),
        ("stream", "TRUNCATE ledger.stream"),
        (
            "ledger",
            "UPDATE ledger.ledger SET source = 'https://khen.example/another'",
        ),
        ("ledger", "DELETE FROM ledger.ledger"),
        ("ledger", "TRUNCATE ledger.ledger"),
    ] {
        assert_eq!(
            refused(&superuser, change).await,
            format!("the table {table} is evidence: its rows are never changed or deleted")
        );
    }
    let events = store.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 1);
}

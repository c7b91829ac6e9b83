//! A standby takes over.

use crate::{database::connected, stores::opened};
use khen_contract::{Wish, made, made_ledger, recorded};
use khen_eventlog::{AppendError, EventFeed, EventStore, Position};
use khen_testbed::Postgres;

#[tokio::test]
async fn a_standby_is_read_and_takes_writes_once_it_is_promoted() {
    let mut server = Postgres::start();
    let database = connected(&server.database("khen")).await;
    database.migrate().await.expect("the tables are made");
    let standby = server.standby();
    server.wait_for_standbys();
    let store = opened(&database);
    let ledger = made_ledger(&store).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    recorded(&store, &wish(0)).await;
    server.give_way_to(standby);
    let written = store.append(wish(1).build()).await;
    assert!(
        matches!(written, Err(AppendError::ReadOnly(_))),
        "{written:?}"
    );
    let asked = store
        .create_ledger(&ledger, "https://khen.example/hon-quan")
        .await;
    assert!(matches!(asked, Err(AppendError::ReadOnly(_))), "{asked:?}");
    let events = store.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 1);
    server.promote();
    let receipt = recorded(&store, &wish(1)).await;
    assert_eq!(receipt.events[0].position, Position(1));
}

// With threads, so that the store hears of the end of its connection while nobody asks it for anything.
#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_has_no_gap_where_a_standby_took_over_that_lacked_its_end() {
    let mut server = Postgres::start();
    let database = connected(&server.database("khen")).await;
    database.migrate().await.expect("the tables are made");
    let store = opened(&database);
    let ledger = made_ledger(&store).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    recorded(&store, &wish(0)).await;
    let mut standby = server.standby();
    // It falls behind, and nobody waits for it.
    standby.kill();
    recorded(&store, &wish(1)).await;
    recorded(&store, &wish(2)).await;
    server.give_way_to(standby);
    server.promote();
    // By what is remembered alone it would come behind those that are gone.
    let other = Wish::new(&ledger, "other").writing("slot/2", 0, &["a"]);
    let receipt = recorded(&store, &other).await;
    assert_eq!(receipt.events[0].position, Position(1));
    let receipt = recorded(&store, &wish(1)).await;
    assert_eq!(receipt.events[0].position, Position(2));
    let events = store.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 3);
}

/// Numbers of streams and ledgers are remembered; the standby gives those that are gone to others.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_gone_with_a_server_is_not_remembered() {
    let mut server = Postgres::start();
    let database = connected(&server.database("khen")).await;
    database.migrate().await.expect("the tables are made");
    let store = opened(&database);
    let ledger = made_ledger(&store).await;
    let wish = |slot: &str| Wish::new(&ledger, slot).writing(&format!("slot/{slot}"), 0, &["a"]);
    recorded(&store, &wish("kept")).await;
    let mut standby = server.standby();
    // It falls behind, and nobody waits for it.
    standby.kill();
    recorded(&store, &wish("gone")).await;
    let gone = made(&store, "gone").await;
    let in_gone = Wish::new(&gone, "in-gone").writing("slot/kept", 0, &["a"]);
    recorded(&store, &in_gone).await;
    let slots = async || {
        let events = store.read_from(&ledger, Position(0), 10).await;
        let events = events.expect("the feed is read").into_iter();
        events
            .map(|event| event.stream.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(slots().await, ["slot/kept", "slot/gone"]);
    server.give_way_to(standby);
    server.promote();
    made(&store, "new").await;
    recorded(&store, &wish("new")).await;
    assert_eq!(slots().await, ["slot/kept", "slot/new"]);
    let written = store.append(in_gone.build()).await;
    assert!(
        matches!(written, Err(AppendError::NoLedger { .. })),
        "{written:?}"
    );
    let found = store.ledger(&gone).await.expect("the ledger is looked up");
    assert_eq!(found, None);
}

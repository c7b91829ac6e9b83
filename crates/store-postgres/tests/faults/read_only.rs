//! A database that takes no writes, as a standby does after the names have moved.

use jiff::Timestamp;
use tokio_postgres::NoTls;

use crate::{
    database::{connected, migrated},
    stores::opened,
};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{
    AppendError, EventFeed, EventStore, HaltBook, OfficeError, Position, ReadOnlyRecord,
};
use khen_store_postgres::PostgresOffice;

#[tokio::test]
async fn a_database_that_takes_no_writes_is_read_and_says_so_of_writes() {
    let (server, database) = migrated().await;
    let ledger = made_ledger(&opened(&database)).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    recorded(&opened(&database), &wish(0)).await;
    let url = server.url("khen");
    let (client, connection) = tokio_postgres::connect(&url, NoTls)
        .await
        .expect("the owner is let in");
    tokio::spawn(connection);
    let turn = |on: &str| format!("ALTER DATABASE khen SET default_transaction_read_only = {on}");
    client
        .batch_execute(&turn("on"))
        .await
        .expect("it takes no writes from here on");
    // Connections learn of it when they are made.
    let database = connected(&url).await;
    let (store, office) = (opened(&database), PostgresOffice::open(&database));
    let written = store.append(wish(1).build()).await;
    assert!(
        matches!(written, Err(AppendError::ReadOnly(_))),
        "{written:?}"
    );
    let other = khen_contract::ledger("loc-ninh");
    let made = store.create_ledger(&other, "https://khen.example").await;
    assert!(matches!(made, Err(AppendError::ReadOnly(_))), "{made:?}");
    let record = ReadOnlyRecord {
        reason: "-".to_owned(),
        since: Timestamp::UNIX_EPOCH,
    };
    let kept = office.keep_read_only(&record).await;
    assert!(matches!(kept, Err(OfficeError::ReadOnly(_))), "{kept:?}");
    let events = store.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 1);
    assert_eq!(office.read_only().await.expect("it is read"), None);
}

//! Two stores on one file, as two processes have it, agree at every moment.

use std::{path::Path, sync::Arc};

use futures::future::join_all;

use khen_ambient::SystemClock;
use khen_contract::{Wish, ledger, made_ledger, recorded, stream};
use khen_eventlog::{AppendError, EventFeed, EventStore, Position, Version};
use khen_store_sqlite::SqliteLedger;

fn opened(folder: &Path) -> SqliteLedger {
    SqliteLedger::open(folder, Arc::new(SystemClock)).expect("the folder opens")
}

#[tokio::test]
async fn two_stores_take_turns_on_one_stream() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let stores = [opened(folder.path()), opened(folder.path())];
    let ledger = made_ledger(&stores[0]).await;
    for round in 0..12 {
        let store = &stores[usize::from(round % 3 == 0)];
        let wish = Wish::new(&ledger, &round.to_string());
        let receipt = recorded(store, &wish.writing("slot/1", round, &["a"])).await;
        assert_eq!(receipt.events[0].position, Position(round));
    }
}

#[tokio::test]
async fn what_one_store_remembers_the_other_may_have_outdated() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let (here, there) = (opened(folder.path()), opened(folder.path()));
    let ledger = made_ledger(&here).await;
    recorded(&here, &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"])).await;
    let theirs = Wish::new(&ledger, "2").writing("slot/1", 1, &["b"]);
    recorded(&there, &theirs).await;
    let late = Wish::new(&ledger, "3").writing("slot/1", 1, &["c"]);
    assert!(matches!(
        here.append(late.build()).await,
        Err(AppendError::Conflict {
            actual: Version(2),
            ..
        })
    ));
    assert!(recorded(&here, &theirs).await.is_repeat);
}

#[tokio::test]
async fn positions_are_dense_while_two_stores_race() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let stores = [opened(folder.path()), opened(folder.path())];
    let id = made_ledger(&stores[0]).await;
    join_all((0..16).map(|writer| write(&stores[writer % 2], writer))).await;
    let events = stores[0].read_from(&id, Position(0), 4_096).await;
    let events = events.expect("the feed is read");
    assert_eq!(events.len(), 16 * 10);
    assert!(events.is_sorted_by(|a, b| a.recorded_at < b.recorded_at));
    let streams: Vec<_> = (0..16)
        .map(|writer| stream(&format!("slot/{writer}")))
        .collect();
    for store in &stores {
        let versions = store.versions(&id, &streams).await;
        assert_eq!(versions.expect("the versions are read"), [Version(10); 16]);
    }
}

async fn write(store: &SqliteLedger, writer: usize) {
    for round in 0..10 {
        let wish = Wish::new(&ledger("hon-quan"), &format!("{writer}-{round}"));
        recorded(
            store,
            &wish.writing(&format!("slot/{writer}"), round, &["a"]),
        )
        .await;
    }
}

//! What was answered is there when the folder is opened again, and what waited is finished.

use std::{fs, path::Path, sync::Arc};

use futures::poll;
use jiff::{Timestamp, ToSpan};
use rusqlite::Connection;

use khen_ambient::{Clock, SystemClock};
use khen_contract::{HandClock, Wish, ledger, made_ledger, recorded};
use khen_eventlog::{
    EventFeed, EventStore, KeyRecord, KeyStore, OwnerId, Position, RecordedEvent, WrappedKey,
};
use khen_store_sqlite::{LEDGER_FILE, OFFICE_FILE, OpenError, SqliteLedger, SqliteOffice};

fn opened(folder: &Path) -> SqliteLedger {
    SqliteLedger::open(folder, Arc::new(SystemClock)).expect("the folder opens")
}

async fn whole(store: &SqliteLedger) -> Vec<RecordedEvent> {
    let events = store.read_from(&ledger("hon-quan"), Position(0), 100).await;
    events.expect("the feed is read")
}

#[tokio::test]
async fn a_ledger_reads_the_same_after_reopening() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let store = opened(folder.path());
    let ledger = made_ledger(&store).await;
    let wish = Wish::new(&ledger, "1").writing("slot/1", 0, &["a", "b"]);
    recorded(&store, &wish).await;
    let before = whole(&store).await;
    drop(store);
    let store = opened(folder.path());
    assert_eq!(whole(&store).await, before);
    assert!(recorded(&store, &wish).await.is_repeat);
    let next = Wish::new(&ledger, "2").writing("slot/1", 2, &["c"]);
    assert_eq!(
        recorded(&store, &next).await.events[0].position,
        Position(2)
    );
}

#[tokio::test]
async fn times_go_on_increasing_after_reopening_with_an_earlier_clock() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let noon: Timestamp = "2024-11-05T05:00:00Z".parse().expect("it is a time");
    for (round, time) in [noon, noon - 24.hours()].into_iter().enumerate() {
        let clock: Arc<dyn Clock> = Arc::new(HandClock::at(time));
        let store = SqliteLedger::open(folder.path(), clock).expect("the folder opens");
        let ledger = made_ledger(&store).await;
        let wish = Wish::new(&ledger, &round.to_string());
        recorded(&store, &wish.writing("slot/1", round as u64, &["a"])).await;
    }
    let events = whole(&opened(folder.path())).await;
    assert_eq!(events[0].recorded_at, noon);
    assert_eq!(events[1].recorded_at, noon + 1.microsecond());
}

#[tokio::test]
async fn a_store_that_is_dropped_finishes_what_waits() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let store = opened(folder.path());
    let ledger = made_ledger(&store).await;
    for round in 0..20 {
        let wish = Wish::new(&ledger, &round.to_string());
        let mut caller = store.append(wish.writing("slot/1", round, &["a"]).build());
        let _ = poll!(&mut caller);
    }
    drop(store);
    assert_eq!(whole(&opened(folder.path())).await.len(), 20);
}

#[tokio::test]
async fn a_destroyed_key_is_in_no_file_of_the_folder() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let office = SqliteOffice::open(folder.path()).expect("the folder opens");
    let (ledger, owner) = (ledger("hon-quan"), OwnerId("person/1".to_owned()));
    let secret = b"a wrapped key that must not be found";
    let kept = office.keep_key(&ledger, &owner, WrappedKey(secret.to_vec()));
    kept.await.expect("the key is kept");
    let is_found = || {
        let files = fs::read_dir(folder.path()).expect("the folder is listed");
        let contents = files.map(|file| fs::read(file.expect("it is listed").path()));
        contents
            .map(|bytes| bytes.expect("the file is read"))
            .any(|bytes| bytes.windows(secret.len()).any(|part| part == secret))
    };
    assert!(is_found());
    let destroyed = office.destroy_key(&ledger, &owner).await;
    destroyed.expect("the key is destroyed");
    assert!(!is_found());
    drop(office);
    assert!(!is_found());
    let office = SqliteOffice::open(folder.path()).expect("the folder opens");
    let found = office.key(&ledger, &owner).await;
    assert_eq!(found.expect("it is looked up"), Some(KeyRecord::Destroyed));
}

#[test]
fn a_database_that_others_have_made_is_refused() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    drop(opened(folder.path()));
    let connection = Connection::open(folder.path().join(LEDGER_FILE)).expect("it opens");
    connection
        .execute("UPDATE refinery_schema_history SET checksum = '1'", [])
        .expect("the history of migrations is changed");
    let refused = SqliteLedger::open(folder.path(), Arc::new(SystemClock));
    assert!(matches!(refused.err(), Some(OpenError::Migration { .. })));
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    fs::write(folder.path().join(OFFICE_FILE), "x".repeat(8_192)).expect("it is written");
    let refused = SqliteOffice::open(folder.path());
    assert!(matches!(refused.err(), Some(OpenError::Database { .. })));
}

//! Who may switch between sets of rows, and who is waited for.

use tokio_postgres::Client;

use crate::{
    database::{connected, migrated},
    raw,
    roles::{url, with_roles},
};
use khen_read_model::{
    Batch, ClearValueRow, Cursor, RowReader as _, RowSets, RowStore as _, Set, SetError,
};
use khen_store_postgres::{PostgresRowSets, PostgresRows};
use khen_testbed::Postgres;

const LEDGER: &str = "hon-quan";
const SERVED: &str = "SELECT count(*) FROM rows.clear_value_v1";
const NEXT: &str = "SELECT count(*) FROM rows_next.clear_value_v1";
const PREVIOUS: &str = "SELECT count(*) FROM rows_previous.clear_value_v1";

fn named(from: u64, to: u64) -> Batch {
    let mut batch = Batch::new(LEDGER, Cursor(from), Cursor(to));
    batch.put(&ClearValueRow::of("v1", "org/person/1", "Nguyễn Văn Ví Dụ"));
    batch
}

async fn sets(server: &Postgres, role: &str) -> PostgresRowSets {
    PostgresRowSets::open(&connected(&url(server, role)).await)
}

/// Fills the set beside to `to` and puts it in place.
async fn switched(sets: &dyn RowSets, to: u64) {
    let beside = sets.beside().await.expect("the set is made");
    let applied = beside.apply(named(0, to)).await;
    applied.expect("the batch is applied");
    let held = sets.hold().await.expect("the rows are held");
    let done = held.switch(Set::Beside).await;
    done.expect("the sets are switched");
}

#[tokio::test]
async fn the_owner_switches_and_everybody_goes_on() {
    let server = with_roles().await;
    let worker = PostgresRows::open(&connected(&url(&server, "khen_worker")).await);
    let app = PostgresRows::open(&connected(&url(&server, "khen_app")).await);
    worker
        .apply(named(0, 1))
        .await
        .expect("the batch is applied");
    assert_eq!(app.cursor(LEDGER).await.unwrap(), Cursor(1));
    let owner = sets(&server, "khen_owner").await;
    switched(&owner, 3).await;
    assert_eq!(app.cursor(LEDGER).await.unwrap(), Cursor(3));
    // While there are sets of both kinds, whose values the worker forgets as well.
    let beside = owner.beside().await.expect("the set is made");
    let filled = beside.apply(named(0, 3)).await;
    filled.expect("the batch is applied");
    let mut forgetting = Batch::new(LEDGER, Cursor(3), Cursor(4));
    forgetting.forget("org/person/1");
    worker
        .apply(forgetting)
        .await
        .expect("the batch is applied");
    let auditor = raw(&url(&server, "khen_auditor")).await;
    assert_eq!(count(&auditor, SERVED).await, 0);
    let owner = raw(&url(&server, "khen_owner")).await;
    assert_eq!(count(&owner, NEXT).await, 0);
    assert_eq!(count(&owner, PREVIOUS).await, 0);
}

#[tokio::test]
async fn nobody_but_the_owner_makes_sets_of_rows() {
    let server = with_roles().await;
    for role in ["khen_app", "khen_worker"] {
        let refused = sets(&server, role).await.beside().await;
        let refused = refused.map(|_| "a set");
        assert!(
            matches!(refused, Err(SetError::Forbidden(_))),
            "{role}: {refused:?}"
        );
    }
}

/// Whoever has begun to read one table of a set reads the others of the same.
#[tokio::test]
async fn a_switch_waits_for_whoever_reads() {
    let (server, database) = migrated().await;
    let sets = PostgresRowSets::open(&database);
    switched(&sets, 1).await;
    let reader = raw(&server.url("khen")).await;
    let begin = "BEGIN; SELECT FROM rows.cursor_v1";
    reader.batch_execute(begin).await.unwrap();
    let beside = sets.beside().await.expect("the set is made");
    let moved = beside.apply(Batch::new(LEDGER, Cursor(0), Cursor(2))).await;
    moved.expect("the batch is applied");
    let held = sets.hold().await.expect("the rows are held");
    let switching = tokio::spawn(held.switch(Set::Beside));
    assert_eq!(count(&reader, SERVED).await, 1);
    assert!(!switching.is_finished());
    reader.batch_execute("COMMIT").await.unwrap();
    switching.await.unwrap().expect("the sets are switched");
    assert_eq!(count(&reader, SERVED).await, 0);
}

async fn count(client: &Client, statement: &str) -> i64 {
    let counted = client.query_one(statement, &[]).await;
    counted.expect("the rows are counted").get(0)
}

//! A worker that falls asleep in the middle of a batch of rows.

use crate::{
    database::migrated,
    line::{behind_a_proxy, others_wait, raw},
};
use khen_read_model::{Batch, Cursor, RowReader, RowStore};
use khen_store_postgres::PostgresRows;

/// What a batch takes first.
const LOCK: &str = "BEGIN; SELECT pg_advisory_xact_lock(1802003824, hashtext('hon-quan'))";

fn batch(from: u64) -> Batch {
    Batch::new("hon-quan", Cursor(from), Cursor(from + 1))
}

#[tokio::test]
async fn a_worker_asleep_in_its_batch_is_ended_and_its_successor_goes_on() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let (sleeper, successor) = (PostgresRows::open(&database), PostgresRows::open(&direct));
    sleeper.apply(batch(0)).await.expect("the first batch");
    let (holder, witness) = (raw(&server).await, raw(&server).await);
    holder.batch_execute(LOCK).await.expect("the lock is free");
    let asleep = tokio::spawn(async move { sleeper.apply(batch(1)).await });
    others_wait(&witness, 1).await;
    // It is given the lock now and never hears of it.
    proxy.freeze();
    holder.batch_execute("COMMIT").await.expect("it commits");
    let taken_over = successor.apply(batch(1).with_epoch(1)).await;
    taken_over.expect("the successor waits for a moment only");
    proxy.thaw();
    let woken = asleep.await.expect("the sleeper wakes");
    woken.expect_err("what it held is over");
    let cursor = successor.cursor("hon-quan").await;
    assert_eq!(cursor.expect("the cursor is read"), Cursor(2));
}

//! A writer that stalls inside its transaction.

use futures::poll;

use crate::{
    database::migrated,
    line::{LOCK, behind_a_proxy, others_wait, raw},
    stores::opened,
};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{EventFeed, EventStore, LedgerId, Position};

/// One more event in the first stream, as a process that knows the tables would record it.
const RECORD: &str = "
    INSERT INTO ledger.event
    SELECT
        seat + 1, stream_no, version + 1, occurred_us, recorded_us + 1, 7, gen_random_uuid(),
        event_type, assignment, correlation, decode(repeat('07', 16), 'hex'), salt, data_hash, data
    FROM ledger.event";

async fn positions(feed: &impl EventFeed, ledger: &LedgerId) -> Vec<u64> {
    let events = feed.read_from(ledger, Position(0), 10).await;
    let events = events.expect("the feed is read").into_iter();
    events.map(|event| event.position.0).collect()
}

#[tokio::test]
async fn writers_wait_for_one_that_stalls_and_readers_do_not() {
    let (server, database) = migrated().await;
    let (store, other) = (opened(&database), opened(&database));
    let ledger = made_ledger(&store).await;
    recorded(
        &store,
        &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"]),
    )
    .await;
    let stalled = raw(&server).await;
    stalled.batch_execute(LOCK).await.expect("the lock is free");
    stalled.batch_execute(RECORD).await.expect("it records");
    let mut waiting = store.append(Wish::new(&ledger, "2").writing("slot/2", 0, &["b"]).build());
    assert!(poll!(&mut waiting).is_pending());
    others_wait(&raw(&server).await, 1).await;
    assert!(poll!(&mut waiting).is_pending());
    assert_eq!(positions(&other, &ledger).await, [0]);
    stalled.batch_execute("COMMIT").await.expect("it commits");
    let receipt = waiting.await.expect("the append is recorded");
    assert_eq!(receipt.events[0].position, Position(2));
    assert_eq!(positions(&other, &ledger).await, [0, 1, 2]);
}

#[tokio::test]
async fn a_writer_that_stalls_for_good_is_ended_and_the_others_go_on() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let (stalls, store) = (opened(&database), opened(&direct));
    let ledger = made_ledger(&store).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    recorded(&stalls, &wish(0)).await;
    let (holder, witness) = (raw(&server).await, raw(&server).await);
    holder.batch_execute(LOCK).await.expect("the lock is free");
    let mut stalled = stalls.append(wish(1).build());
    assert!(poll!(&mut stalled).is_pending());
    others_wait(&witness, 1).await;
    // It is given the lock now and never hears of it.
    proxy.freeze();
    holder.batch_execute("COMMIT").await.expect("it commits");
    others_wait(&witness, 0).await;
    let faster = Wish::new(&ledger, "faster").writing("slot/2", 0, &["b"]);
    let receipt = recorded(&store, &faster).await;
    assert_eq!(receipt.events[0].position, Position(1));
    proxy.thaw();
    let receipt = stalled.await.expect("it is recorded after all");
    assert_eq!(receipt.events[0].position, Position(2));
    assert_eq!(positions(&store, &ledger).await, [0, 1, 2]);
}

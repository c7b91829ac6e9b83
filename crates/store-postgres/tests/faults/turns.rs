//! A crowd of one process, whose locks go from one transaction into the next.

use std::ops::Range;

use futures::{future::join_all, join, poll};

use crate::{
    book::Book,
    database::migrated,
    line::{LOCK, behind_a_proxy, locks_are_free, others_wait, raw},
    stores::opened,
};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{AppendError, EventStore as _};
use khen_store_postgres::{
    PostgresLedger,
    limits::{TURN_APPEND_COUNT_MIN, TURN_BATCH_COUNT_MAX},
};
use khen_testbed::Direction;

/// Writers of the process that is watched, each to a stream of its own.
const CROWD: usize = TURN_APPEND_COUNT_MIN;
/// The one writer of the other process.
const OTHER: usize = CROWD;
/// Bytes from one break to the next: coprime to whatever has a length in a protocol.
const STEP: usize = 127;

/// Every writer of the crowd appends in each of these rounds, in one after the other.
async fn crowd(book: &Book, store: &PostgresLedger, rounds: Range<u64>) {
    let writers = (0..CROWD).map(|writer| {
        let rounds = rounds.clone();
        async move {
            for round in rounds {
                book.write(store, writer, round).await;
            }
        }
    });
    join_all(writers).await;
}

#[tokio::test]
async fn a_crowd_has_its_turn_for_a_few_batches_and_then_lets_others_in() {
    let (server, database) = migrated().await;
    let (store, other) = (opened(&database), opened(&database));
    let ledger = made_ledger(&store).await;
    let book = Book::default();
    crowd(&book, &store, 0..1).await;
    book.write(&other, OTHER, 0).await;
    let before = book.len();
    let (holder, witness) = (raw(&server).await, raw(&server).await);
    holder.batch_execute(LOCK).await.expect("the lock is free");
    let late = async {
        others_wait(&witness, 1).await;
        let wish = Wish::new(&ledger, "late").writing("slot/late", 0, &["a"]);
        let mut append = other.append(wish.build());
        assert!(poll!(&mut append).is_pending());
        others_wait(&witness, 2).await;
        holder.batch_execute("COMMIT").await.expect("it commits");
        append.await.expect("the append is recorded")
    };
    let rounds = 1..2 + TURN_BATCH_COUNT_MAX as u64;
    let ((), receipt) = join!(crowd(&book, &store, rounds), late);
    let turn = CROWD * TURN_BATCH_COUNT_MAX;
    assert_eq!(receipt.events[0].position.0, (before + turn) as u64);
    locks_are_free(&witness).await;
}

#[tokio::test]
async fn a_process_that_stalls_in_its_turn_is_ended_and_the_others_go_on() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let (stalls, other) = (opened(&database), opened(&direct));
    made_ledger(&stalls).await;
    let book = Book::default();
    crowd(&book, &stalls, 0..1).await;
    book.write(&other, OTHER, 0).await;
    crowd(&book, &stalls, 1..2).await;
    // All are answered, and the locks of the next transaction are held.
    proxy.freeze();
    book.write(&other, OTHER, 1).await;
    proxy.thaw();
    crowd(&book, &stalls, 2..3).await;
    book.equals(&other).await;
    locks_are_free(&raw(&server).await).await;
}

#[tokio::test]
async fn an_append_that_fails_in_a_turn_harms_no_other_and_holds_no_lock() {
    let (server, database) = migrated().await;
    let (store, other) = (opened(&database), opened(&database));
    let ledger = made_ledger(&store).await;
    server.run_sql(
        "khen",
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
             RAISE EXCEPTION 'made to fail';
         END
         $$;
         CREATE TRIGGER fails BEFORE INSERT ON ledger.event
         FOR EACH ROW WHEN (NEW.correlation = 'request-fails') EXECUTE FUNCTION fail();",
    );
    let book = Book::default();
    crowd(&book, &store, 0..1).await;
    book.write(&other, OTHER, 0).await;
    let fails = async {
        book.write(&store, OTHER + 1, 0).await;
        let wish = Wish::new(&ledger, "fails").writing("slot/fails", 0, &["a"]);
        store.append(wish.build()).await
    };
    let ((), failed) = join!(crowd(&book, &store, 1..4), fails);
    assert!(matches!(failed, Err(AppendError::Unavailable(_))));
    recorded(
        &other,
        &Wish::new(&ledger, "on").writing("slot/on", 0, &["a"]),
    )
    .await;
    locks_are_free(&raw(&server).await).await;
}

#[tokio::test]
async fn a_line_that_breaks_anywhere_in_a_turn_is_not_noticed() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let (store, other) = (opened(&database), opened(&direct));
    made_ledger(&store).await;
    let (book, witness) = (Book::default(), raw(&server).await);
    let turn = async |number: u64| {
        book.write(&other, OTHER, number).await;
        crowd(&book, &store, 2 * number..2 * number + 2).await;
        locks_are_free(&witness).await;
    };
    turn(0).await;
    let mut number = 1;
    for direction in [Direction::FromClient, Direction::FromServer] {
        turn(number).await;
        let before = proxy.passed(direction);
        turn(number + 1).await;
        let length = proxy.passed(direction) - before;
        number += 2;
        for bytes in (0..length).step_by(STEP) {
            let connections = proxy.connections();
            proxy.cut_after(direction, bytes);
            turn(number).await;
            assert!(proxy.connections() > connections, "the line broke");
            number += 1;
        }
    }
    book.equals(&other).await;
}

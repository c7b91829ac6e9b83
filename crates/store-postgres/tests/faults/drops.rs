//! The line breaks at any byte of a transaction.

use futures::future::join_all;
use tokio::task::yield_now;

use crate::{book::Book, database::migrated, line::behind_a_proxy, stores::opened};
use khen_contract::made_ledger;
use khen_eventlog::EventStore;
use khen_testbed::{Direction, TcpProxy};

/// Bytes from one break to the next: coprime to whatever has a length in a protocol.
const STEP: usize = 23;
const WRITER_COUNT: usize = 8;
const ROUND_COUNT: u64 = 40;

/// One append takes one statement.
#[tokio::test]
async fn a_line_that_breaks_anywhere_in_an_append_is_not_noticed() {
    breaks_anywhere(1).await;
}

/// Two appends together look first.
#[tokio::test]
async fn a_line_that_breaks_anywhere_in_a_batch_is_not_noticed() {
    breaks_anywhere(2).await;
}

async fn breaks_anywhere(batch_append_count: usize) {
    let (server, _) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let store = opened(&database);
    made_ledger(&store).await;
    let (book, mut round) = (Book::default(), 2);
    let batch = async |round| {
        let writers = (0..batch_append_count).map(|writer| book.write(&store, writer, round));
        join_all(writers).await;
    };
    batch(0).await;
    for direction in [Direction::FromClient, Direction::FromServer] {
        let before = proxy.passed(direction);
        batch(round - 1).await;
        let length = proxy.passed(direction) - before;
        for bytes in (0..length).step_by(STEP) {
            let connections = proxy.connections();
            proxy.cut_after(direction, bytes);
            batch(round).await;
            assert!(proxy.connections() > connections, "the line broke");
            round += 1;
        }
        round += 1;
    }
    book.equals(&store).await;
}

#[tokio::test]
async fn writers_at_two_processes_lose_nothing_while_lines_break() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let stores = [opened(&database), opened(&direct)];
    made_ledger(&stores[0]).await;
    let book = Book::default();
    let writers = (0..WRITER_COUNT).map(|writer| write(&book, &stores[writer % 2], writer));
    tokio::select! {
        _ = join_all(writers) => {}
        () = break_lines(&proxy) => {}
    }
    assert_eq!(book.len() as u64, WRITER_COUNT as u64 * ROUND_COUNT);
    assert!(proxy.connections() > 10, "lines broke");
    book.equals(&stores[1]).await;
}

async fn write(book: &Book, store: &impl EventStore, writer: usize) {
    for round in 0..ROUND_COUNT {
        book.write(store, writer, round).await;
    }
}

/// Breaks a line as soon as the one before has been made again, each a little later in its life.
async fn break_lines(proxy: &TcpProxy) {
    for bytes in (0..).step_by(STEP * 5) {
        let way = [Direction::FromClient, Direction::FromServer];
        let connections = proxy.connections();
        proxy.cut_after(way[(bytes / STEP) % 2], bytes as u64);
        while proxy.connections() == connections {
            yield_now().await;
        }
    }
}

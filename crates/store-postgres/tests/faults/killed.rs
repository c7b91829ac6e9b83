//! A server that loses its power.

use futures::future::join_all;
use tokio::task::yield_now;

use crate::{book::Book, database::connected, stores::opened};
use khen_contract::made_ledger;
use khen_eventlog::EventStore;
use khen_testbed::Postgres;

const WRITER_COUNT: usize = 12;
const ROUND_COUNT: u64 = 60;
const KILL_COUNT: usize = 3;

#[tokio::test]
async fn what_was_acknowledged_outlives_the_death_of_the_server() {
    // With its flushes on, as in operation.
    let mut server = Postgres::start_with(&[]);
    let database = connected(&server.database("khen")).await;
    database.migrate().await.expect("the tables are made");
    let stores = [opened(&database), opened(&database)];
    made_ledger(&stores[0]).await;
    let book = Book::default();
    let writers = (0..WRITER_COUNT).map(|writer| write(&book, &stores[writer % 2], writer));
    tokio::join!(join_all(writers), kill_and_restart(&mut server, &book));
    assert_eq!(book.len() as u64, WRITER_COUNT as u64 * ROUND_COUNT);
    book.equals(&stores[0]).await;
}

async fn write(book: &Book, store: &impl EventStore, writer: usize) {
    for round in 0..ROUND_COUNT {
        book.write(store, writer, round).await;
    }
}

/// Kills the server at even distances of the work, in the middle of whatever it does.
async fn kill_and_restart(server: &mut Postgres, book: &Book) {
    let all = WRITER_COUNT * usize::try_from(ROUND_COUNT).expect("it is small");
    for kill in 1..=KILL_COUNT {
        while book.len() < all * kill / (KILL_COUNT + 1) {
            yield_now().await;
        }
        server.kill();
        server.restart();
    }
}

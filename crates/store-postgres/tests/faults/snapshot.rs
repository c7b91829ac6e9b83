//! A long snapshot, such as a dump takes, in the same database.

use futures::future::join_all;

use crate::{book::Book, database::migrated, line::raw, stores::opened};
use khen_contract::made_ledger;

const WRITER_COUNT: usize = 50;
const ROUND_COUNT: u64 = 50;

#[tokio::test]
async fn appends_go_on_beside_a_long_snapshot() {
    let (server, database) = migrated().await;
    let store = opened(&database);
    made_ledger(&store).await;
    let book = Book::default();
    book.write(&store, WRITER_COUNT, 0).await;
    let dump = raw(&server).await;
    let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ";
    dump.batch_execute(begin).await.expect("it begins");
    let count = "SELECT count(*) FROM ledger.event";
    let before = dump.query_one(count, &[]).await.expect("it reads");
    let writers = (0..WRITER_COUNT).map(async |writer| {
        for round in 0..ROUND_COUNT {
            book.write(&store, writer, round).await;
        }
    });
    join_all(writers).await;
    let after = dump.query_one(count, &[]).await.expect("it reads");
    assert_eq!((before.get::<_, i64>(0), after.get::<_, i64>(0)), (1, 1));
    dump.batch_execute("COMMIT").await.expect("it ends");
    assert_eq!(book.len() as u64, 1 + WRITER_COUNT as u64 * ROUND_COUNT);
    book.equals(&store).await;
}

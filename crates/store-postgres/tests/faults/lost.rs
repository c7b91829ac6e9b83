//! A commit whose answer is lost.

use crate::{database::migrated, line::behind_a_proxy, stores::opened};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{EventFeed, EventStore, Position};
use khen_testbed::Direction;

/// Loses the last byte of what the server says about the second of two like pieces of work, the first
/// of which measures it: then the commit is done.
macro_rules! lose_the_answer {
    ($proxy:expr, $measured:expr, $lost:expr) => {{
        let before = $proxy.passed(Direction::FromServer);
        $measured;
        let length = $proxy.passed(Direction::FromServer) - before;
        let connections = $proxy.connections();
        $proxy.cut_after(Direction::FromServer, length - 1);
        let answer = $lost;
        assert_eq!($proxy.connections(), connections + 1, "the line broke");
        answer
    }};
}

#[tokio::test]
async fn an_append_whose_commit_went_unheard_is_acknowledged_as_any_other() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let (store, witness) = (opened(&database), opened(&direct));
    let ledger = made_ledger(&store).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    recorded(&store, &wish(0)).await;
    let receipt = lose_the_answer!(
        proxy,
        recorded(&store, &wish(1)).await,
        recorded(&store, &wish(2)).await
    );
    assert!(!receipt.is_repeat);
    assert_eq!(receipt.events[0].position, Position(2));
    let found = witness.read_command(&ledger, wish(2).command()).await;
    assert_eq!(found.expect("the command is looked up").len(), 1);
    let repeat = recorded(&store, &wish(2)).await;
    assert!(repeat.is_repeat);
    assert_eq!(repeat.events, receipt.events);
}

#[tokio::test]
async fn of_two_equal_commands_in_a_lost_commit_one_is_a_repeat() {
    let (server, direct) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let (store, witness) = (opened(&database), opened(&direct));
    let ledger = made_ledger(&store).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    let twice = async |round| {
        let wish = wish(round);
        tokio::join!(recorded(&store, &wish), recorded(&store, &wish))
    };
    twice(0).await;
    let (first, second) = lose_the_answer!(proxy, twice(1).await, twice(2).await);
    assert_eq!((first.is_repeat, second.is_repeat), (false, true));
    assert_eq!(first.events, second.events);
    let found = witness.ledger(&ledger).await.expect("the ledger is read");
    assert_eq!(found.map(|ledger| ledger.size), Some(Position(3)));
}

//! A network that swallows everything without closing anything.

use std::time::Duration;

use tokio::time::{pause, resume, timeout};

use crate::{database::migrated, line::behind_a_proxy, stores::opened};
use khen_contract::{Wish, made_ledger, recorded};
use khen_eventlog::{AppendError, EventFeed, EventStore, Position, ReadError};

/// More than all patience and all pauses of a caller's store together.
const BOUND: Duration = Duration::from_secs(90);

#[tokio::test]
async fn callers_on_a_frozen_network_are_answered_and_recover_with_it() {
    let (server, _) = migrated().await;
    let (proxy, database) = behind_a_proxy(&server).await;
    let store = opened(&database);
    let ledger = made_ledger(&store).await;
    let wish = |round: u64| Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
    recorded(&store, &wish(0)).await;
    proxy.freeze();
    // From here the clock jumps to the next timer whenever all wait for the network.
    pause();
    let writing = timeout(BOUND, store.append(wish(1).build()));
    let reading = timeout(BOUND, store.read_from(&ledger, Position(0), 10));
    let making = timeout(BOUND, store.create_ledger(&ledger, "https://khen.example"));
    let (written, read, made) = tokio::join!(writing, reading, making);
    assert!(matches!(written, Ok(Err(AppendError::Unavailable(_)))));
    assert!(matches!(read, Ok(Err(ReadError::Unavailable(_)))));
    assert!(matches!(made, Ok(Err(AppendError::Unavailable(_)))));
    resume();
    proxy.thaw();
    let receipt = recorded(&store, &wish(1)).await;
    assert_eq!(receipt.events[0].position, Position(1));
    let events = store.read_from(&ledger, Position(0), 10).await;
    assert_eq!(events.expect("the feed is read").len(), 2);
}

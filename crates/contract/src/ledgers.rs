//! The contract's chapter on ledgers: each is a world of its own.

use crate::{Wish, ledger, made, made_ledger, recorded, stream};
use khen_eventlog::{AppendError, EventFeed, EventStore, Ledger, Position, ReadError, Version};

/// A ledger is known by its slug, with its source and its size.
pub async fn a_ledger_knows_its_source_and_size(store: &dyn EventStore, feed: &dyn EventFeed) {
    assert_eq!(feed.ledgers().await.expect("the ledgers are read"), []);
    let id = made_ledger(store).await;
    recorded(
        store,
        &Wish::new(&id, "1").writing("slot/1", 0, &["a", "b"]),
    )
    .await;
    let last = feed.read_from(&id, Position(1), 1).await;
    let last = last.expect("the feed is read");
    let expected = Ledger {
        id: id.clone(),
        source: "https://khen.example/hon-quan".into(),
        size: Position(2),
        last_recorded: last.first().map(|last| last.recorded_at),
    };
    let found = feed.ledger(&id).await.expect("the ledger is read");
    assert_eq!(found.as_ref(), Some(&expected));
    assert_eq!(
        feed.ledgers().await.expect("the ledgers are read"),
        [expected]
    );
}

/// Making a ledger again changes nothing; its source is fixed for ever.
pub async fn a_ledger_is_made_once(store: &dyn EventStore, feed: &dyn EventFeed) {
    let id = made_ledger(store).await;
    made_ledger(store).await;
    let other = store
        .create_ledger(&id, "https://khen.example/another")
        .await;
    assert!(matches!(other, Err(AppendError::Unavailable(_))));
    let found = feed.ledger(&id).await.expect("the ledger is read");
    let source = found.map(|ledger| ledger.source);
    assert_eq!(source.as_deref(), Some("https://khen.example/hon-quan"));
}

/// The same stream names and keys in several ledgers do not know of each other.
pub async fn ledgers_are_independent(store: &dyn EventStore, feed: &dyn EventFeed) {
    let slugs = ["hon-quan", "binh-long", "loc-ninh"];
    for slug in slugs {
        made(store, slug).await;
    }
    for round in 0..3 {
        for slug in slugs {
            let wish = Wish::new(&ledger(slug), &round.to_string());
            let receipt = recorded(store, &wish.writing("slot/1", round, &[slug])).await;
            let [event] = &receipt.events[..] else {
                panic!("one event was recorded: {receipt:?}");
            };
            assert_eq!(
                (event.version, event.position),
                (Version(round + 1), Position(round))
            );
        }
    }
    for slug in slugs {
        let events = feed.read_from(&ledger(slug), Position(0), 10).await;
        let events = events.expect("the feed is read");
        assert_eq!(events.len(), 3);
        let word = format!("\"word\":\"{slug}\"");
        let is_own = |data: &[u8]| String::from_utf8_lossy(data).contains(&word);
        assert!(events.iter().all(|event| is_own(&event.data)));
    }
    let listed = feed.ledgers().await.expect("the ledgers are read");
    let listed: Vec<_> = listed.iter().map(|ledger| ledger.id.as_str()).collect();
    assert_eq!(listed, ["binh-long", "hon-quan", "loc-ninh"]);
}

/// A ledger that was never made refuses writers and readers by name.
pub async fn an_unknown_ledger_is_said_to_be_unknown(store: &dyn EventStore, feed: &dyn EventFeed) {
    made_ledger(store).await;
    let nowhere = ledger("nowhere");
    let wish = Wish::new(&nowhere, "1").writing("slot/1", 0, &["a"]);
    let refused = store.append(wish.build()).await;
    assert!(matches!(refused, Err(AppendError::NoLedger { ledger }) if ledger == nowhere));
    let name = stream("slot/1");
    let reads = [
        store
            .read_stream(&nowhere, &name, Version::NONE, 1)
            .await
            .err(),
        store.versions(&nowhere, &[name]).await.err(),
        store.read_command(&nowhere, wish.command()).await.err(),
        feed.read_from(&nowhere, Position(0), 1).await.err(),
    ];
    for refused in reads {
        assert!(
            matches!(&refused, Some(ReadError::NoLedger { ledger }) if *ledger == nowhere),
            "{refused:?}"
        );
    }
    assert_eq!(
        feed.ledger(&nowhere)
            .await
            .expect("the ledger is looked up"),
        None
    );
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`EventStore`] that is an [`EventFeed`] too.
#[macro_export]
macro_rules! ledgers_contract {
    ($fresh:expr) => {
        $crate::clauses!(ledgers: $fresh, |adapter| (&*adapter, &*adapter),
            a_ledger_knows_its_source_and_size,
            a_ledger_is_made_once,
            ledgers_are_independent,
            an_unknown_ledger_is_said_to_be_unknown,
        );
    };
}

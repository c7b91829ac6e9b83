//! The contract's chapter on following: the one total order, without gaps.

use futures::future::join_all;

use crate::{Wish, made, made_ledger, recorded, stream};
use khen_eventlog::{EventFeed, EventStore, LedgerId, Place, Position, RecordedEvent, Version};

const WRITER_COUNT: u64 = 16;
const APPENDS_PER_WRITER: u64 = 12;

async fn page(
    feed: &dyn EventFeed,
    ledger: &LedgerId,
    from: u64,
    limit: usize,
) -> Vec<RecordedEvent> {
    let events = feed.read_from(ledger, Position(from), limit).await;
    events.expect("the feed is read")
}

/// The feed starts at position 0, is dense, and ends where the ledger ends.
pub async fn the_feed_is_read_in_pages(store: &dyn EventStore, feed: &dyn EventFeed) {
    let ledger = made_ledger(store).await;
    for round in 0..4 {
        let wish = Wish::new(&ledger, &round.to_string());
        recorded(store, &wish.writing("slot/1", 2 * round, &["a", "b"])).await;
    }
    let positions = async |from, limit| {
        let events = page(feed, &ledger, from, limit).await;
        let positions = events.iter().map(|event| event.position.0);
        positions.collect::<Vec<_>>()
    };
    assert_eq!(positions(0, 3).await, [0, 1, 2]);
    assert_eq!(positions(3, 3).await, [3, 4, 5]);
    assert_eq!(positions(6, 3).await, [6, 7]);
    assert!(positions(8, 3).await.is_empty());
    assert!(positions(u64::MAX, 3).await.is_empty());
    assert!(positions(0, 0).await.is_empty());
    assert_eq!(positions(0, usize::MAX).await.len(), 8);
}

/// The feed and the stream show the very same event.
pub async fn the_feed_shows_what_the_streams_show(store: &dyn EventStore, feed: &dyn EventFeed) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1")
        .writing("slot/1", 0, &["a", "b"])
        .writing("nomination/1", 0, &["c"])
        .then("slot/1", "d");
    recorded(store, &wish).await;
    let whole = page(feed, &ledger, 0, 10).await;
    for name in ["slot/1", "nomination/1"].map(stream) {
        let events = store.read_stream(&ledger, &name, Version::NONE, 10).await;
        let of_stream: Vec<_> = whole
            .iter()
            .filter(|event| event.stream == name)
            .cloned()
            .collect();
        assert_eq!(events.expect("the stream is read"), of_stream);
    }
    let command = store.read_command(&ledger, wish.command()).await;
    assert_eq!(command.expect("the command is looked up"), whole);
}

/// Streams that were read before and new ones may alternate: every event has its own name and place.
pub async fn new_streams_among_known_ones_keep_their_names(
    store: &dyn EventStore,
    feed: &dyn EventFeed,
) {
    let ledger = made_ledger(store).await;
    let first = Wish::new(&ledger, "1").writing("slot/known", 0, &["a"]);
    recorded(store, &first).await;
    assert_eq!(page(feed, &ledger, 0, 10).await.len(), 1);
    let second = Wish::new(&ledger, "2")
        .writing("slot/new", 0, &["b"])
        .writing("slot/known", 1, &["c"])
        .writing("slot/newer", 0, &["d"])
        .then("slot/new", "e")
        .then("slot/known", "f");
    recorded(store, &second).await;
    let whole = page(feed, &ledger, 0, 10).await;
    let seen = whole.iter().map(|event| {
        let (name, version) = (event.stream.as_str(), event.version.0);
        (event.position.0, name, version)
    });
    let expected = [
        (0, "slot/known", 1),
        (1, "slot/new", 1),
        (2, "slot/known", 2),
        (3, "slot/newer", 1),
        (4, "slot/new", 2),
        (5, "slot/known", 3),
    ];
    assert_eq!(seen.collect::<Vec<_>>(), expected);
}

/// Of each stream that exists its first event comes, as the feed shows it, whatever the ledger.
pub async fn the_first_events_of_streams_are_read_at_once(
    store: &dyn EventStore,
    feed: &dyn EventFeed,
) {
    let ledger = made_ledger(store).await;
    let other = made(store, "loc-ninh").await;
    let elsewhere = Wish::new(&other, "1").writing("nomination/9", 0, &["x"]);
    recorded(store, &elsewhere).await;
    let wish = Wish::new(&ledger, "1")
        .writing("slot/1", 0, &["a", "b"])
        .writing("nomination/1", 0, &["c"])
        .then("slot/1", "d");
    recorded(store, &wish).await;
    let whole = page(feed, &ledger, 0, 10).await;
    let names = ["nomination/1", "slot/1", "nomination/9", "slot/never"].map(stream);
    let firsts = feed.first_events(&ledger, &names).await;
    let mut firsts = firsts.expect("they are read");
    firsts.sort_by_key(|event| event.position);
    assert_eq!(firsts, [whole[0].clone(), whole[2].clone()]);
    let none = feed.first_events(&ledger, &[]).await;
    assert_eq!(none.expect("none are read"), []);
}

/// The events of a kind of stream are found in order, those of other kinds and ledgers are not, though
/// one kind's name begins with the other's.
pub async fn the_places_of_a_kind_are_found_in_order(store: &dyn EventStore, feed: &dyn EventFeed) {
    let ledger = made_ledger(store).await;
    let other = made(store, "loc-ninh").await;
    let elsewhere = Wish::new(&other, "1").writing("slot/1", 0, &["x", "y"]);
    recorded(store, &elsewhere).await;
    let wish = Wish::new(&ledger, "1")
        .writing("slot/z", 0, &["a"])
        .writing("slot_machine/1", 0, &["b"])
        .writing("slot/A", 0, &["c"])
        .writing("nomination/slot", 0, &["d"])
        .then("slot/z", "e");
    recorded(store, &wish).await;
    let whole = page(feed, &ledger, 0, 10).await;
    let places = async |kind: &str, from| {
        let places = feed.places(&ledger, kind, Position(from)).await;
        places.expect("they are found")
    };
    let place = |position: usize| Place {
        position: Position(position as u64),
        event_type: whole[position].event_type.clone(),
    };
    assert_eq!(places("slot", 0).await, [0, 2, 4].map(place));
    assert_eq!(places("slot", 2).await, [2, 4].map(place));
    assert_eq!(places("slot", 5).await, []);
    assert_eq!(places("slo", 0).await, []);
}

/// A follower that reads while writers race misses nothing and sees nothing change afterwards.
pub async fn a_follower_never_skips_while_writers_race(
    store: &dyn EventStore,
    feed: &dyn EventFeed,
) {
    let ledger = made_ledger(store).await;
    let total = WRITER_COUNT * APPENDS_PER_WRITER * 2;
    let writers = join_all((0..WRITER_COUNT).map(|writer| write(store, &ledger, writer)));
    let (_, seen) = tokio::join!(writers, follow(feed, &ledger, total));
    let mut whole = Vec::new();
    while whole.len() < seen.len() {
        whole.extend(page(feed, &ledger, whole.len() as u64, 100).await);
    }
    assert_eq!(seen, whole);
    assert!(page(feed, &ledger, total, 1).await.is_empty());
}

/// Appends pairs of events to a stream of its own, and reads its own writes in the feed.
async fn write(store: &dyn EventStore, ledger: &LedgerId, writer: u64) {
    let name = format!("nomination/{writer}");
    for round in 0..APPENDS_PER_WRITER {
        let wish = Wish::new(ledger, &format!("{writer}-{round}"));
        recorded(store, &wish.writing(&name, 2 * round, &["a", "b"])).await;
    }
}

/// Reads small pages until `total` events are there, checking that each page follows the last.
async fn follow(feed: &dyn EventFeed, ledger: &LedgerId, total: u64) -> Vec<RecordedEvent> {
    let mut seen: Vec<RecordedEvent> = Vec::new();
    while (seen.len() as u64) < total {
        let from = seen.len() as u64;
        let events = page(feed, ledger, from, 7).await;
        for (position, event) in (from..).zip(&events) {
            assert_eq!(event.position, Position(position));
        }
        if events.is_empty() {
            tokio::task::yield_now().await;
        }
        seen.extend(events);
    }
    seen
}

/// Once an append is answered, its events are in the feed.
pub async fn an_answered_append_is_in_the_feed(store: &dyn EventStore, feed: &dyn EventFeed) {
    let ledger = made_ledger(store).await;
    for round in 0..20 {
        let wish = Wish::new(&ledger, &round.to_string()).writing("slot/1", round, &["a"]);
        let receipt = recorded(store, &wish).await;
        let events = page(feed, &ledger, receipt.events[0].position.0, 10).await;
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].command, wish.command());
    }
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`EventStore`] that is an [`EventFeed`] too.
#[macro_export]
macro_rules! feed_contract {
    ($fresh:expr) => {
        $crate::clauses!(feed: $fresh, |adapter| (&*adapter, &*adapter),
            the_feed_is_read_in_pages,
            the_feed_shows_what_the_streams_show,
            new_streams_among_known_ones_keep_their_names,
            the_first_events_of_streams_are_read_at_once,
            the_places_of_a_kind_are_found_in_order,
            a_follower_never_skips_while_writers_race,
            an_answered_append_is_in_the_feed,
        );
    };
}

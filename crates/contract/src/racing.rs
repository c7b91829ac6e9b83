//! The contract's chapter on racing processes: several stores on one database agree at every moment.

use futures::future::join_all;

use crate::{House, Wish, ledger, made, made_ledger, recorded, stream};
use khen_eventlog::{
    AppendError, EventFeed, EventStore, Ledger, LedgerId, Position, RecordedEvent, Version,
};

const STORE_COUNT: usize = 3;
const WRITER_COUNT: usize = 15;
const APPENDS_PER_WRITER: u64 = 10;

async fn stores<H: House>(house: &H) -> Vec<H::Store> {
    let mut stores = Vec::with_capacity(STORE_COUNT);
    for _ in 0..STORE_COUNT {
        stores.push(house.another().await);
    }
    stores
}

/// Stores that write one stream in turn each see what the others have written.
pub async fn stores_take_turns_on_one_stream(house: &impl House) {
    let stores = stores(house).await;
    let ledger = made_ledger(&stores[0]).await;
    for (round, turn) in [0, 1, 1, 2, 0, 2, 2, 1, 0, 0].into_iter().enumerate() {
        let (store, round) = (&stores[turn], round as u64);
        let wish = Wish::new(&ledger, &round.to_string());
        let receipt = recorded(store, &wish.writing("slot/1", round, &["a"])).await;
        assert_eq!(receipt.events[0].position, Position(round));
    }
}

/// What one store remembers of a stream does not hold once another has written there.
pub async fn what_one_store_remembers_another_may_have_outdated(house: &impl House) {
    let (here, there) = (house.another().await, house.another().await);
    let ledger = made_ledger(&here).await;
    recorded(&here, &Wish::new(&ledger, "1").writing("slot/1", 0, &["a"])).await;
    let theirs = Wish::new(&ledger, "2").writing("slot/1", 1, &["b"]);
    recorded(&there, &theirs).await;
    let late = Wish::new(&ledger, "3").writing("slot/1", 1, &["c"]);
    assert!(matches!(
        here.append(late.build()).await,
        Err(AppendError::Conflict {
            actual: Version(2),
            ..
        })
    ));
    assert!(recorded(&here, &theirs).await.is_repeat);
}

/// Many writers at several stores leave dense positions, in the order of their times.
pub async fn positions_are_dense_while_stores_race(house: &impl House) {
    let stores = stores(house).await;
    let id = made_ledger(&stores[0]).await;
    join_all((0..WRITER_COUNT).map(|writer| write(&stores[writer % STORE_COUNT], writer))).await;
    let events = stores[0].read_from(&id, Position(0), 4_096).await;
    let events = events.expect("the feed is read");
    assert_eq!(
        events.len() as u64,
        WRITER_COUNT as u64 * APPENDS_PER_WRITER
    );
    for (position, event) in (0..).zip(&events) {
        assert_eq!(event.position, Position(position));
    }
    assert!(events.is_sorted_by(|a, b| a.recorded_at < b.recorded_at));
    let writers = 0..WRITER_COUNT;
    let streams: Vec<_> = writers.map(|it| stream(&format!("slot/{it}"))).collect();
    for store in &stores {
        let versions = store.versions(&id, &streams).await;
        let versions = versions.expect("the versions are read");
        assert_eq!(versions, [Version(APPENDS_PER_WRITER); WRITER_COUNT]);
    }
}

async fn write(store: &impl EventStore, writer: usize) {
    for round in 0..APPENDS_PER_WRITER {
        let wish = Wish::new(&ledger("hon-quan"), &format!("{writer}-{round}"));
        let name = format!("slot/{writer}");
        recorded(store, &wish.writing(&name, round, &["a"])).await;
    }
}

/// Each version of a stream is won by one store; every other is told what it has missed.
pub async fn a_version_is_won_at_one_store(house: &impl House) {
    let stores = stores(house).await;
    let ledger = made_ledger(&stores[0]).await;
    for round in 0..APPENDS_PER_WRITER {
        let rivals = (0..WRITER_COUNT).map(|writer| {
            let wish = Wish::new(&ledger, &format!("{writer}-{round}"));
            let wish = wish.writing("quota/1", round, &["a"]);
            stores[writer % STORE_COUNT].append(wish.build())
        });
        let answers = join_all(rivals).await;
        let lost = |answer: &&Result<_, AppendError>| matches!(answer, Err(AppendError::Conflict { actual, .. }) if actual.0 == round + 1);
        assert_eq!(answers.iter().filter(|it| it.is_ok()).count(), 1);
        assert_eq!(answers.iter().filter(lost).count(), WRITER_COUNT - 1);
    }
}

/// A command that reaches every store at once is recorded once, and all are told the same places.
pub async fn a_command_given_to_every_store_is_recorded_once(house: &impl House) {
    let stores = stores(house).await;
    let ledger = made_ledger(&stores[0]).await;
    for round in 0..APPENDS_PER_WRITER {
        let wish = Wish::new(&ledger, &round.to_string());
        let wish = wish.writing("slot/1", round * 2, &["a", "b"]);
        let answers = join_all(stores.iter().map(|store| recorded(store, &wish))).await;
        assert_eq!(answers.iter().filter(|it| !it.is_repeat).count(), 1);
        assert!(answers.iter().all(|it| it.events == answers[0].events));
        let found = stores[0].read_command(&ledger, wish.command()).await;
        assert_eq!(found.expect("the command is looked up").len(), 2);
    }
}

/// Whoever follows the feed at one store skips nothing that is written at the others.
pub async fn a_follower_at_one_store_skips_nothing_of_the_others(house: &impl House) {
    let stores = stores(house).await;
    let id = made_ledger(&stores[0]).await;
    let writers =
        (0..WRITER_COUNT).map(|writer| write(&stores[1 + writer % (STORE_COUNT - 1)], writer));
    let writing = join_all(writers);
    let (_, seen) = tokio::join!(writing, follow(&stores[0], &id));
    for (position, event) in (0..).zip(&seen) {
        assert_eq!(event.position, Position(position));
    }
}

async fn follow(feed: &impl EventFeed, ledger: &LedgerId) -> Vec<RecordedEvent> {
    let mut seen: Vec<RecordedEvent> = Vec::new();
    while seen.len() < WRITER_COUNT * usize::try_from(APPENDS_PER_WRITER).expect("it is ten") {
        let next = Position(seen.len() as u64);
        let page = feed.read_from(ledger, next, 7).await;
        seen.extend(page.expect("the feed is read"));
        tokio::task::yield_now().await;
    }
    seen
}

/// Ledgers that are made at several stores at once are all there, each once.
pub async fn ledgers_are_made_at_several_stores_at_once(house: &impl House) {
    let stores = stores(house).await;
    let slugs = ["hon-quan", "binh-long", "loc-ninh"];
    let makers = stores
        .iter()
        .map(|store| join_all(slugs.map(|slug| made(store, slug))));
    join_all(makers).await;
    for store in &stores {
        let found = store.ledgers().await.expect("the ledgers are listed");
        let found: Vec<_> = found.iter().map(|ledger| ledger.id.as_str()).collect();
        assert_eq!(found, ["binh-long", "hon-quan", "loc-ninh"]);
        recorded(
            store,
            &Wish::new(&ledger("loc-ninh"), "1").writing("slot/1", 0, &["a"]),
        )
        .await;
    }
}

/// Whoever lists ledgers again sees each that another store has let grow or made, in order.
pub async fn a_listing_follows_what_other_stores_write(house: &impl House) {
    let stores = stores(house).await;
    let [writer, reader, ..] = &stores[..] else {
        panic!("a house has several stores");
    };
    assert_eq!(sizes(reader).await, []);
    for slug in ["loc-ninh", "hon-quan"] {
        made(writer, slug).await;
    }
    assert_eq!(
        sizes(reader).await,
        [("hon-quan".into(), 0), ("loc-ninh".into(), 0)]
    );
    for round in 0..3 {
        let wish = Wish::new(&ledger("loc-ninh"), &round.to_string());
        recorded(writer, &wish.writing("slot/1", 2 * round, &["a", "b"])).await;
        let size = 2 * (round + 1);
        assert_eq!(
            sizes(reader).await,
            [("hon-quan".into(), 0), ("loc-ninh".into(), size)]
        );
    }
    made(writer, "binh-long").await;
    let listed: Vec<_> = sizes(reader)
        .await
        .into_iter()
        .map(|(slug, _)| slug)
        .collect();
    assert_eq!(listed, ["binh-long", "hon-quan", "loc-ninh"]);
}

async fn sizes(feed: &impl EventFeed) -> Vec<(String, u64)> {
    let ledgers = feed.ledgers().await.expect("the ledgers are listed");
    let size = |ledger: Ledger| (ledger.id.to_string(), ledger.size.0);
    ledgers.into_iter().map(size).collect()
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$house` is a [`House`](crate::House).
#[macro_export]
macro_rules! racing_contract {
    ($house:expr) => {
        $crate::clauses!(racing: $house, |house| (&house),
            stores_take_turns_on_one_stream,
            what_one_store_remembers_another_may_have_outdated,
            a_listing_follows_what_other_stores_write,
            positions_are_dense_while_stores_race,
            a_version_is_won_at_one_store,
            a_command_given_to_every_store_is_recorded_once,
            a_follower_at_one_store_skips_nothing_of_the_others,
            ledgers_are_made_at_several_stores_at_once,
        );
    };
}

//! The contract's chapter on crowds: many writers, large appends, callers that go away.

use futures::{future::join_all, poll};

use crate::{Wish, ledger, made, made_ledger, recorded, stream};
use khen_eventlog::{AppendError, EventFeed, EventStore, LedgerId, Position, Version};

const SLUGS: [&str; 3] = ["hon-quan", "binh-long", "loc-ninh"];
const WRITER_COUNT: u64 = 32;
const APPENDS_PER_WRITER: u64 = 6;
/// The size of an act over every case of an annual session.
const STREAM_COUNT: u64 = 5_000;

/// Many writers over several ledgers leave dense positions in each, one event per place.
pub async fn positions_are_dense_under_many_writers(store: &dyn EventStore, feed: &dyn EventFeed) {
    for slug in SLUGS {
        made(store, slug).await;
    }
    join_all((0..WRITER_COUNT).map(|writer| write_everywhere(store, writer))).await;
    for slug in SLUGS {
        let events = feed.read_from(&ledger(slug), Position(0), 4_096).await;
        let events = events.expect("the feed is read");
        assert_eq!(events.len() as u64, WRITER_COUNT * APPENDS_PER_WRITER);
        for (position, event) in (0..).zip(&events) {
            assert_eq!(event.position, Position(position));
        }
        assert!(events.is_sorted_by(|a, b| a.recorded_at < b.recorded_at));
    }
}

async fn write_everywhere(store: &dyn EventStore, writer: u64) {
    let name = format!("nomination/{writer}");
    for round in 0..APPENDS_PER_WRITER {
        for slug in SLUGS {
            let wish = Wish::new(&ledger(slug), &format!("{writer}-{round}"));
            recorded(store, &wish.writing(&name, round, &["a"])).await;
        }
    }
}

/// Of many writers to one stream exactly one wins each version; the others may try again.
pub async fn a_hot_stream_grows_by_one_winner_at_a_time(
    store: &dyn EventStore,
    _feed: &dyn EventFeed,
) {
    let ledger = made_ledger(store).await;
    for round in 0..5 {
        let rivals = (0..WRITER_COUNT).map(|writer| {
            let wish = Wish::new(&ledger, &format!("{writer}-{round}"));
            store.append(wish.writing("quota/1", round, &["a"]).build())
        });
        let answers = join_all(rivals).await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    }
    let versions = store.versions(&ledger, &[stream("quota/1")]).await;
    assert_eq!(versions.expect("the version is read"), [Version(5)]);
}

/// Refusals of every kind, side by side with good appends, harm none of them.
pub async fn a_refused_append_harms_no_neighbour(store: &dyn EventStore, feed: &dyn EventFeed) {
    let here = made_ledger(store).await;
    let known = Wish::new(&here, "known").writing("slot/1", 0, &["a"]);
    recorded(store, &known).await;
    let crowd = (0..40).map(|number| {
        let key = number.to_string();
        let good = Wish::new(&here, &key).writing(&format!("nomination/{number}"), 0, &["a"]);
        store.append(match number % 4 {
            0 => Wish::new(&here, &key)
                .writing("slot/1", 0, &["too late"])
                .build(),
            1 => known.clone().body("another").build(),
            2 => good.under(&ledger("nowhere")).build(),
            _ => good.build(),
        })
    });
    for (number, answer) in join_all(crowd).await.into_iter().enumerate() {
        let is_right = match number % 4 {
            0 => matches!(answer, Err(AppendError::Conflict { .. })),
            1 => matches!(answer, Err(AppendError::KeyReused { .. })),
            2 => matches!(answer, Err(AppendError::NoLedger { .. })),
            _ => answer.is_ok(),
        };
        assert!(is_right, "append {number}: {answer:?}");
    }
    let found = feed.ledger(&here).await.expect("the ledger is read");
    assert_eq!(found.map(|ledger| ledger.size), Some(Position(11)));
}

/// A caller that goes away once its append has entered does not withdraw it.
pub async fn a_vanished_caller_does_not_withdraw_its_append(
    store: &dyn EventStore,
    _feed: &dyn EventFeed,
) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1").writing("nomination/1", 0, &["a"]);
    let mut caller = store.append(wish.build());
    let _ = poll!(&mut caller);
    drop(caller);
    // A repeat queues behind the append that entered before it.
    assert!(recorded(store, &wish).await.is_repeat);
}

/// One append may write 5,000 streams on conditions of as many again, whole or not at all.
pub async fn one_append_writes_five_thousand_streams(store: &dyn EventStore, feed: &dyn EventFeed) {
    let ledger = made_ledger(store).await;
    let act = |key, version| large(&ledger, key, version);
    let receipt = recorded(store, &act("1", 0)).await;
    let last = receipt.events.last().map(|event| event.position);
    assert_eq!(last, Some(Position(STREAM_COUNT - 1)));
    let name = format!("nomination/{}", STREAM_COUNT - 1);
    recorded(store, &Wish::new(&ledger, "2").writing(&name, 1, &["b"])).await;
    let refused = store.append(act("3", 1).build()).await;
    assert!(matches!(refused, Err(AppendError::Conflict { .. })));
    let found = feed.ledger(&ledger).await.expect("the ledger is read");
    assert_eq!(
        found.map(|ledger| ledger.size),
        Some(Position(STREAM_COUNT + 1))
    );
    let repeat = recorded(store, &act("1", 0)).await;
    assert!(repeat.is_repeat);
    assert_eq!(repeat.events, receipt.events);
}

fn large(ledger: &LedgerId, key: &str, version: u64) -> Wish {
    (0..STREAM_COUNT).fold(Wish::new(ledger, key), |wish, number| {
        wish.writing(&format!("nomination/{number}"), version, &["a"])
            .seeing(&format!("privacy/{number}"), 0)
    })
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`EventStore`] that is an [`EventFeed`] too.
#[macro_export]
macro_rules! crowd_contract {
    ($fresh:expr) => {
        $crate::clauses!(crowd: $fresh, |adapter| (&*adapter, &*adapter),
            positions_are_dense_under_many_writers,
            a_hot_stream_grows_by_one_winner_at_a_time,
            a_refused_append_harms_no_neighbour,
            a_vanished_caller_does_not_withdraw_its_append,
            one_append_writes_five_thousand_streams,
        );
    };
}

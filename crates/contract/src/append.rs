//! The contract's chapter on appending: conditions, atomicity, versions and positions.

use crate::{Wish, made_ledger, recorded, stream};
use khen_eventlog::{AppendError, EventStore, Position, Receipt, Version};

fn places(receipt: &Receipt) -> Vec<(&str, u64, u64)> {
    let events = receipt.events.iter();
    events
        .map(|event| (event.stream.as_str(), event.version.0, event.position.0))
        .collect()
}

/// Of two writers that saw the same version, exactly one wins, and the loser leaves no trace.
pub async fn one_of_two_racing_writers_wins(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let write = |key| store.append(Wish::new(&ledger, key).writing("slot/1", 0, &[key]).build());
    let (first, second) = tokio::join!(write("a"), write("b"));
    assert!(first.is_ok() != second.is_ok());
    let lost = first.err().or(second.err()).expect("one writer lost");
    assert!(
        matches!(
            lost,
            AppendError::Conflict {
                expected: Version(0),
                actual: Version(1),
                ..
            }
        ),
        "{lost:?}"
    );
    let events = store
        .read_stream(&ledger, &stream("slot/1"), Version::NONE, 10)
        .await
        .expect("the stream is read");
    assert_eq!(events.len(), 1);
    let a = Wish::new(&ledger, "a").command();
    let b = Wish::new(&ledger, "b").command();
    let loser = if events[0].command == a { b } else { a };
    let trace = store.read_command(&ledger, loser).await;
    assert_eq!(trace.expect("the command is looked up"), []);
}

/// The receipt says where each event stands: versions from 1 per stream, positions from 0.
pub async fn a_receipt_names_versions_and_positions(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let first = Wish::new(&ledger, "1").writing("nomination/1", 0, &["a", "b"]);
    let first = recorded(store, &first).await;
    assert!(!first.is_repeat);
    assert_eq!(
        places(&first),
        [("nomination/1", 1, 0), ("nomination/1", 2, 1)]
    );
    let second = Wish::new(&ledger, "2").writing("nomination/1", 2, &["c"]);
    assert_eq!(
        places(&recorded(store, &second).await),
        [("nomination/1", 3, 2)]
    );
}

/// Events of one append may go to several streams, in any order, and stand side by side.
pub async fn an_append_to_several_streams_keeps_its_order(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1")
        .writing("nomination/2", 0, &["a"])
        .writing("nomination/1", 0, &["b"])
        .then("nomination/2", "c");
    assert_eq!(
        places(&recorded(store, &wish).await),
        [
            ("nomination/2", 1, 0),
            ("nomination/1", 1, 1),
            ("nomination/2", 2, 2)
        ]
    );
}

/// One condition that fails refuses the whole append, events of other streams included.
pub async fn an_append_is_recorded_whole_or_not_at_all(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    recorded(
        store,
        &Wish::new(&ledger, "1").writing("slot/1", 0, &["taken"]),
    )
    .await;
    let wish = Wish::new(&ledger, "2")
        .writing("nomination/1", 0, &["a", "b"])
        .writing("slot/1", 0, &["taken too"])
        .writing("nomination/2", 0, &["c"]);
    let refused = store.append(wish.build()).await;
    assert!(matches!(refused, Err(AppendError::Conflict { .. })));
    let names = ["nomination/1", "nomination/2", "slot/1"].map(stream);
    let versions = store.versions(&ledger, &names).await;
    let versions = versions.expect("the versions are read");
    assert_eq!(versions, [Version::NONE, Version::NONE, Version(1)]);
    let next = Wish::new(&ledger, "3").writing("nomination/1", 0, &["d"]);
    assert_eq!(recorded(store, &next).await.events[0].position, Position(1));
}

/// A stream that was only read is a condition like any other.
pub async fn a_stream_only_read_may_refuse_an_append(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    recorded(
        store,
        &Wish::new(&ledger, "1").writing("quota/1", 0, &["less"]),
    )
    .await;
    let wish = |key, seen| {
        let wish = Wish::new(&ledger, key).seeing("quota/1", seen);
        wish.writing("nomination/1", 0, &["a"]).build()
    };
    let refused = store.append(wish("2", 0)).await;
    assert!(matches!(
        refused,
        Err(AppendError::Conflict { stream, expected: Version(0), actual: Version(1) })
            if stream.as_str() == "quota/1"
    ));
    assert!(store.append(wish("3", 1)).await.is_ok());
}

/// "It does not exist" is a condition too, on streams that are never written.
pub async fn a_stream_that_must_not_exist_is_a_condition(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = |key, version| {
        let wish = Wish::new(&ledger, key).seeing("privacy/1", 0);
        wish.writing("nomination/1", version, &["a"]).build()
    };
    assert!(store.append(wish("1", 0)).await.is_ok());
    recorded(
        store,
        &Wish::new(&ledger, "2").writing("privacy/1", 0, &["b"]),
    )
    .await;
    let refused = store.append(wish("3", 1)).await;
    assert!(matches!(refused, Err(AppendError::Conflict { .. })));
}

/// A version that the stream has not reached is as wrong as one that it has left behind.
pub async fn a_version_from_the_future_is_a_conflict(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1").writing("nomination/1", 3, &["a"]);
    assert!(matches!(
        store.append(wish.build()).await,
        Err(AppendError::Conflict {
            expected: Version(3),
            actual: Version::NONE,
            ..
        })
    ));
}

/// Of several conditions that fail, the first in the order of names is reported.
pub async fn the_first_conflict_in_name_order_is_reported(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1")
        .writing("slot/b", 7, &["a"])
        .seeing("slot/c", 7)
        .seeing("slot/a", 7);
    assert!(matches!(
        store.append(wish.build()).await,
        Err(AppendError::Conflict { stream, .. }) if stream.as_str() == "slot/a"
    ));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`EventStore`].
#[macro_export]
macro_rules! append_contract {
    ($fresh:expr) => {
        $crate::clauses!(append: $fresh, |adapter| (&*adapter),
            one_of_two_racing_writers_wins,
            a_receipt_names_versions_and_positions,
            an_append_to_several_streams_keeps_its_order,
            an_append_is_recorded_whole_or_not_at_all,
            a_stream_only_read_may_refuse_an_append,
            a_stream_that_must_not_exist_is_a_condition,
            a_version_from_the_future_is_a_conflict,
            the_first_conflict_in_name_order_is_reported,
        );
    };
}

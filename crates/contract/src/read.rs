//! The contract's chapter on reading streams.

use crate::{Wish, made_ledger, recorded, stream};
use khen_eventlog::{EventStore, Fingerprint, Version, data_hash};

/// A stream that does not exist reads as empty, at no version.
pub async fn a_missing_stream_reads_as_empty(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let name = stream("nomination/1");
    let events = store.read_stream(&ledger, &name, Version::NONE, 10).await;
    assert_eq!(events.expect("the stream is read"), []);
    let versions = store.versions(&ledger, &[name]).await;
    assert_eq!(versions.expect("the versions are read"), [Version::NONE]);
}

/// What was recorded reads back byte for byte, Vietnamese and every member included.
pub async fn an_event_reads_back_byte_for_byte(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let words = ["Hớn Quản, ngày 05 tháng 11", "\u{1f4dc} \\ \" \u{7f}"];
    let append = Wish::new(&ledger, "1")
        .writing("nomination/1", 0, &words)
        .build();
    store.append(append.clone()).await.expect("it is recorded");
    let events = store
        .read_stream(&ledger, &stream("nomination/1"), Version::NONE, 10)
        .await
        .expect("the stream is read");
    assert_eq!(events.len(), 2);
    for (event, new) in events.iter().zip(append.events()) {
        assert_eq!(event.id, new.id);
        assert_eq!(event.stream, new.stream);
        assert_eq!(event.event_type, new.event_type);
        assert_eq!(event.occurred_at, new.occurred_at);
        assert_eq!(event.assignment, append.assignment());
        assert_eq!(event.command, append.command());
        assert_eq!(event.correlation, append.correlation());
        assert_eq!(event.salt, new.salt);
        assert_eq!(event.data, new.data);
        assert_eq!(event.data_hash, data_hash(&event.salt, &event.data));
    }
    let fingerprint = Fingerprint::of_first_event(&events[0].data);
    assert_eq!(fingerprint, Some(append.fingerprint()));
}

/// Events of a stream come in the order of their versions, whatever was recorded in between.
pub async fn a_stream_reads_in_the_order_of_its_versions(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    for round in 0..5 {
        let wish = Wish::new(&ledger, &round.to_string())
            .writing("nomination/1", 2 * round, &["a", "b"])
            .writing("nomination/2", round, &["c"]);
        recorded(store, &wish).await;
    }
    let name = stream("nomination/1");
    let events = store.read_stream(&ledger, &name, Version::NONE, 100).await;
    let events = events.expect("the stream is read");
    let versions: Vec<_> = events.iter().map(|event| event.version.0).collect();
    assert_eq!(versions, (1..=10).collect::<Vec<_>>());
    assert!(events.is_sorted_by(|a, b| a.position < b.position));
    assert!(events.iter().all(|event| event.stream == name));
}

/// Pages follow each other without gap or overlap; the last is short, then comes nothing.
pub async fn a_stream_is_read_in_pages(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let words = ["a", "b", "c", "d", "e", "f", "g"];
    let wish = Wish::new(&ledger, "1").writing("nomination/1", 0, &words);
    recorded(store, &wish).await;
    let name = stream("nomination/1");
    let page = async |after, limit| {
        let events = store.read_stream(&ledger, &name, Version(after), limit);
        let events = events.await.expect("the page is read");
        let versions = events.iter().map(|event| event.version.0);
        versions.collect::<Vec<_>>()
    };
    assert_eq!(page(0, 3).await, [1, 2, 3]);
    assert_eq!(page(3, 3).await, [4, 5, 6]);
    assert_eq!(page(6, 3).await, [7]);
    assert!(page(7, 3).await.is_empty());
    assert!(page(u64::MAX, 3).await.is_empty());
    assert!(page(0, 0).await.is_empty());
    assert_eq!(page(0, usize::MAX).await.len(), 7);
}

/// Versions come in the order asked, doubles and strangers included.
pub async fn versions_come_in_the_order_asked(store: &dyn EventStore) {
    let ledger = made_ledger(store).await;
    let wish = Wish::new(&ledger, "1")
        .writing("slot/a", 0, &["x"])
        .writing("slot/b", 0, &["x", "y"]);
    recorded(store, &wish).await;
    let names = ["slot/b", "slot/never", "slot/a", "slot/b"].map(stream);
    let versions = store.versions(&ledger, &names).await;
    assert_eq!(
        versions.expect("the versions are read"),
        [Version(2), Version::NONE, Version(1), Version(2)]
    );
    let none = store.versions(&ledger, &[]).await;
    assert_eq!(none.expect("no versions are read"), []);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to an [`EventStore`].
#[macro_export]
macro_rules! read_contract {
    ($fresh:expr) => {
        $crate::clauses!(read: $fresh, |adapter| (&*adapter),
            a_missing_stream_reads_as_empty,
            an_event_reads_back_byte_for_byte,
            a_stream_reads_in_the_order_of_its_versions,
            a_stream_is_read_in_pages,
            versions_come_in_the_order_asked,
        );
    };
}

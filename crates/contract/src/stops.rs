//! The contract's chapter on the stops of sinks.

use jiff::{Timestamp, ToSpan};

use crate::ledger;
use khen_eventlog::{Position, StopBook, StopRecord};

fn stop(sink: &str, slug: &str) -> StopRecord {
    let morning: Timestamp = "2024-03-15T02:00:00.000001Z"
        .parse()
        .expect("the time is well formed");
    StopRecord {
        sink: sink.to_owned(),
        ledger: ledger(slug),
        position: Position(41),
        reason: "the event at position 41 cannot be handled: kiểu lạ".to_owned(),
        at: morning,
    }
}

async fn keep(book: &dyn StopBook, stop: &StopRecord) {
    let kept = book.keep_stop(stop).await;
    kept.expect("the stop is kept");
}

async fn clear(book: &dyn StopBook, sink: &str, slug: &str) {
    let cleared = book.clear_stop(sink, &ledger(slug)).await;
    cleared.expect("the stop is struck");
}

async fn all(book: &dyn StopBook) -> Vec<StopRecord> {
    let stops = book.stops().await;
    stops.expect("the stops are read")
}

/// Stops read back with every member, by sink and ledger.
pub async fn stops_are_read_by_sink_and_ledger(book: &dyn StopBook) {
    assert_eq!(all(book).await, []);
    let [one, two, three] = [
        stop("reactions", "loc-ninh"),
        stop("rows", "hon-quan"),
        stop("rows", "loc-ninh"),
    ];
    for stop in [&three, &one, &two] {
        keep(book, stop).await;
    }
    assert_eq!(all(book).await, [one, two, three]);
}

/// A sink stops in a ledger once: the last reason stands.
pub async fn the_last_stop_stands(book: &dyn StopBook) {
    let first = stop("rows", "hon-quan");
    let second = StopRecord {
        position: Position(42),
        reason: "another".to_owned(),
        at: first.at + 1.hour(),
        ..first.clone()
    };
    keep(book, &first).await;
    keep(book, &second).await;
    assert_eq!(all(book).await, [second]);
}

/// A stop that is struck is gone, and no other; striking again changes nothing.
pub async fn a_struck_stop_is_gone(book: &dyn StopBook) {
    keep(book, &stop("rows", "hon-quan")).await;
    keep(book, &stop("rows", "loc-ninh")).await;
    keep(book, &stop("reactions", "hon-quan")).await;
    for _ in 0..2 {
        clear(book, "rows", "hon-quan").await;
        let left = [stop("reactions", "hon-quan"), stop("rows", "loc-ninh")];
        assert_eq!(all(book).await, left);
    }
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`StopBook`].
#[macro_export]
macro_rules! stops_contract {
    ($fresh:expr) => {
        $crate::clauses!(stops: $fresh, |adapter| (&*adapter),
            stops_are_read_by_sink_and_ledger,
            the_last_stop_stands,
            a_struck_stop_is_gone,
        );
    };
}

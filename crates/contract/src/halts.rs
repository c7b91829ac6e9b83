//! The contract's chapter on halted ledgers.

use jiff::{Timestamp, ToSpan};

use crate::ledger;
use khen_eventlog::{HaltBook, HaltRecord, Position, ReadOnlyRecord};

fn halt(slug: &str) -> HaltRecord {
    let morning: Timestamp = "2024-03-15T02:00:00.000001Z"
        .parse()
        .expect("the time is well formed");
    HaltRecord {
        ledger: ledger(slug),
        witnessed: Position(41),
        reason: "41 entries were signed for, and only 7 are there: sổ bị quay lui".to_owned(),
        since: morning,
    }
}

async fn keep(book: &dyn HaltBook, halt: &HaltRecord) {
    let kept = book.keep_halt(halt).await;
    kept.expect("the halt is kept");
}

async fn all(book: &dyn HaltBook) -> Vec<HaltRecord> {
    let halts = book.halts().await;
    halts.expect("the halts are read")
}

/// Halts read back with every member, by ledger.
pub async fn halts_are_read_by_ledger(book: &dyn HaltBook) {
    assert_eq!(all(book).await, []);
    let [one, two] = [halt("hon-quan"), halt("loc-ninh")];
    keep(book, &two).await;
    keep(book, &one).await;
    assert_eq!(all(book).await, [one, two]);
}

/// A ledger is halted once: since when and why it was first.
pub async fn the_first_halt_stands(book: &dyn HaltBook) {
    let first = halt("hon-quan");
    let second = HaltRecord {
        witnessed: Position(42),
        reason: "another".to_owned(),
        since: first.since + 1.hour(),
        ..first.clone()
    };
    keep(book, &first).await;
    keep(book, &second).await;
    assert_eq!(all(book).await, [first]);
}

/// A halt that is lifted is gone, and no other; lifting again changes nothing.
pub async fn a_lifted_halt_is_gone(book: &dyn HaltBook) {
    keep(book, &halt("hon-quan")).await;
    keep(book, &halt("loc-ninh")).await;
    for _ in 0..2 {
        let lifted = book.lift_halt(&ledger("hon-quan")).await;
        lifted.expect("the halt is lifted");
        assert_eq!(all(book).await, [halt("loc-ninh")]);
    }
}

/// A read-only time is the whole office's, and the first that was begun stands until it is ended.
pub async fn the_first_read_only_time_stands(book: &dyn HaltBook) {
    let first = ReadOnlyRecord {
        reason: "chuyển máy chủ".to_owned(),
        since: halt("hon-quan").since,
    };
    let second = ReadOnlyRecord {
        reason: "another".to_owned(),
        since: first.since + 1.hour(),
    };
    assert_eq!(book.read_only().await.expect("it is read"), None);
    for record in [&first, &second] {
        let stands = book.keep_read_only(record).await;
        assert_eq!(stands.expect("it is kept"), first);
    }
    let found = book.read_only().await.expect("it is read");
    assert_eq!(found, Some(first));
    for was_there in [true, false] {
        let lifted = book.lift_read_only().await;
        assert_eq!(lifted.expect("it is lifted"), was_there);
        assert_eq!(book.read_only().await.expect("it is read"), None);
    }
    let begun = book.keep_read_only(&second).await;
    assert_eq!(begun.expect("it is kept"), second);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`HaltBook`].
#[macro_export]
macro_rules! halts_contract {
    ($fresh:expr) => {
        $crate::clauses!(halts: $fresh, |adapter| (&*adapter),
            halts_are_read_by_ledger,
            the_first_halt_stands,
            a_lifted_halt_is_gone,
            the_first_read_only_time_stands,
        );
    };
}

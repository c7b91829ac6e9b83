//! The contract's chapter on the cursors of sinks.

use std::collections::BTreeMap;

use crate::ledger;
use khen_eventlog::{CursorError, CursorStore, Epoch, LedgerId, Position};

const SINK: &str = "reactions";

async fn all(cursors: &dyn CursorStore, sink: &str) -> BTreeMap<LedgerId, Position> {
    let found = cursors.cursors(sink).await;
    found.expect("the cursors are read")
}

async fn at(cursors: &dyn CursorStore) -> Option<Position> {
    all(cursors, SINK).await.remove(&ledger("hon-quan"))
}

async fn try_move(cursors: &dyn CursorStore, to: u64, epoch: u64) -> Result<Position, CursorError> {
    let ledger = ledger("hon-quan");
    let (to, epoch) = (Position(to), Epoch(epoch));
    cursors.move_cursor(SINK, &ledger, to, epoch).await
}

async fn moved(cursors: &dyn CursorStore, to: u64, epoch: u64) -> Position {
    let moved = try_move(cursors, to, epoch).await;
    moved.expect("the cursor is moved")
}

/// A sink that has not begun has no cursor; afterwards each sink has its own in each ledger, and all
/// of a sink are read at once.
pub async fn a_cursor_belongs_to_one_sink_and_one_ledger(cursors: &dyn CursorStore) {
    assert_eq!(all(cursors, SINK).await, BTreeMap::new());
    assert_eq!(moved(cursors, 7, 0).await, Position(7));
    let elsewhere = ledger("loc-ninh");
    let other = cursors.move_cursor(SINK, &elsewhere, Position(0), Epoch::ALONE);
    assert_eq!(other.await.expect("the cursor is moved"), Position(0));
    let both = [(ledger("hon-quan"), Position(7)), (elsewhere, Position(0))];
    assert_eq!(all(cursors, SINK).await, BTreeMap::from(both));
    assert_eq!(all(cursors, "segments").await, BTreeMap::new());
}

/// Of two that follow, the one behind does not take the other back.
pub async fn a_cursor_never_moves_back(cursors: &dyn CursorStore) {
    moved(cursors, 7, 0).await;
    assert_eq!(moved(cursors, 5, 0).await, Position(7));
    assert_eq!(at(cursors).await, Some(Position(7)));
}

/// After a later epoch an earlier one moves nothing, wherever it would go.
pub async fn an_earlier_epoch_moves_no_cursor(cursors: &dyn CursorStore) {
    moved(cursors, 7, 2).await;
    for to in [5, 7, 9] {
        let refused = try_move(cursors, to, 1).await;
        assert!(matches!(refused, Err(CursorError::Fenced)), "{refused:?}");
    }
    assert_eq!(at(cursors).await, Some(Position(7)));
    assert_eq!(moved(cursors, 8, 2).await, Position(8));
    assert_eq!(moved(cursors, 9, 3).await, Position(9));
}

/// Whoever comes with a later epoch shuts the earlier one out, even without moving the cursor.
pub async fn a_later_epoch_stands_though_the_cursor_does_not_move(cursors: &dyn CursorStore) {
    moved(cursors, 7, 1).await;
    assert_eq!(moved(cursors, 7, 2).await, Position(7));
    let refused = try_move(cursors, 8, 1).await;
    assert!(matches!(refused, Err(CursorError::Fenced)), "{refused:?}");
}

/// An epoch shuts out of one cursor, not of others.
pub async fn an_epoch_belongs_to_one_cursor(cursors: &dyn CursorStore) {
    moved(cursors, 7, 5).await;
    let (here, elsewhere) = (ledger("hon-quan"), ledger("loc-ninh"));
    for (sink, ledger) in [(SINK, &elsewhere), ("segments", &here)] {
        let other = cursors.move_cursor(sink, ledger, Position(1), Epoch(1));
        assert_eq!(other.await.expect("the cursor is moved"), Position(1));
    }
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`CursorStore`].
#[macro_export]
macro_rules! cursors_contract {
    ($fresh:expr) => {
        $crate::clauses!(cursors: $fresh, |adapter| (&*adapter),
            a_cursor_belongs_to_one_sink_and_one_ledger,
            a_cursor_never_moves_back,
            an_earlier_epoch_moves_no_cursor,
            a_later_epoch_stands_though_the_cursor_does_not_move,
            an_epoch_belongs_to_one_cursor,
        );
    };
}

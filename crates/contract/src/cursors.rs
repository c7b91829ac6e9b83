//! The contract's chapter on the cursors of sinks.

use crate::ledger;
use khen_eventlog::{CursorStore, Position};

async fn at(cursors: &dyn CursorStore, sink: &str, slug: &str) -> Option<Position> {
    let found = cursors.cursor(sink, &ledger(slug)).await;
    found.expect("the cursor is read")
}

async fn moved(cursors: &dyn CursorStore, to: u64) -> Position {
    let ledger = ledger("hon-quan");
    let moved = cursors.move_cursor("reactions", &ledger, Position(to));
    moved.await.expect("the cursor is moved")
}

/// A sink that has not begun has no cursor; afterwards each sink has its own in each ledger.
pub async fn a_cursor_belongs_to_one_sink_and_one_ledger(cursors: &dyn CursorStore) {
    assert_eq!(at(cursors, "reactions", "hon-quan").await, None);
    assert_eq!(moved(cursors, 7).await, Position(7));
    assert_eq!(
        at(cursors, "reactions", "hon-quan").await,
        Some(Position(7))
    );
    assert_eq!(at(cursors, "reactions", "loc-ninh").await, None);
    assert_eq!(at(cursors, "segments", "hon-quan").await, None);
}

/// Of two that follow, the one behind does not take the other back.
pub async fn a_cursor_never_moves_back(cursors: &dyn CursorStore) {
    moved(cursors, 7).await;
    assert_eq!(moved(cursors, 5).await, Position(7));
    assert_eq!(
        at(cursors, "reactions", "hon-quan").await,
        Some(Position(7))
    );
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
        );
    };
}

//! The contract's chapter on sets of rows: one takes the place of another, and nobody notices.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use tokio::sync::Notify;

use crate::rows::made::{name_of, unit};
use khen_read_model::{
    ApplyError, Batch, ClearValueRow, ContentHash, Cursor, HeldRows, PageSize, RowSets, RowStore,
    Set, SetError, UnitFilter, load, units,
};

const HERE: &str = "hon-quan";
const ELSEWHERE: &str = "loc-ninh";
const NAMES: [&str; 2] = ["Phòng Nội vụ", "Phòng Tư pháp"];

fn batch(ledger: &str, from: u64, to: u64) -> Batch {
    Batch::new(ledger, Cursor(from), Cursor(to))
}

async fn apply(rows: &dyn RowStore, batch: Batch) {
    rows.apply(batch).await.expect("the batch is applied");
}

/// Takes empty rows to `to`, with both units under these names.
async fn fill(rows: &dyn RowStore, to: u64, names: [&str; 2]) {
    let mut first = batch(HERE, 0, to);
    first.put(&unit("noi-vu", names[0]));
    first.put(&unit("tu-phap", names[1]));
    apply(rows, first).await;
}

async fn unit_names(rows: &dyn RowStore) -> Vec<String> {
    let filter = UnitFilter::default();
    let page = units(rows, HERE, &filter, None, PageSize::default()).await;
    let page = page.expect("the units are read");
    page.items.into_iter().map(|unit| unit.name).collect()
}

async fn content(rows: &dyn RowStore) -> (Cursor, ContentHash) {
    let content = rows.content_hash(HERE).await;
    content.expect("the content is read")
}

async fn beside(sets: &dyn RowSets) -> Arc<dyn RowStore> {
    sets.beside().await.expect("the set is made")
}

async fn previous(sets: &dyn RowSets) -> Option<Arc<dyn RowStore>> {
    sets.previous().await.expect("the sets are known")
}

async fn held(sets: &dyn RowSets) -> Box<dyn HeldRows> {
    sets.hold().await.expect("the rows are held")
}

async fn switch(sets: &dyn RowSets, to: Set) {
    let switched = held(sets).await.switch(to).await;
    switched.expect("the sets are switched");
}

/// A set beside starts empty, and what is put there is not served.
pub async fn a_set_beside_serves_nobody(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 3, NAMES).await;
    let before = content(&*served).await;
    let beside = beside(sets).await;
    assert!(beside.cursors().await.expect("they are read").is_empty());
    fill(&*beside, 5, ["một", "hai"]).await;
    assert_eq!(content(&*served).await, before);
    assert_eq!(unit_names(&*beside).await, ["hai", "một"]);
}

/// A set that was left unfinished is not gone on with.
pub async fn a_set_beside_starts_empty_again(sets: &dyn RowSets) {
    fill(&*beside(sets).await, 5, NAMES).await;
    let again = beside(sets).await;
    assert_eq!(again.cursor(HERE).await.expect("it is read"), Cursor(0));
    assert!(unit_names(&*again).await.is_empty());
}

/// After the switch readers who opened the rows before read the other set, whole, and batches follow
/// where it stands.
pub async fn a_switch_puts_the_set_beside_in_place(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 3, NAMES).await;
    apply(&*served, batch(ELSEWHERE, 0, 2)).await;
    let beside = beside(sets).await;
    fill(&*beside, 5, ["một", "hai"]).await;
    apply(&*beside, batch(ELSEWHERE, 0, 2)).await;
    let made = content(&*beside).await;
    switch(sets, Set::Beside).await;
    assert_eq!(content(&*served).await, made);
    assert_eq!(unit_names(&*served).await, ["hai", "một"]);
    apply(&*served, batch(HERE, 5, 6)).await;
    apply(&*served, batch(ELSEWHERE, 2, 3)).await;
}

/// A set that knows less of any ledger is refused, and what serves goes on.
pub async fn no_cursor_goes_back(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 3, NAMES).await;
    apply(&*served, batch(ELSEWHERE, 0, 2)).await;
    fill(&*beside(sets).await, 5, ["một", "hai"]).await;
    let refused = held(sets).await.switch(Set::Beside).await;
    assert!(
        matches!(&refused, Err(SetError::Behind { ledger }) if ledger == ELSEWHERE),
        "{refused:?}"
    );
    assert_eq!(unit_names(&*served).await, NAMES);
    apply(&*served, batch(HERE, 3, 4)).await;
}

/// There is nothing to switch to before a set was made.
pub async fn a_set_that_is_not_there_is_not_switched_to(sets: &dyn RowSets) {
    assert!(previous(sets).await.is_none());
    for to in [Set::Beside, Set::Previous] {
        let refused = held(sets).await.switch(to).await;
        assert!(matches!(refused, Err(SetError::Missing)), "{refused:?}");
    }
}

/// The set that served is kept: it can be brought up to date and put back, as often as one likes.
pub async fn a_switch_can_be_switched_back(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 3, NAMES).await;
    fill(&*beside(sets).await, 5, ["một", "hai"]).await;
    switch(sets, Set::Beside).await;
    let before = previous(sets).await.expect("the set is kept");
    assert_eq!(unit_names(&*before).await, NAMES);
    let refused = held(sets).await.switch(Set::Previous).await;
    assert!(
        matches!(refused, Err(SetError::Behind { .. })),
        "{refused:?}"
    );
    apply(&*before, batch(HERE, 3, 5)).await;
    switch(sets, Set::Previous).await;
    assert_eq!(unit_names(&*served).await, NAMES);
    switch(sets, Set::Previous).await;
    assert_eq!(unit_names(&*served).await, ["hai", "một"]);
}

/// Who was fenced before the switch is fenced after it, whatever the other set's cursors kept.
pub async fn a_switch_keeps_the_epochs(sets: &dyn RowSets) {
    let served = sets.served();
    apply(&*served, batch(HERE, 0, 3).with_epoch(2)).await;
    let beside = beside(sets).await;
    apply(&*beside, batch(HERE, 0, 3).with_epoch(9)).await;
    apply(&*beside, batch(ELSEWHERE, 0, 1).with_epoch(9)).await;
    switch(sets, Set::Beside).await;
    let late = served.apply(batch(HERE, 3, 4).with_epoch(1)).await;
    assert!(
        matches!(late, Err(ApplyError::Fenced { epoch: 1, kept: 2 })),
        "{late:?}"
    );
    apply(&*served, batch(HERE, 3, 4).with_epoch(2)).await;
    apply(&*served, batch(ELSEWHERE, 1, 2)).await;
}

/// While the served rows are held, the set beside can be moved, and a batch for the served rows waits:
/// it meets the other set, never a cursor that stood still for it.
pub async fn a_batch_waits_for_the_switch(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 3, NAMES).await;
    let beside = beside(sets).await;
    let held = held(sets).await;
    let asked = Arc::new(Notify::new());
    let (waiting, told) = (Arc::clone(&served), Arc::clone(&asked));
    let waiting = tokio::spawn(async move {
        told.notify_one();
        waiting.apply(batch(HERE, 3, 4)).await
    });
    asked.notified().await;
    fill(&*beside, 5, NAMES).await;
    held.switch(Set::Beside)
        .await
        .expect("the sets are switched");
    let refused = waiting.await.expect("nobody panics");
    assert!(
        matches!(
            refused,
            Err(ApplyError::CursorMoved {
                actual: Cursor(5),
                ..
            })
        ),
        "{refused:?}"
    );
}

/// Rows that are held and let go are moved on as before.
pub async fn held_rows_are_let_go(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 3, NAMES).await;
    drop(held(sets).await);
    apply(&*served, batch(HERE, 3, 4)).await;
}

/// What the served rows forget stands in no other set.
pub async fn an_owner_is_forgotten_in_every_set(sets: &dyn RowSets) {
    let served = sets.served();
    let mut named = batch(HERE, 0, 2);
    named.put(&name_of("org/person/1", "v1", "Nguyễn Văn Ví Dụ"));
    named.put(&name_of("org/person/2", "v2", "Trần Thị Minh Họa"));
    for rows in [Arc::clone(&served), beside(sets).await] {
        apply(&*rows, named.clone()).await;
    }
    switch(sets, Set::Beside).await;
    let before = previous(sets).await.expect("the set is kept");
    let beside = beside(sets).await;
    apply(&*beside, named).await;
    let mut forgetting = batch(HERE, 2, 3);
    forgetting.forget("org/person/1");
    apply(&*served, forgetting).await;
    for rows in [served, before, beside] {
        let keys = ["v1", "v2"].map(str::to_owned);
        let left = load::<ClearValueRow>(&*rows, HERE, &keys).await;
        let left = left.expect("the values are loaded");
        assert_eq!(left.into_keys().collect::<Vec<_>>(), ["v2"]);
    }
}

/// Whoever reads all the time, while a set is made and put in place again and again, reads whole
/// answers, and never an earlier cursor than before.
pub async fn a_reader_never_notices(sets: &dyn RowSets) {
    let served = sets.served();
    fill(&*served, 1, NAMES).await;
    let is_over = Arc::new(AtomicBool::new(false));
    let (rows, over) = (Arc::clone(&served), Arc::clone(&is_over));
    let reading = tokio::spawn(async move {
        let (mut last, mut read_count) = (Cursor(0), 0_u64);
        while !over.load(Ordering::Acquire) || read_count == 0 {
            assert_eq!(unit_names(&*rows).await, NAMES);
            let cursor = rows.cursor(HERE).await.expect("the cursor is read");
            assert!(cursor >= last, "{cursor} after {last}");
            (last, read_count) = (cursor, read_count + 1);
        }
        last
    });
    for to in 2..8 {
        fill(&*beside(sets).await, to, NAMES).await;
        switch(sets, Set::Beside).await;
    }
    is_over.store(true, Ordering::Release);
    let last = reading.await.expect("every answer is whole");
    assert!(last <= Cursor(7));
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`RowSets`].
#[macro_export]
macro_rules! sets_contract {
    ($fresh:expr) => {
        $crate::clauses!(sets: $fresh, |adapter| (&*adapter),
            a_set_beside_serves_nobody,
            a_set_beside_starts_empty_again,
            a_switch_puts_the_set_beside_in_place,
            no_cursor_goes_back,
            a_set_that_is_not_there_is_not_switched_to,
            a_switch_can_be_switched_back,
            a_switch_keeps_the_epochs,
            a_batch_waits_for_the_switch,
            held_rows_are_let_go,
            an_owner_is_forgotten_in_every_set,
            a_reader_never_notices,
        );
    };
}

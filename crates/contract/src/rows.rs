//! The contract's chapter on rows: they move with their cursor, and answer what they are asked.

mod ask;
pub(crate) mod made;
mod register;

use khen_read_model::{
    ApplyError, AssignmentRow, Batch, ClearValueRow, ContentHash, Cursor, PageSize, RowStore,
    UnitFilter, UnitRow, load, units,
};

use self::made::{name_of, unit};
pub use self::{ask::*, register::*};

const HERE: &str = "hon-quan";
const ELSEWHERE: &str = "loc-ninh";

/// A batch of `ledger` that takes the rows from `from` to `to`.
fn batch(ledger: &str, from: u64, to: u64) -> Batch {
    Batch::new(ledger, Cursor(from), Cursor(to))
}

async fn apply(rows: &dyn RowStore, batch: Batch) {
    rows.apply(batch).await.expect("the batch is applied");
}

async fn cursor(rows: &dyn RowStore, ledger: &str) -> u64 {
    rows.cursor(ledger).await.expect("the cursor is read").0
}

async fn unit_names(rows: &dyn RowStore, ledger: &str) -> Vec<String> {
    let page = units(
        rows,
        ledger,
        &UnitFilter::default(),
        None,
        PageSize::default(),
    )
    .await;
    let page = page.expect("the units are read");
    page.items.into_iter().map(|unit| unit.name).collect()
}

async fn content(rows: &dyn RowStore, ledger: &str) -> (Cursor, ContentHash) {
    let content = rows.content_hash(ledger).await;
    content.expect("the content is read")
}

/// Applies two units in one batch: the rows of most clauses.
async fn two_units(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 3);
    first.put(&unit("noi-vu", "Phòng Nội vụ"));
    first.put(&unit("tu-phap", "Phòng Tư pháp"));
    apply(rows, first).await;
}

/// A ledger that was never followed has no rows, and its cursor is at the beginning.
pub async fn rows_begin_at_the_beginning(rows: &dyn RowStore) {
    assert_eq!(cursor(rows, HERE).await, 0);
    assert!(unit_names(rows, HERE).await.is_empty());
}

/// A batch brings its rows and its cursor at once.
pub async fn rows_and_cursor_move_together(rows: &dyn RowStore) {
    two_units(rows).await;
    assert_eq!(cursor(rows, HERE).await, 3);
    assert_eq!(
        unit_names(rows, HERE).await,
        ["Phòng Nội vụ", "Phòng Tư pháp"]
    );
    apply(rows, batch(HERE, 3, 7)).await;
    assert_eq!(cursor(rows, HERE).await, 7);
}

/// A row takes the place of the one with its key; a removal removes, also what is not there.
pub async fn a_put_replaces_and_a_removal_removes(rows: &dyn RowStore) {
    two_units(rows).await;
    let mut second = batch(HERE, 3, 4);
    second.put(&unit("noi-vu", "Phòng Nội vụ – Lao động"));
    second.remove::<UnitRow>("tu-phap");
    second.remove::<UnitRow>("never");
    apply(rows, second).await;
    assert_eq!(unit_names(rows, HERE).await, ["Phòng Nội vụ – Lao động"]);
}

/// A batch that expects another cursor, earlier or later, changes neither rows nor cursor.
pub async fn a_batch_from_another_cursor_changes_nothing(rows: &dyn RowStore) {
    two_units(rows).await;
    let before = content(rows, HERE).await;
    for from in [0, 2, 4] {
        let mut wrong = batch(HERE, from, 9);
        wrong.put(&unit("tu-phap", "Phòng khác"));
        wrong.remove::<UnitRow>("noi-vu");
        let refused = rows.apply(wrong).await;
        assert!(
            matches!(
                refused,
                Err(ApplyError::CursorMoved { expected, actual: Cursor(3) })
                    if expected == Cursor(from)
            ),
            "{refused:?}"
        );
    }
    assert_eq!(content(rows, HERE).await, before);
}

/// A second delivery is refused by its cursor and leaves the same rows.
pub async fn a_batch_delivered_twice_leaves_the_same_rows(rows: &dyn RowStore) {
    two_units(rows).await;
    let before = content(rows, HERE).await;
    let mut again = batch(HERE, 0, 3);
    again.put(&unit("noi-vu", "Phòng Nội vụ"));
    again.put(&unit("tu-phap", "Phòng Tư pháp"));
    assert!(rows.apply(again).await.is_err());
    assert_eq!(content(rows, HERE).await, before);
}

/// Of two batches from one cursor, exactly one moves the rows.
pub async fn one_of_two_racing_batches_moves_the_rows(rows: &dyn RowStore) {
    let racing = |name: &str| {
        let mut batch = batch(HERE, 0, 1);
        batch.put(&unit("noi-vu", name));
        rows.apply(batch)
    };
    let (one, two) = tokio::join!(racing("một"), racing("hai"));
    assert!(one.is_ok() != two.is_ok());
    let stands = if one.is_ok() { "một" } else { "hai" };
    assert_eq!(unit_names(rows, HERE).await, [stands]);
}

async fn is_fenced(rows: &dyn RowStore, late: Batch, by: u64) {
    let epoch = late.epoch();
    let refused = rows.apply(late).await;
    assert!(
        matches!(refused, Err(ApplyError::Fenced { epoch: found, kept }) if (found, kept) == (epoch, by)),
        "{refused:?}"
    );
}

/// After a later epoch a batch of an earlier one changes neither rows nor cursor, though it starts
/// where the rows are; and it forgets nobody.
pub async fn an_earlier_epoch_moves_no_rows(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 3).with_epoch(2);
    first.put(&name_of("org/person/1", "v1", "Nguyễn Văn Ví Dụ"));
    apply(rows, first).await;
    let before = content(rows, HERE).await;
    for epoch in [0, 1] {
        let mut late = batch(HERE, 3, 4).with_epoch(epoch);
        late.put(&unit("tu-phap", "Phòng khác"));
        late.forget("org/person/1");
        is_fenced(rows, late, 2).await;
    }
    assert_eq!(content(rows, HERE).await, before);
    apply(rows, batch(HERE, 3, 4).with_epoch(2)).await;
    apply(rows, batch(HERE, 4, 5).with_epoch(3)).await;
    is_fenced(rows, batch(HERE, 5, 6).with_epoch(2), 3).await;
}

/// An epoch outlives a reset, which answers it, and belongs to one ledger.
pub async fn a_reset_keeps_the_epoch(rows: &dyn RowStore) {
    let reset = async || rows.reset(HERE).await.expect("the rows are reset");
    assert_eq!(reset().await, 0);
    apply(rows, batch(HERE, 0, 3).with_epoch(2)).await;
    assert_eq!(reset().await, 2);
    is_fenced(rows, batch(HERE, 0, 1).with_epoch(1), 2).await;
    apply(rows, batch(HERE, 0, 1).with_epoch(2)).await;
    apply(rows, batch(ELSEWHERE, 0, 1).with_epoch(1)).await;
}

/// The cursors of all ledgers are read at once, without those never followed.
pub async fn all_cursors_are_read_at_once(rows: &dyn RowStore) {
    let cursors = async || rows.cursors().await.expect("the cursors are read");
    assert!(cursors().await.is_empty());
    apply(rows, batch(HERE, 0, 3)).await;
    apply(rows, batch(ELSEWHERE, 0, 5)).await;
    let both = [(HERE, 3), (ELSEWHERE, 5)].map(|(ledger, at)| (ledger.to_owned(), Cursor(at)));
    assert_eq!(cursors().await, both.into());
}

/// Ledgers do not see each other's rows, and a reset empties one of them only.
pub async fn a_reset_empties_one_ledger(rows: &dyn RowStore) {
    two_units(rows).await;
    let mut other = batch(ELSEWHERE, 0, 5);
    other.put(&unit("noi-vu", "Phòng Nội vụ Lộc Ninh"));
    apply(rows, other).await;
    let elsewhere = content(rows, ELSEWHERE).await;
    rows.reset(HERE).await.expect("the rows are reset");
    assert_eq!(cursor(rows, HERE).await, 0);
    assert!(unit_names(rows, HERE).await.is_empty());
    assert_eq!(content(rows, ELSEWHERE).await, elsewhere);
    two_units(rows).await;
    assert_eq!(unit_names(rows, HERE).await.len(), 2);
}

/// Rows are loaded by their keys; keys without a row are missing.
pub async fn rows_are_loaded_by_their_keys(rows: &dyn RowStore) {
    two_units(rows).await;
    let keys = ["tu-phap", "never"].map(str::to_owned);
    let loaded = load::<UnitRow>(rows, HERE, &keys).await;
    let loaded = loaded.expect("the rows are loaded");
    assert_eq!(
        loaded.into_values().collect::<Vec<_>>(),
        [unit("tu-phap", "Phòng Tư pháp")]
    );
    let none = load::<AssignmentRow>(rows, HERE, &keys).await;
    assert!(none.expect("the rows are loaded").is_empty());
}

/// Forgetting removes every value of an owner that an earlier batch put, and nobody else's.
pub async fn a_forgotten_owner_has_no_values_left(rows: &dyn RowStore) {
    let mut first = batch(HERE, 0, 2);
    first.put(&name_of("org/person/1", "v1", "Nguyễn Văn Ví Dụ"));
    first.put(&name_of("org/person/1", "v2", "Chuyên viên"));
    first.put(&name_of("org/person/2", "v3", "Trần Thị Minh Họa"));
    apply(rows, first).await;
    let mut second = batch(HERE, 2, 3);
    second.forget("org/person/1");
    second.put(&unit("noi-vu", "Phòng Nội vụ"));
    apply(rows, second).await;
    let keys = ["v1", "v2", "v3"].map(str::to_owned);
    let left = load::<ClearValueRow>(rows, HERE, &keys).await;
    let left = left.expect("the values are loaded");
    assert_eq!(left.into_keys().collect::<Vec<_>>(), ["v3"]);
    assert_eq!(cursor(rows, HERE).await, 3);
}

/// Equal rows have one hash, however they came; any other row gives another.
pub async fn equal_rows_have_equal_content(rows: &dyn RowStore) {
    two_units(rows).await;
    let (_, at_once) = content(rows, HERE).await;
    rows.reset(HERE).await.expect("the rows are reset");
    let mut first = batch(HERE, 0, 1);
    first.put(&unit("tu-phap", "Phòng Tư pháp"));
    first.put(&name_of("org/person/1", "v1", "Nguyễn Văn Ví Dụ"));
    apply(rows, first).await;
    let mut second = batch(HERE, 1, 3);
    second.put(&unit("noi-vu", "Phòng Nội vụ"));
    second.forget("org/person/1");
    apply(rows, second).await;
    assert_eq!(content(rows, HERE).await, (Cursor(3), at_once));
    let mut third = batch(HERE, 3, 4);
    third.put(&unit("noi-vu", "Phòng Nội Vụ"));
    apply(rows, third).await;
    assert_ne!(content(rows, HERE).await.1, at_once);
}

/// A clause added here runs for every adapter at its next build.
///
/// The value of `$fresh` dereferences to a [`RowStore`].
#[macro_export]
macro_rules! rows_contract {
    ($fresh:expr) => {
        $crate::clauses!(rows: $fresh, |adapter| (&*adapter),
            rows_begin_at_the_beginning,
            rows_and_cursor_move_together,
            a_put_replaces_and_a_removal_removes,
            a_batch_from_another_cursor_changes_nothing,
            a_batch_delivered_twice_leaves_the_same_rows,
            one_of_two_racing_batches_moves_the_rows,
            an_earlier_epoch_moves_no_rows,
            a_reset_keeps_the_epoch,
            all_cursors_are_read_at_once,
            a_reset_empties_one_ledger,
            rows_are_loaded_by_their_keys,
            a_forgotten_owner_has_no_values_left,
            equal_rows_have_equal_content,
            every_cell_reads_back,
            a_list_is_read_in_pages,
            a_register_names_only_held_awards,
            a_register_follows_its_keys,
            a_register_without_news_says_how_far_it_is,
            a_nomination_comes_with_names_and_desk,
            nominations_are_found_by_each_filter,
            names_are_found_without_diacritics,
            the_better_hits_come_first,
            nominations_stand_in_the_order_asked_for,
            what_is_late_is_found,
            a_queue_holds_what_waits_for_the_desk,
            a_queue_is_read_in_pages,
            people_stand_in_the_order_of_their_names,
        );
    };
}

//! Rows equal a fresh fold of the ledger, at every position.

use std::sync::Arc;

use proptest::prelude::*;
use tokio::runtime::Runtime;

use crate::{
    arriving::arrived,
    history::{season, unit},
    house::{House, SOON, fresh_rows, ledger},
};
use khen_domain::{Event, StreamKey};
use khen_eventlog::{Epoch, LedgerId, RecordedEvent};
use khen_read_model::{Batch, Cursor, RowReader as _, RowStore, UnitRow, load};
use khen_workers::{
    Agreement, OddRow, Oddness, Progress, Rebuild, RebuildError, Rebuilt, RowsSink, Sink, SinkError,
};

#[tokio::test]
async fn a_row_that_somebody_changed_is_named_and_nothing_is_replaced() {
    let house = House::open().await;
    let (here, known) = house.followed().await;
    let differing = async || {
        let rebuild = house.rebuild();
        let found = rebuild.differing(&mut |_| ()).await;
        found.expect("the rows are compared")
    };
    assert_eq!(differing().await, []);
    house.change_a_row(&here).await;
    let odd = OddRow {
        ledger: here.clone(),
        table: "unit_v1",
        key: unit().to_string(),
        oddness: Oddness::Changed,
    };
    // It is still there when it is looked for again.
    for _ in 0..2 {
        assert_eq!(differing().await, std::slice::from_ref(&odd));
    }
    let cursor = house.rows.cursor(here.as_str()).await;
    assert_eq!(cursor.expect("the cursor is read"), Cursor(known));
}

impl House {
    fn rebuild(&self) -> Rebuild {
        Rebuild::new(self.store.clone(), self.sets(), self.vault.clone())
    }

    pub(crate) async fn rebuilt(&self) -> (Vec<Rebuilt>, Vec<Progress>) {
        let mut reports = Vec::new();
        let rebuild = self.rebuild();
        let done = rebuild.run(&mut |progress| reports.push(progress)).await;
        (done.expect("the rows are made anew"), reports)
    }

    /// Changes a row of what serves, without any event that says so.
    async fn change_a_row(&self, of: &LedgerId) {
        let slug = of.as_str();
        let keys = [unit().to_string()];
        let units = load::<UnitRow>(&*self.rows, slug, &keys).await;
        let mut unit = units.expect("the unit is read").remove(&keys[0]);
        let unit = unit.as_mut().expect("there is a unit");
        unit.staff += 1;
        let cursor = self.rows.cursor(slug).await.expect("the cursor is read");
        let mut change = Batch::new(slug, cursor, cursor);
        change.put(unit);
        self.rows.apply(change).await.expect("the row is changed");
    }

    /// A ledger with a season, followed to its end.
    async fn followed(&self) -> (LedgerId, u64) {
        let here = ledger("hon-quan");
        let events = season(self, &here).await;
        let known = self.record_and_follow(&here, events).await;
        (here, known)
    }

    /// A ledger with half a season, followed to its end; the other half is to come.
    async fn half_followed(&self) -> (LedgerId, u64, Vec<(StreamKey, Event)>) {
        let here = ledger("hon-quan");
        let mut events = season(self, &here).await;
        let rest = events.split_off(events.len() / 2);
        let known = self.record_and_follow(&here, events).await;
        (here, known, rest)
    }

    async fn record_and_follow(&self, here: &LedgerId, events: Vec<(StreamKey, Event)>) -> u64 {
        self.record_all(here, events).await;
        let events = self.events(here).await;
        let applied = self.sink().apply(here, events, Epoch::ALONE).await;
        applied.expect("the events are applied").0
    }
}

#[tokio::test]
async fn rows_made_anew_are_the_same_rows() {
    let house = House::open().await;
    let (here, events) = house.followed().await;
    let live = house.content(&here).await;
    let (rebuilt, reports) = house.rebuilt().await;
    let [only] = &rebuilt[..] else {
        panic!("there is one ledger: {rebuilt:?}");
    };
    assert_eq!(only.agreement, Agreement::Equal { events });
    assert_eq!((only.events, only.content.to_string()), live);
    assert_eq!(house.content(&here).await, live);
    let end = reports.last().unwrap();
    assert_eq!((end.applied, end.total), (events, events));
}

#[tokio::test]
async fn a_ledger_that_was_never_followed_is_followed() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let last = house.record_all(&here, season(&house, &here).await).await;
    let (rebuilt, _) = house.rebuilt().await;
    assert_eq!(rebuilt[0].agreement, Agreement::Nothing);
    assert_eq!(rebuilt[0].events, last + 1);
    let content = (last + 1, rebuilt[0].content.to_string());
    assert_eq!(house.content(&here).await, content);
}

#[tokio::test]
async fn rows_that_somebody_changed_are_noticed_and_replaced() {
    let house = House::open().await;
    let (here, events) = house.followed().await;
    let good = house.content(&here).await;
    house.change_a_row(&here).await;
    let bad = house.content(&here).await;
    let (rebuilt, _) = house.rebuilt().await;
    let Agreement::Different {
        events: at,
        served,
        made,
    } = rebuilt[0].agreement
    else {
        panic!("they differ: {rebuilt:?}");
    };
    assert_eq!((at, served.to_string()), (events, bad.1.clone()));
    assert_eq!(made.to_string(), good.1);
    assert_eq!(house.content(&here).await, good);
    let back = house.rebuild().back(&mut |_| {}).await;
    back.expect("the rows that served are kept");
    assert_eq!(house.content(&here).await, bad);
}

#[tokio::test]
async fn there_is_nothing_to_go_back_to_at_first() {
    let house = House::open().await;
    house.followed().await;
    let back = house.rebuild().back(&mut |_| {}).await;
    assert!(matches!(back, Err(RebuildError::NoPrevious)), "{back:?}");
}

#[tokio::test]
async fn the_rows_that_served_are_brought_up_to_date_before_they_serve_again() {
    let house = House::open().await;
    let (here, _, rest) = house.half_followed().await;
    house.rebuilt().await;
    let at_work = house.follow(SOON);
    let last = house.record_all(&here, rest).await;
    assert!(arrived(&house, &at_work, &here, last).await);
    at_work.stop().await;
    let live = house.content(&here).await;
    let back = house.rebuild().back(&mut |_| {}).await;
    back.expect("the rows that served are kept");
    assert_eq!(house.content(&here).await, live);
}

#[tokio::test]
async fn who_was_fenced_before_a_rebuild_is_fenced_after_it() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, season(&house, &here).await).await;
    let events = house.events(&here).await;
    let applied = house.sink().apply(&here, events.clone(), Epoch(3)).await;
    applied.expect("the events are applied");
    house.rebuilt().await;
    let refused = house.sink().apply(&here, events.clone(), Epoch(2)).await;
    assert!(matches!(refused, Err(SinkError::Fenced)), "{refused:?}");
    let known = house.sink().apply(&here, events, Epoch(3)).await;
    assert!(matches!(known, Err(SinkError::Moved)), "{known:?}");
}

/// Rows older than their ledger are of another one: it was restored from a backup.
#[tokio::test]
async fn rows_that_are_ahead_of_their_ledger_are_replaced() {
    let house = House::open().await;
    let (here, events) = house.followed().await;
    let good = house.content(&here).await;
    for ledger in [here.as_str(), "loc-ninh"] {
        let from = house.rows.cursor(ledger).await.expect("the cursor is read");
        let ahead = Batch::new(ledger, from, Cursor(events + 9));
        house.rows.apply(ahead).await.expect("the rows are moved");
    }
    let (rebuilt, _) = house.rebuilt().await;
    assert_eq!(rebuilt[0].agreement, Agreement::Nothing);
    assert_eq!(house.content(&here).await, good);
}

/// Readers read, others record and followers follow, while rows are made anew again and again.
#[tokio::test]
async fn nobody_notices_a_rebuild() {
    let house = Arc::new(House::open().await);
    let (here, mut known, rest) = house.half_followed().await;
    let at_work = house.follow(SOON);
    let recording = tokio::spawn({
        let (house, here) = (Arc::clone(&house), here.clone());
        async move { house.record_all(&here, rest).await }
    });
    let mut rebuild_count = 0;
    while rebuild_count < 3 || !recording.is_finished() {
        let rebuild = house.rebuild();
        let rows = house.rows.clone();
        let mut report = |_| {};
        let mut rebuilding = std::pin::pin!(rebuild.run(&mut report));
        loop {
            tokio::select! {
                done = &mut rebuilding => {
                    let done = done.expect("the rows are made anew");
                    assert!(matches!(done[0].agreement, Agreement::Equal { .. }), "{done:?}");
                    break;
                }
                cursor = rows.cursor(here.as_str()) => {
                    let cursor = cursor.expect("the cursor is read").0;
                    assert!(cursor >= known, "{cursor} after {known}");
                    known = cursor;
                }
            }
        }
        rebuild_count += 1;
    }
    let last = recording.await.expect("everything is recorded");
    assert!(arrived(&house, &at_work, &here, last).await);
    at_work.stop().await;
    let events = house.events(&here).await;
    let live = house.content(&here).await;
    assert_eq!(live, (last + 1, fresh_fold(&house, &here, &events).await));
}

/// The content of fresh rows that take `events` at once.
async fn fresh_fold(house: &House, of: &LedgerId, events: &[RecordedEvent]) -> String {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let rows = fresh_rows(&folder);
    let sink = RowsSink::new(rows.clone(), house.vault.clone());
    let applied = sink.apply(of, events.to_vec(), Epoch::ALONE).await;
    applied.expect("the events are applied");
    let content = rows.content_hash(of.as_str()).await;
    content.expect("the content is read").1.to_string()
}

async fn apply_in_pieces(sizes: &[usize]) {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, season(&house, &here).await).await;
    let events = house.events(&here).await;
    let sink = house.sink();
    let (mut done, mut sizes) = (0, sizes.iter().cycle());
    while done < events.len() {
        let size = sizes.next().expect("a cycle does not end");
        let next = events.len().min(done + size);
        let piece = events[done..next].to_vec();
        let cursor = sink.apply(&here, piece, Epoch::ALONE).await;
        done = next;
        assert_eq!(cursor.expect("the events are applied").0, done as u64);
        let live = house.content(&here).await.1;
        assert_eq!(live, fresh_fold(&house, &here, &events[..done]).await);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn rows_equal_a_fresh_fold_at_every_position(sizes in proptest::collection::vec(1_usize..9, 3)) {
        let runtime = Runtime::new().expect("there is a runtime");
        runtime.block_on(apply_in_pieces(&sizes));
    }
}

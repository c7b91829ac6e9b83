//! Rows equal a fresh fold of the ledger, at every position.

use proptest::prelude::*;
use tokio::runtime::Runtime;

use crate::{
    arriving::arrived,
    history::season,
    house::{House, SOON, fresh_rows, ledger},
};
use khen_eventlog::{Epoch, LedgerId, RecordedEvent};
use khen_read_model::RowStore;
use khen_workers::{Progress, Rebuild, RebuildError, Rebuilt, RowsSink, Sink, SinkError};

impl House {
    pub(crate) async fn rebuilt(&self, of: &LedgerId) -> (Rebuilt, Vec<Progress>) {
        let rebuild = Rebuild::new(self.store.clone(), self.sink());
        let mut reports = Vec::new();
        let done = rebuild
            .run(of, &mut |progress| reports.push(progress))
            .await;
        (done.expect("the rows are rebuilt"), reports)
    }
}

#[tokio::test]
async fn a_rebuild_gives_the_same_content() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let at_work = house.follow(SOON);
    let last = house.record_all(&here, season(&house, &here).await).await;
    assert!(arrived(&house, &at_work, &here, last).await);
    at_work.stop().await;
    let live = house.content(&here).await;
    let (rebuilt, reports) = house.rebuilt(&here).await;
    assert_eq!((rebuilt.events, rebuilt.content.to_string()), live);
    let end = reports.last().unwrap();
    assert_eq!((end.applied, end.total), (last + 1, last + 1));
}

#[tokio::test]
async fn rows_that_are_followed_by_lease_are_rebuilt_under_their_epoch() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, season(&house, &here).await).await;
    let events = house.events(&here).await;
    let applied = house.sink().apply(&here, events.clone(), Epoch(3)).await;
    applied.expect("the events are applied");
    let live = house.content(&here).await;
    house.rebuilt(&here).await;
    assert_eq!(house.content(&here).await, live);
    let refused = house.sink().apply(&here, events, Epoch(2)).await;
    assert!(matches!(refused, Err(SinkError::Fenced)), "{refused:?}");
}

#[tokio::test]
async fn an_unknown_ledger_is_not_rebuilt() {
    let house = House::open().await;
    let rebuild = Rebuild::new(house.store.clone(), house.sink());
    let failed = rebuild.run(&ledger("nowhere"), &mut |_| {}).await;
    assert!(matches!(failed, Err(RebuildError::NoLedger { .. })));
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

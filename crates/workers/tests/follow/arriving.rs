//! Waiting for rows.

use std::{sync::Arc, time::Duration};

use crate::{
    history::established,
    house::{AtWork, House, NEVER, PATIENCE, SOON, ledger},
};
use khen_eventlog::LedgerId;
use khen_read_model::Arrivals;
use khen_workers::{RowArrivals, Status};

/// Whether the rows come to know the event at `position`.
pub(crate) async fn arrived(
    house: &House,
    at_work: &AtWork,
    ledger: &LedgerId,
    position: u64,
) -> bool {
    let arrivals = RowArrivals::new(house.rows.clone(), at_work.follower.status());
    let waiting = arrivals.wait_for(ledger.as_str(), position, PATIENCE);
    waiting.await.expect("the rows are there")
}

#[tokio::test]
async fn a_reader_waits_for_the_own_write() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let at_work = house.follow(SOON);
    for unit in ["tu-phap", "noi-vu", "tan-khai"] {
        let position = house.record_all(&here, vec![established(unit)]).await;
        assert!(arrived(&house, &at_work, &here, position).await);
    }
    at_work.stop().await;
}

#[tokio::test]
async fn patience_ends_while_nobody_follows() {
    let house = House::open().await;
    let position = house
        .record_all(&ledger("hon-quan"), vec![established("tu-phap")])
        .await;
    let arrivals = RowArrivals::new(house.rows.clone(), Status::default());
    let waiting = arrivals.wait_for("hon-quan", position, Duration::from_millis(1));
    assert!(!waiting.await.unwrap());
}

#[tokio::test]
async fn rows_that_another_process_applies_are_seen() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let position = house.record_all(&here, vec![established("tu-phap")]).await;
    let arrivals = Arc::new(RowArrivals::new(house.rows.clone(), Status::default()));
    let waiting = arrivals.wait_for("hon-quan", position, PATIENCE);
    let (arrived, at_work) = tokio::join!(waiting, async { house.follow(NEVER) });
    assert!(arrived.unwrap());
    at_work.stop().await;
}

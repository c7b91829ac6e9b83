//! The loop: bells, stops, restarts.

use crate::{
    arriving::arrived,
    history::{established, season},
    house::{House, NEVER, SOON, cursor_of, fresh_rows, ledger},
};
use khen_contract::Wish;
use khen_eventlog::{Doorbell, EventStore, Position};
use khen_read_model::{Batch, Cursor, PageSize, RowReader, RowStore, UnitFilter, units};

#[tokio::test]
async fn a_sink_catches_up_without_any_bell() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let last = house.record_all(&here, season(&house, &here).await).await;
    let at_work = house.follow(SOON);
    assert!(arrived(&house, &at_work, &here, last).await);
    let later = house.record_all(&here, vec![established("noi-vu")]).await;
    assert!(arrived(&house, &at_work, &here, later).await);
    let page = units(
        &*house.rows,
        here.as_str(),
        &UnitFilter::default(),
        None,
        PageSize::default(),
    )
    .await;
    let found: Vec<_> = page
        .unwrap()
        .items
        .into_iter()
        .map(|unit| unit.unit)
        .collect();
    assert_eq!(found, ["noi-vu", "tu-phap"]);
    at_work.stop().await;
}

#[tokio::test]
async fn a_bell_wakes_a_follower_that_sleeps() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let first = house.record_all(&here, vec![established("tu-phap")]).await;
    let at_work = house.follow(NEVER);
    assert!(arrived(&house, &at_work, &here, first).await);
    let second = house.record_all(&here, vec![established("noi-vu")]).await;
    house.bell.ring(&here);
    assert!(arrived(&house, &at_work, &here, second).await);
    at_work.stop().await;
}

#[tokio::test]
async fn an_event_that_is_not_understood_stops_its_ledger_only() {
    let house = House::open().await;
    let (here, there) = (ledger("hon-quan"), ledger("loc-ninh"));
    house.make(&there).await;
    house.record_all(&here, vec![established("tu-phap")]).await;
    let strange = Wish::new(&here, "1").writing("slot/1", 0, &["word"]);
    house.store.append(strange.build()).await.unwrap();
    house.record_all(&here, vec![established("noi-vu")]).await;
    let at_work = house.follow(SOON);
    let last = house.record_all(&there, vec![established("tu-phap")]).await;
    assert!(arrived(&house, &at_work, &there, last).await);
    assert!(!arrived(&house, &at_work, &here, 2).await);
    let status = at_work.follower.status();
    let here_now = status.ledger(&here).unwrap();
    let stopped = here_now.stopped.clone().unwrap();
    assert_eq!(stopped.position, Position(1));
    assert!(stopped.reason.contains("word_said"), "{}", stopped.reason);
    assert_eq!(here_now.lag(), 2);
    assert_eq!(house.rows.cursor(here.as_str()).await.unwrap().0, 1);
    let later = house.record_all(&there, vec![established("noi-vu")]).await;
    assert!(arrived(&house, &at_work, &there, later).await);
    assert_eq!(status.ledger(&there).unwrap().stopped, None);
    at_work.stop().await;
}

#[tokio::test]
async fn rows_ahead_of_a_restored_ledger_stop_instead_of_skipping() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, vec![established("tu-phap")]).await;
    let ahead = Batch::new(here.as_str(), Cursor(0), Cursor(5));
    house.rows.apply(ahead).await.unwrap();
    let at_work = house.follow(SOON);
    assert!(!arrived(&house, &at_work, &here, 9).await);
    let status = at_work.follower.status().ledger(&here).unwrap();
    let reason = status.stopped.unwrap().reason;
    assert!(reason.contains("restored from an older copy"), "{reason}");
    at_work.stop().await;
}

#[tokio::test]
async fn a_restart_goes_on_where_the_cursor_stands() {
    let mut house = House::open().await;
    let here = ledger("hon-quan");
    let first = house.record_all(&here, vec![established("tu-phap")]).await;
    let at_work = house.follow(SOON);
    assert!(arrived(&house, &at_work, &here, first).await);
    at_work.stop().await;
    let second = house.record_all(&here, vec![established("noi-vu")]).await;
    house.rows = fresh_rows(&house.folder);
    assert_eq!(cursor_of(&house.sink(), &here).await, Position(1));
    let at_work = house.follow(SOON);
    assert!(arrived(&house, &at_work, &here, second).await);
    at_work.stop().await;
}

#[tokio::test]
async fn two_followers_of_one_ledger_do_not_disturb_each_other() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let (one, two) = (house.follow(SOON), house.follow(SOON));
    let last = house.record_all(&here, season(&house, &here).await).await;
    assert!(arrived(&house, &one, &here, last).await);
    one.stop().await;
    two.stop().await;
    let (cursor, live) = house.content(&here).await;
    assert_eq!(cursor, last + 1);
    house.rebuilt().await;
    assert_eq!(house.content(&here).await, (cursor, live));
}

#[tokio::test]
async fn a_follower_stops_while_it_sleeps() {
    let house = House::open().await;
    let at_work = house.follow(NEVER);
    at_work.stop().await;
}

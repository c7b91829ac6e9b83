//! Stops in the office: written where a sink stops, struck where it goes on.

use jiff::Timestamp;

use crate::{
    arriving::arrived,
    history::established,
    house::{House, PATIENCE, SOON, ledger},
};
use khen_contract::Wish;
use khen_eventlog::{EventStore as _, LedgerId, Position, StopBook as _, StopRecord};
use khen_read_model::{Batch, Cursor, RowStore as _};

async fn stops(house: &House) -> Vec<StopRecord> {
    house.office.stops().await.expect("the book is read")
}

/// Waits until the book has so many stops.
async fn until_there_are(house: &House, count: usize) {
    let reading = async {
        while stops(house).await.len() != count {
            tokio::task::yield_now().await;
        }
    };
    let read = tokio::time::timeout(PATIENCE, reading).await;
    read.expect("the book comes to have as many stops");
}

fn old_stop(ledger: &LedgerId) -> StopRecord {
    StopRecord {
        sink: "rows".to_owned(),
        ledger: ledger.clone(),
        position: Position(0),
        reason: "an earlier release did not know the event".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    }
}

#[tokio::test]
async fn a_stop_is_written_down_with_its_reason() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, vec![established("tu-phap")]).await;
    let strange = Wish::new(&here, "1").writing("slot/1", 0, &["word"]);
    house.store.append(strange.build()).await.unwrap();
    let at_work = house.follow(SOON);
    until_there_are(&house, 1).await;
    at_work.stop().await;
    let stop = stops(&house).await.remove(0);
    assert_eq!((stop.sink.as_str(), &stop.ledger), ("rows", &here));
    assert_eq!(stop.position, Position(1));
    assert!(stop.reason.contains("word_said"), "{}", stop.reason);
}

#[tokio::test]
async fn an_old_stop_is_tried_again_and_struck() {
    let house = House::open().await;
    let (here, there) = (ledger("hon-quan"), ledger("loc-ninh"));
    for ledger in [&here, &there] {
        let kept = house.office.keep_stop(&old_stop(ledger)).await;
        kept.expect("the stop is kept");
    }
    let other = StopRecord {
        sink: "segments".to_owned(),
        ..old_stop(&here)
    };
    let kept = house.office.keep_stop(&other).await;
    kept.expect("the stop is kept");
    let last = house.record_all(&here, vec![established("tu-phap")]).await;
    let at_work = house.follow(SOON);
    assert!(arrived(&house, &at_work, &here, last).await);
    until_there_are(&house, 2).await;
    at_work.stop().await;
    // There is no other ledger, and the other sink is not followed here.
    assert_eq!(stops(&house).await, [old_stop(&there), other]);
}

#[tokio::test]
async fn a_sink_goes_on_when_its_rows_are_emptied() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house.record_all(&here, vec![established("tu-phap")]).await;
    let ahead = Batch::new(here.as_str(), Cursor(0), Cursor(5));
    house.rows.apply(ahead).await.unwrap();
    let at_work = house.follow(SOON);
    until_there_are(&house, 1).await;
    house.rows.reset(here.as_str()).await.unwrap();
    until_there_are(&house, 0).await;
    let status = at_work.follower.status().ledger(&here).unwrap();
    assert_eq!((status.cursor, status.stopped), (Position(1), None));
    at_work.stop().await;
}

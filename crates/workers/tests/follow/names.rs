//! Clear names in rows, as long as their owners' keys are there.

use crate::{
    history::{NOMINEE, TITLE, campaign, drafted, erased, person, registered, unit},
    house::{House, ledger},
};
use khen_domain::{Event, FieldClass, StaffCategory, org::Event as Org};
use khen_eventlog::Epoch;
use khen_privacy::OwnerWord;
use khen_read_model::{Nomination, nomination};
use khen_workers::{Sink, SinkError};

async fn first(house: &House) -> Nomination {
    let id = format!("{}-0001", campaign());
    let found = nomination(&*house.rows, "hon-quan", &id).await;
    found.expect("the rows are read").expect("it is there")
}

#[tokio::test]
async fn a_nominees_name_and_title_are_opened() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house
        .record_all(&here, drafted(&house, &here, "1", 1).await)
        .await;
    house.rebuilt().await;
    let found = first(&house).await;
    assert_eq!(
        (found.name.as_deref(), found.title.as_deref()),
        (Some(NOMINEE), Some(TITLE))
    );
}

#[tokio::test]
async fn an_erased_persons_name_is_gone_and_the_case_stays() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house
        .record_all(&here, registered(&house, &here, "1", NOMINEE).await)
        .await;
    house
        .record_all(&here, drafted(&house, &here, "1", 1).await)
        .await;
    let sink = house.sink();
    let events = house.events(&here).await;
    sink.apply(&here, events, Epoch::ALONE).await.unwrap();
    assert_eq!(first(&house).await.name.as_deref(), Some(NOMINEE));
    house
        .record_all(&here, erased(&house, &here, "1").await)
        .await;
    let events = house.events(&here).await;
    sink.apply(&here, events[2..].to_vec(), Epoch::ALONE)
        .await
        .unwrap();
    let found = first(&house).await;
    assert_eq!((found.name, found.title), (None, None));
    assert_eq!(found.row.gate, "drafted");
    let live = house.content(&here).await;
    house.rebuilt().await;
    assert_eq!(house.content(&here).await, live);
}

#[tokio::test]
async fn an_erasure_in_the_same_batch_leaves_no_name() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    house
        .record_all(&here, drafted(&house, &here, "1", 1).await)
        .await;
    house
        .record_all(&here, erased(&house, &here, "1").await)
        .await;
    house.rebuilt().await;
    assert_eq!(first(&house).await.name, None);
}

#[tokio::test]
async fn a_value_that_does_not_open_under_its_own_key_stops_the_sink() {
    let house = House::open().await;
    let here = ledger("hon-quan");
    let (one, two) = (person("1"), person("2"));
    let class = FieldClass::PersonName;
    let of_one = house
        .seal(&here, (&one, OwnerWord::Stream), class, NOMINEE)
        .await;
    house
        .seal(&here, (&two, OwnerWord::Stream), class, "Lê Văn Giả Định")
        .await;
    let mixed_up = Org::PersonRegistered {
        name: of_one,
        category: StaffCategory::CivilServant,
        unit: unit(),
    };
    house.record(&here, &two, &Event::from(mixed_up)).await;
    let events = house.events(&here).await;
    let stuck = house.sink().apply(&here, events, Epoch::ALONE).await;
    assert!(matches!(stuck, Err(SinkError::Stuck { .. })));
    assert_eq!(house.content(&here).await.0, 0);
}

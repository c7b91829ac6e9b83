//! The same key is the same wish, for ever.

use crate::office::{ISSUER, MANAGER, Office, initiative, wish};
use khen_desk::DeskError;
use khen_eventlog::{Condition, StreamName, Version};

#[tokio::test]
async fn a_repeated_key_answers_the_first_result() {
    let office = Office::open().await;
    let first = office
        .ask(ISSUER, "record_initiative", "k", initiative("1"))
        .await
        .unwrap();
    let again = office
        .ask(ISSUER, "record_initiative", "k", initiative("1"))
        .await
        .unwrap();
    assert!(!first.is_repeat && again.is_repeat);
    assert_eq!(first.events, again.events);
    let fresh = office.another_desk();
    let much_later = fresh
        .carry_out(wish(ISSUER, "record_initiative", "k", initiative("1")))
        .await;
    assert_eq!(much_later.unwrap().events, first.events);
}

#[tokio::test]
async fn a_key_with_another_body_is_refused_and_leaves_no_trace() {
    let office = Office::open().await;
    office
        .ask(ISSUER, "record_initiative", "k", initiative("1"))
        .await
        .unwrap();
    let events = office.events().await;
    let other = office
        .ask(ISSUER, "record_initiative", "k", initiative("2"))
        .await;
    assert!(matches!(other, Err(DeskError::KeyReused)), "{other:?}");
    assert_eq!(office.events().await, events);
}

#[tokio::test]
async fn a_wish_already_fulfilled_records_nothing_and_tells_versions() {
    let office = Office::open().await;
    office
        .ask(ISSUER, "record_initiative", "k-1", initiative("1"))
        .await
        .unwrap();
    let done = office
        .ask(ISSUER, "record_initiative", "k-2", initiative("1"))
        .await
        .unwrap();
    assert!(done.events.is_empty() && !done.is_repeat);
    assert!(
        done.versions
            .contains(&(StreamName::parse("fact/tu-phap/2024").unwrap(), Version(1)))
    );
}

#[tokio::test]
async fn a_refusal_is_decided_anew() {
    let office = Office::open().await;
    let plain = office
        .ask(MANAGER, "record_initiative", "k", initiative("1"))
        .await;
    assert!(matches!(plain, Err(DeskError::Refused(_))), "{plain:?}");
    assert!(
        office
            .ask(ISSUER, "record_initiative", "k", initiative("1"))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_condition_of_the_caller_is_a_condition_of_the_append() {
    let office = Office::open().await;
    let stream = StreamName::parse("fact/tu-phap/2024").unwrap();
    let expecting = |version| {
        let mut wish = wish(
            ISSUER,
            "record_initiative",
            &format!("k-{version}"),
            initiative("9"),
        );
        wish.expected = Some(Condition {
            stream: stream.clone(),
            version: Version(version),
        });
        wish
    };
    let stale = office.desk.carry_out(expecting(4)).await;
    assert!(
        matches!(
            stale,
            Err(DeskError::Stale {
                actual: Version(0),
                ..
            })
        ),
        "{stale:?}"
    );
    assert!(office.desk.carry_out(expecting(0)).await.is_ok());
}

#[tokio::test]
async fn whoever_may_not_act_is_not_told_versions_and_makes_nothing() {
    let office = Office::open().await;
    let events = office.events().await;
    let mut barred = wish(MANAGER, "record_initiative", "k", initiative("1"));
    let stream = StreamName::parse("fact/tu-phap/2024").unwrap();
    barred.expected = Some(Condition {
        stream,
        version: Version(7),
    });
    let refused = office.desk.carry_out(barred).await;
    assert!(matches!(refused, Err(DeskError::Refused(_))), "{refused:?}");
    assert_eq!(office.events().await, events);
}

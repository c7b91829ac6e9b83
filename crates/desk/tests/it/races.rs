//! Several desks at one ledger.

use std::collections::BTreeSet;

use crate::office::{ISSUER, Office, initiative, wish};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_desks_at_one_hot_stream_lose_nothing() {
    let office = Office::open().await;
    let desks = [office.desk.clone(), office.another_desk()];
    let mut tasks = tokio::task::JoinSet::new();
    for turn in 0..24 {
        let desk = desks[turn % 2].clone();
        let content = initiative(&turn.to_string());
        tasks.spawn(async move {
            desk.carry_out(wish(
                ISSUER,
                "record_initiative",
                &format!("k-{turn}"),
                content,
            ))
            .await
        });
    }
    let mut versions = BTreeSet::new();
    while let Some(done) = tasks.join_next().await {
        versions.insert(done.unwrap().unwrap().events[0].version.0);
    }
    assert_eq!(versions, (1..=24).collect::<BTreeSet<u64>>());
}

#[tokio::test]
async fn a_desk_that_remembers_an_older_state_answers_from_the_newer_one() {
    let office = Office::open().await;
    let other = office.another_desk();
    let same = |key: &str| wish(ISSUER, "record_initiative", key, initiative("1"));
    // The other desk has seen the stream empty …
    let nothing = wish(ISSUER, "record_initiative", "k-0", initiative("0"));
    other.carry_out(nothing).await.unwrap();
    office.desk.carry_out(same("k-1")).await.unwrap();
    // … and must not record the same initiative a second time.
    let done = other.carry_out(same("k-2")).await.unwrap();
    assert!(done.events.is_empty(), "{done:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_asked_many_times_at_once_is_recorded_once() {
    let office = Office::open().await;
    let before = office.events().await.len();
    let desks = [office.desk.clone(), office.another_desk()];
    let mut tasks = tokio::task::JoinSet::new();
    for turn in 0..16 {
        let desk = desks[turn % 2].clone();
        tasks.spawn(async move {
            desk.carry_out(wish(ISSUER, "record_initiative", "k", initiative("1")))
                .await
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap().unwrap();
    }
    assert_eq!(office.events().await.len(), before + 1);
}

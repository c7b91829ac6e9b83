//! What caused what.

use crate::{
    fakes::lock,
    script::{Script, draft},
};
use khen_domain::{Role, StreamKey};
use khen_eventlog::{CommandId, Position, reaction_key};
use khen_history::{Entry, Trace, Traced};

const REACTIONS: &[&str] = &["close-revoked-awards", "open-award-files"];

fn positions(entries: &[Entry]) -> Vec<u64> {
    entries.iter().map(|entry| entry.position.0).collect()
}

/// The draft's events: 1 and 2 are one append, 3 followed from 2 by itself, 4 is of the same request
/// and of nothing else, 5 is of another request.
async fn ledger() -> Script {
    let script = Script::new();
    draft(&script).await;
    script.case(
        "2024-11-08T08:00",
        Role::UnitOfficer,
        khen_domain::nomination::Event::DraftDiscarded {},
    );
    let mut events = lock(&script.events.0);
    "the establishment".clone_into(&mut events[0].correlation);
    "another".clone_into(&mut events[5].correlation);
    events[2].command = events[1].command;
    let key = reaction_key("open-award-files", events[2].id, 1);
    let data = String::from_utf8(events[3].data.clone()).expect("data is text");
    events[3].data = data.replace("unit_head", "system").into_bytes();
    events[3].command = CommandId::derive(&script.ledger, "a-system", &key);
    drop(events);
    script
}

async fn traced(script: &Script, traced: Traced) -> Vec<Trace> {
    let told = script
        .history
        .trace(&*script.events, &script.ledger, &traced, REACTIONS);
    told.await.expect("the ledger is understood")
}

#[tokio::test]
async fn an_event_is_told_with_its_append_its_effects_and_its_request() {
    let script = ledger().await;
    let told = traced(&script, Traced::Event(Position(1))).await;
    let [trace] = told.as_slice() else {
        panic!("one append is told, not {}", told.len());
    };
    assert_eq!(positions(&trace.events), [1, 2]);
    assert_eq!(positions(&trace.effects), [3]);
    assert_eq!(positions(&trace.beside), [4]);
    assert!(trace.cause.is_none());
}

#[tokio::test]
async fn a_reaction_is_told_with_the_event_it_followed_from() {
    let script = ledger().await;
    let told = traced(&script, Traced::Event(Position(3))).await;
    let (cause, reaction) = told[0].cause.clone().expect("there is a cause");
    assert_eq!(
        (cause.position, reaction.as_str()),
        (Position(2), "open-award-files")
    );
    assert!(told[0].effects.is_empty());
    assert_eq!(positions(&told[0].beside), [1, 4]);
}

#[tokio::test]
async fn a_case_is_told_append_by_append() {
    let script = ledger().await;
    let stream = StreamKey::nomination(&Script::nomination());
    let told = traced(&script, Traced::Stream(stream)).await;
    let appends: Vec<_> = told.iter().map(|trace| positions(&trace.events)).collect();
    assert_eq!(appends, [vec![1, 2], vec![3], vec![4], vec![5]]);
    assert!(
        traced(&script, Traced::Event(Position(99)))
            .await
            .is_empty()
    );
}

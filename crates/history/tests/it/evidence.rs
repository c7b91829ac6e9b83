//! What proves a case, gathered for whoever takes it home.

use std::collections::BTreeSet;

use khen_domain::StreamKey;
use khen_eventlog::Position;
use khen_history::CaseEvidence;
use khen_privacy::{SealedValue, open_with_value_key};

use crate::script::{
    Script, approved_by_council, awarded, draft, minutes_signed, review, unit_vote,
};

async fn awarded_case() -> Script {
    let script = Script::new();
    draft(&script).await;
    unit_vote(&script);
    review(&script).await;
    approved_by_council(&script);
    minutes_signed(&script);
    awarded(&script);
    script
}

async fn gathered(script: &Script, size: u64) -> Option<CaseEvidence> {
    let nomination = Script::nomination();
    let evidence = script
        .history
        .evidence(&script.ledger, &nomination, Position(size));
    evidence.await.expect("the case is understood")
}

/// What the keys open, beside their pointers.
fn opened(script: &Script, evidence: &CaseEvidence) -> Vec<(String, String)> {
    let values = evidence.values.iter().map(|value| {
        let mut holding = evidence.events.iter().map(|event| &event.record);
        let record = holding
            .find(|record| record.position == value.position)
            .expect("the event goes with its key");
        let data: serde_json::Value = serde_json::from_slice(&record.data).expect("data is JSON");
        let sealed = data.pointer(&value.pointer).expect("a value is there");
        let sealed = SealedValue::parse(sealed).expect("the value is sealed");
        let clear = open_with_value_key(&value.key, &script.ledger, &value.owner, &sealed);
        (value.pointer.clone(), clear.expect("the key opens it"))
    });
    values.collect()
}

fn words(evidence: &CaseEvidence) -> String {
    let events = evidence.events.iter();
    let told = events.map(|event| format!("{} {} {:?}", event.what, event.who, event.facts));
    told.collect::<Vec<_>>().join("\n") + &evidence.ocel.to_string() + &evidence.xes
}

#[tokio::test]
async fn evidence_is_the_whole_case_below_a_position_in_order() {
    let script = awarded_case().await;
    let whole = gathered(&script, 1_000).await.expect("there is a case");
    let positions: Vec<u64> = whole
        .events
        .iter()
        .map(|one| one.record.position.0)
        .collect();
    assert!(
        positions.is_sorted() && positions.len() > 12,
        "{positions:?}"
    );
    let half = positions[positions.len() / 2];
    let earlier = gathered(&script, half).await.expect("there is a case");
    let expected: Vec<u64> = positions
        .iter()
        .copied()
        .filter(|one| *one < half)
        .collect();
    let found: Vec<u64> = earlier
        .events
        .iter()
        .map(|one| one.record.position.0)
        .collect();
    assert_eq!(found, expected);
    assert_ne!(earlier.case.gate, whole.case.gate);
    assert!(gathered(&script, positions[0]).await.is_none());
}

#[tokio::test]
async fn every_stream_has_its_state_at_its_last_event() {
    let script = awarded_case().await;
    let evidence = gathered(&script, 1_000).await.expect("there is a case");
    let streams: BTreeSet<_> = evidence
        .events
        .iter()
        .map(|one| one.record.stream.to_string())
        .collect();
    let states: BTreeSet<_> = evidence
        .states
        .iter()
        .map(|state| state.stream.to_string())
        .collect();
    assert_eq!(states, streams);
    let subject = StreamKey::nomination(&Script::nomination());
    let state = evidence.states.iter().find(|one| one.stream == subject);
    let last = evidence
        .events
        .iter()
        .rfind(|one| one.record.stream.as_str() == subject.to_string());
    let (state, last) = state.zip(last).expect("the case is there");
    assert_eq!(state.version, last.record.version);
}

#[tokio::test]
async fn a_name_is_read_by_its_key_and_nowhere_else() {
    let script = awarded_case().await;
    let evidence = gathered(&script, 1_000).await.expect("there is a case");
    let opened = opened(&script, &evidence);
    let name = ("/event/nominee/name", "Lê Văn Giả Định");
    assert!(
        opened
            .iter()
            .any(|(at, clear)| (at.as_str(), clear.as_str()) == name),
        "{opened:?}"
    );
    let said = words(&evidence);
    for (_, clear) in &opened {
        assert!(!said.contains(clear.as_str()), "{clear}");
    }
}

#[tokio::test]
async fn whoever_is_erased_goes_with_no_key() {
    let script = awarded_case().await;
    for owner in [Script::person(), Script::case_owner()] {
        let destroyed = script.vault.destroy(&script.ledger, &owner).await;
        destroyed.expect("the office is there");
    }
    let evidence = gathered(&script, 1_000).await.expect("there is a case");
    assert!(evidence.values.is_empty());
    assert!(!evidence.events.is_empty());
}

//! States of any stream, their hashes and what differs between them.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    audits::season::recorded,
    fakes::lock,
    script::{Script, draft, moment, unit_vote},
};
use khen_codec::stream_key;
use khen_domain::StreamKey;
use khen_eventlog::{Position, Version};
use khen_history::{At, Snapshot};

async fn drafted() -> Script {
    let script = Script::new();
    draft(&script).await;
    unit_vote(&script);
    script
}

async fn seen(script: &Script, at: At) -> Option<Snapshot> {
    let stream = StreamKey::nomination(&Script::nomination());
    let found = script.history.snapshot(&script.ledger, &stream, at).await;
    found.expect("the stream is understood")
}

#[tokio::test]
async fn a_stream_is_seen_at_a_version_a_position_or_a_time() {
    let script = drafted().await;
    // Position 0 is the unit; the case follows, versions 1 to 5 at positions 1 to 5.
    let confirmed = moment("2024-11-06T10:00").timestamp();
    let at_version = seen(&script, At::Version(Version(3))).await;
    assert_eq!(at_version, seen(&script, At::Position(Position(3))).await);
    assert_eq!(at_version, seen(&script, At::Time(confirmed)).await);
    let third = at_version.expect("there is a third version");
    assert_eq!((third.version, third.position), (Version(3), Position(3)));
    let state = &third.state["nomination"]["present"];
    assert_eq!(state["gate"], "drafted");
    assert_eq!(state["is_report_confirmed"], true);
    let now = seen(&script, At::Now).await.expect("there is a case");
    assert_eq!(now.state["nomination"]["present"]["gate"], "unit_endorsed");
    assert_ne!(now.state_hash, third.state_hash);
}

#[tokio::test]
async fn what_never_was_is_not_seen() {
    let script = drafted().await;
    let before = moment("2024-11-05T08:29").timestamp();
    for at in [
        At::Version(Version::NONE),
        At::Version(Version(9)),
        At::Position(Position(0)),
        At::Time(before),
    ] {
        assert_eq!(seen(&script, at).await, None, "{at:?}");
    }
}

#[tokio::test]
async fn personal_values_stay_sealed_in_a_state() {
    let script = drafted().await;
    let now = seen(&script, At::Now).await.expect("there is a case");
    let nominee = &now.state["nomination"]["present"]["nominee"];
    assert_eq!(nominee["name"]["class"], "person_name");
    assert!(!now.state.to_string().contains("Giả Định"));
}

#[tokio::test]
async fn two_versions_differ_field_by_field() {
    let script = drafted().await;
    let stream = StreamKey::nomination(&Script::nomination());
    let between = (At::Version(Version(3)), At::Version(Version(4)));
    let told = script.history.difference(&script.ledger, &stream, between);
    let (from, to, differences) = told.await.expect("understood").expect("both are there");
    assert_eq!((from.version, to.version), (Version(3), Version(4)));
    let told: Vec<_> = differences
        .into_iter()
        .map(|one| (one.path, one.before, one.after))
        .collect();
    let at = |field: &str| format!("/nomination/present/{field}");
    let expected = vec![
        (at("gate"), Some(json!("drafted")), Some(json!("proposed"))),
        (
            at("proposed_on"),
            Some(json!(null)),
            Some(json!("2024-11-07")),
        ),
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn every_stream_of_a_season_has_a_state_that_hashes_alike_each_time() {
    let script = Script::new();
    *lock(&script.events.0) = recorded(2);
    let names: BTreeSet<_> = lock(&script.events.0)
        .iter()
        .map(|event| event.stream.clone())
        .collect();
    assert!(names.len() > 100);
    for name in names {
        let stream = stream_key(&name).expect("the kind is known");
        let see = || script.history.snapshot(&script.ledger, &stream, At::Now);
        let first = see().await.expect("there is a canonical form");
        assert_eq!(first, see().await.expect("understood"));
        assert_eq!(first.expect("there is a state").state_hash.len(), 64);
    }
}

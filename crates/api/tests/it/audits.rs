//! The ledger itself, for whoever audits.

use serde_json::{Value, json};

use crate::{
    house::{C1, I1, audited},
    talk::{Reply, ask},
};
use khen_domain::Role;

async fn asked(path: &str) -> Reply {
    let (house, token) = audited().await;
    ask(&house.public, &token, path).await
}

fn items(answer: &Value) -> &[Value] {
    answer["items"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

#[tokio::test]
async fn only_an_auditor_reads_the_ledger_itself() {
    let (house, _) = audited().await;
    let token = house.token("head.noi-vu", Role::ReviewHead).await;
    for path in [
        "/api/v1/audits".to_owned(),
        "/api/v1/audits/findings".to_owned(),
        format!("/api/v1/history/state?stream=nomination/{I1}"),
        format!("/api/v1/history/difference?stream=nomination/{I1}&from=1&to=2"),
        "/api/v1/history/trace?of=1".to_owned(),
        format!("/api/v1/nominations/{I1}/decision"),
        format!("/api/v1/nominations/{I1}/peers"),
        "/api/v1/campaigns/HQ-CCHC-2024/ocel".to_owned(),
        "/api/v1/campaigns/HQ-CCHC-2024/xes".to_owned(),
        "/api/v1/campaigns/HQ-CCHC-2024/conformance".to_owned(),
    ] {
        ask(&house.public, &token, &path)
            .await
            .problem(403, "forbidden");
    }
}

#[tokio::test]
async fn seventeen_audits_are_listed_in_both_languages() {
    let answer = asked("/api/v1/audits").await.ok(200);
    assert_eq!(items(&answer).len(), 17);
    let fourth = &items(&answer)[3];
    assert_eq!(
        (&fourth["number"], &fourth["code"]),
        (&json!(4), &json!("votes"))
    );
    assert_ne!(fourth["title_vi"], fourth["title_en"]);
    assert!(fourth["limit_vi"].is_string());
}

#[tokio::test]
async fn findings_name_their_positions_and_their_words() {
    let path = "/api/v1/audits/findings?number=13&campaign=HQ-CCHC-2024";
    let answer = asked(path).await.ok(200);
    // Nobody has sent anything yet: every unit in scope is found.
    let found = items(&answer);
    assert!(found.len() >= 5, "{answer}");
    for finding in found {
        assert_eq!(
            (&finding["audit"], &finding["weight"]),
            (&json!(13), &json!("look"))
        );
        assert_eq!(finding["positions"].as_array().map(Vec::len), Some(1));
        assert_ne!(finding["words_vi"], finding["words_en"]);
    }
    let other = asked("/api/v1/audits/findings?number=13&campaign=HQ-2025")
        .await
        .ok(200);
    assert_eq!(items(&other), [] as [Value; 0]);
    asked("/api/v1/audits/findings?campaign=b%C3%A9")
        .await
        .problem(400, "malformed");
}

#[tokio::test]
async fn a_state_is_told_at_a_version_with_its_hash() {
    let (house, token) = audited().await;
    let path = format!("/api/v1/history/state?stream=nomination/{I1}");
    let seen = async |more: &str| ask(&house.public, &token, &format!("{path}{more}")).await;
    let now = seen("").await.ok(200);
    let first = seen("&version=1").await.ok(200);
    assert_eq!(first["state"]["nomination"]["present"]["gate"], "drafted");
    assert_eq!(
        now["state"]["nomination"]["present"]["gate"],
        "unit_endorsed"
    );
    assert_ne!(first["state_hash"], now["state_hash"]);
    let same = seen(&format!("&position={}", now["position"])).await;
    assert_eq!(same.ok(200), now);
    seen("&version=1&position=1")
        .await
        .problem(400, "malformed");
    seen("&version=99").await.problem(404, "not-found");
    let dreams = "/api/v1/history/state?stream=dreams/1";
    ask(&house.public, &token, dreams)
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn two_versions_differ_by_their_fields() {
    let path = format!("/api/v1/history/difference?stream=nomination/{C1}&from=3&to=4");
    let answer = asked(&path).await.ok(200);
    let fields = answer["fields"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let gate = json!({
        "path": "/nomination/present/gate", "was_there": true, "before": "drafted",
        "is_there": true, "after": "proposed",
    });
    assert!(fields.contains(&gate), "{answer}");
}

#[tokio::test]
async fn an_event_is_traced_by_its_position_and_a_case_by_its_stream() {
    let answer = asked("/api/v1/history/trace?of=0").await.ok(200);
    assert_eq!(items(&answer).len(), 1);
    let stream = asked(&format!("/api/v1/history/trace?of=nomination/{I1}"))
        .await
        .ok(200);
    assert!(!items(&stream).is_empty());
    asked("/api/v1/history/trace")
        .await
        .problem(400, "malformed");
    asked("/api/v1/history/trace?of=999999")
        .await
        .problem(404, "not-found");
}

#[tokio::test]
async fn the_steps_of_a_case_name_their_authority() {
    let answer = asked(&format!("/api/v1/nominations/{I1}/decision"))
        .await
        .ok(200);
    let gates: Vec<_> = items(&answer)
        .iter()
        .map(|step| &step["gate_after"])
        .collect();
    assert_eq!(gates, ["drafted", "proposed", "unit_endorsed"]);
    let first = &items(&answer)[0];
    assert_eq!(first["event"]["role"], "unit_officer");
    assert!(
        first["authority"]["document"]["title"].is_string(),
        "{first}"
    );
}

#[tokio::test]
async fn a_campaign_is_told_as_logs_and_against_its_way() {
    let ocel = asked("/api/v1/campaigns/HQ-CCHC-2024/ocel").await.ok(200);
    assert!(
        ocel["events"]
            .as_array()
            .is_some_and(|events| !events.is_empty())
    );
    let xes = asked("/api/v1/campaigns/HQ-CCHC-2024/xes").await;
    assert_eq!(xes.header("content-type"), "application/xml");
    assert!(String::from_utf8_lossy(&xes.bytes).contains("<trace>"));
    let way = asked("/api/v1/campaigns/HQ-CCHC-2024/conformance")
        .await
        .ok(200);
    assert_eq!((&way["cases"], items(&way).len()), (&json!(2), 0));
}

#[tokio::test]
async fn a_bound_beyond_what_the_ledger_counts_is_refused() {
    for path in ["audits/findings", "campaigns/HQ-CCHC-2024/ocel"] {
        asked(&format!("/api/v1/{path}?to_position=9007199254740991"))
            .await
            .ok(200);
        asked(&format!("/api/v1/{path}?to_position=9007199254740992"))
            .await
            .problem(400, "malformed");
    }
}

#[tokio::test]
async fn a_case_is_held_against_those_that_reached_the_same_gate() {
    let (house, token) = audited().await;
    let path = format!("/api/v1/nominations/{C1}/peers");
    let seen = async |more: &str| ask(&house.public, &token, &format!("{path}{more}")).await;
    let answer = seen("").await.ok(200);
    assert_eq!(answer["gate"], "unit_endorsed");
    let found = items(&answer);
    let own = found.iter().find(|peer| peer["code"] == answer["code"]);
    let own = own.unwrap();
    assert_eq!(own["gate_now"], "unit_endorsed");
    // It was ranked on the day of the vote: it left for the waitlist, and came back.
    assert_eq!(own["seconds_stayed"], 0);
    let drafted = seen("?gate=drafted").await.ok(200);
    assert!(items(&drafted).len() >= found.len());
    seen("?gate=moon").await.problem(400, "malformed");
    let other = "/api/v1/nominations/HQ-CCHC-2024-0099/peers";
    ask(&house.public, &token, other)
        .await
        .problem(404, "not-found");
}

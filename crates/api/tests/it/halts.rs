//! A ledger that is not what was signed for.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;

use crate::{
    documents::PDF,
    house::{House, I1, Wanted, ledger},
    talk::{act, ask, send, with_token},
};
use khen_domain::{
    Role,
    stories_kit::{Stage, grant, system},
};
use khen_eventlog::{HaltRecord, Position, ReadOnlyRecord};

/// A house whose ledger is halted, and a token of somebody who may record and one of an auditor.
async fn halted() -> (House, String, String) {
    let auditor = grant("officer.tu-phap", Role::Auditor, "tu-phap");
    let stage = Stage::ranked().then(&system(), auditor);
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    house.halts.put(HaltRecord {
        ledger: ledger(),
        witnessed: Position(4_711),
        reason: "4711 entries were signed for, and only 7 are there".to_owned(),
        since: "2024-11-20T02:00:00.5Z".parse().unwrap(),
    });
    let issuer = house.token("chanh-thanh-tra", Role::EvidenceIssuer).await;
    let auditor = house.token("officer.tu-phap", Role::Auditor).await;
    (house, issuer, auditor)
}

#[tokio::test]
async fn a_halted_ledger_takes_no_command_and_says_since_when() {
    let (house, issuer, _) = halted().await;
    let content = json!({ "unit": "tu-phap" });
    let reply = act(&house.public, &issuer, ("record_initiative", "k"), content).await;
    let problem = reply.problem(503, "integrity-halt");
    assert_eq!(problem["type"], "/problems/integrity-halt");
    assert_eq!(problem["facts"]["since"], "2024-11-20T02:00:00.500000Z");
    assert_eq!(problem["facts"]["last_witnessed_size"], 4_711);
    for language in ["detail_vi", "detail_en"] {
        let detail = problem[language].as_str().unwrap();
        assert!(detail.contains("711"), "{detail}");
    }
}

#[tokio::test]
async fn nothing_of_a_halted_ledger_is_exported() {
    let (house, _, auditor) = halted().await;
    for path in [
        "/export/v1/ledgers",
        "/export/v1/made-up",
        "/export/v1/made-up/events?from=0",
        "/export/v1/made-up/events/3",
        "/export/v1/made-up/consumers",
        "/export/v1/made-up/consumers/so-noi-vu",
    ] {
        let reply = ask(&house.public, &auditor, path).await;
        reply.problem(503, "integrity-halt");
    }
}

#[tokio::test]
async fn no_evidence_is_given_of_a_halted_ledger() {
    let (house, _, auditor) = halted().await;
    let path = format!("/api/v1/nominations/{I1}/evidence");
    let reply = ask(&house.public, &auditor, &path).await;
    let problem = reply.problem(503, "integrity-halt");
    assert_eq!(problem["facts"]["last_witnessed_size"], 4_711);
}

#[tokio::test]
async fn a_halted_ledger_is_still_read_at_home() {
    let (house, _, auditor) = halted().await;
    let reply = ask(&house.public, &auditor, "/api/v1/nominations").await;
    assert_eq!(reply.status, StatusCode::OK);
}

/// Whoever may record and bring papers, in a house where an operator has begun a read-only time.
async fn maintained() -> (House, String, String) {
    let (house, issuer, auditor) = halted().await;
    house.halts.replace([]);
    house.halts.set_read_only(Some(ReadOnlyRecord {
        reason: "chuyển máy chủ".to_owned(),
        since: "2024-11-20T02:00:00.5Z".parse().unwrap(),
    }));
    (house, issuer, auditor)
}

#[tokio::test]
async fn in_a_read_only_time_commands_wait_and_say_since_when() {
    let (house, issuer, _) = maintained().await;
    let content = json!({ "unit": "tu-phap" });
    let reply = act(&house.public, &issuer, ("record_initiative", "k"), content).await;
    let problem = reply.problem(503, "read-only");
    let facts = json!({ "since": "2024-11-20T02:00:00.500000Z", "reason": "chuyển máy chủ" });
    assert_eq!(problem["facts"], facts);
    assert_eq!(reply.header("retry-after"), "30");
    house.halts.set_read_only(None);
    let content = json!({ "unit": "tu-phap" });
    let reply = act(&house.public, &issuer, ("record_initiative", "k"), content).await;
    assert_ne!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn in_a_read_only_time_papers_and_receipts_wait() {
    let (house, issuer, auditor) = maintained().await;
    let paper = async || {
        let request = Request::post("/api/v1/documents?owner=authority");
        let request = with_token(request, &issuer).header("Content-Type", "application/pdf");
        send(&house.public, request.body(Body::from(PDF)).unwrap()).await
    };
    let receipt = async || {
        let body = json!({ "next": 1, "root": format!("{}=", "A".repeat(43)) }).to_string();
        let request = Request::put("/export/v1/made-up/consumers/so-noi-vu/ack");
        let request = with_token(request, &auditor).header("Content-Type", "application/json");
        send(&house.public, request.body(Body::from(body)).unwrap()).await
    };
    for reply in [paper().await, receipt().await] {
        let problem = reply.problem(503, "read-only");
        assert_eq!(problem["facts"]["reason"], "chuyển máy chủ");
        assert_eq!(reply.header("retry-after"), "30");
    }
    house.halts.set_read_only(None);
    for reply in [paper().await, receipt().await] {
        assert_ne!(reply.json()["code"], "read-only");
    }
}

#[tokio::test]
async fn in_a_read_only_time_reads_and_exports_go_on() {
    let (house, _, auditor) = maintained().await;
    for path in ["/api/v1/nominations", "/export/v1/made-up/events?from=0"] {
        let reply = ask(&house.public, &auditor, path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
    }
}

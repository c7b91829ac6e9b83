//! An operator has nothing recorded for a while.

use std::fs;

use serde_json::Value;
use tokio::runtime::Runtime;

use crate::house::{House, Serving};

/// Looks that are taken until a process has seen what an operator did.
const LOOK_COUNT_MAX: usize = 10_000;

/// Status and body of an answer.
fn answered(request: reqwest::RequestBuilder) -> (u16, Value) {
    let runtime = Runtime::new().unwrap();
    runtime.block_on(async {
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let bytes = answer.bytes().await.unwrap();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    })
}

/// Files feedback, always the same.
fn command(house: &House, serving: &Serving) -> (u16, Value) {
    let token = fs::read_to_string(house.data().join("tokens/TP-CB.unit_officer")).unwrap();
    let url = format!("{}/api/v1/commands/file_feedback", serving.url);
    let content = r#"{ "content": { "feedback": "HQ-CCHC-2024/tu-phap/1", "topic": "criteria",
        "text": "Góp ý minh họa" } }"#;
    let request = crate::house::http().post(url).bearer_auth(token.trim());
    let request = request.header("Content-Type", "application/json");
    answered(request.header("Idempotency-Key", "one").body(content))
}

/// What readiness says of it, once it says this status.
fn readiness(serving: &Serving, wanted: &str) -> (u16, Value) {
    let url = format!("{}/readyz", serving.url);
    let mut looks = (0..LOOK_COUNT_MAX).map(|_| {
        let (status, answer) = answered(crate::house::http().get(&url));
        let checks = answer["checks"].as_array().cloned().unwrap_or_default();
        let found = checks
            .into_iter()
            .find(|check| check["name"] == "read_only");
        (status, found.unwrap_or_default())
    });
    let found = looks.find(|(_, check)| check["condition"] == wanted);
    found.expect("the process looks into the book")
}

#[test]
fn a_server_takes_no_command_in_a_read_only_time_and_goes_on_afterwards() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let read_only = |words: &[&str]| house.succeed(&[&["admin", "read-only"], words].concat());
    assert_eq!(read_only(&["show"]), "commands are taken\n");
    let begun = read_only(&["start", "--reason", "chuyển máy chủ"]);
    assert!(begun.starts_with("read-only since 2"), "{begun}");
    assert_eq!(read_only(&["start", "--reason", "another"]), begun);
    let (status, check) = readiness(&serving, "degraded");
    assert_eq!(status, 200, "{check}");
    assert!(
        check["detail"]
            .as_str()
            .unwrap()
            .ends_with("chuyển máy chủ")
    );
    let (status, problem) = command(&house, &serving);
    assert_eq!((status, &problem["code"]), (503, &"read-only".into()));
    assert_eq!(problem["facts"]["reason"], "chuyển máy chủ");
    let before = house.events().len();
    let token = fs::read_to_string(house.data().join("tokens/KT.auditor")).unwrap();
    let feed = format!("{}/export/v1/hon-quan/events?from=0&limit=1", serving.url);
    let feed = crate::house::http().get(feed).bearer_auth(token.trim());
    assert_eq!(answered(feed).0, 200);
    assert_eq!(house.events().len(), before);
    assert_eq!(read_only(&["stop"]), "commands are taken\n");
    readiness(&serving, "ok");
    assert_eq!(command(&house, &serving).0, 201);
}

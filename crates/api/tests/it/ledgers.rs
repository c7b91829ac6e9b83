//! One request that waits for all ledgers of a token.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;
use tokio::task::JoinSet;

use crate::{
    export::{client, open},
    house::House,
    talk::{Reply, act, ask, ask_with, send, with_token},
};
use khen_domain::Role;

const LEDGERS: &str = "/export/v1/ledgers";

/// Waits for another list than the one with this tag.
fn wait(house: &House, token: &str, tag: &str) -> impl Future<Output = Reply> + 'static {
    let request = Request::get(format!("{LEDGERS}?wait=60"));
    let request = with_token(request, token).header("If-None-Match", tag);
    let request = request.body(Body::empty()).unwrap();
    let public = house.public.clone();
    async move { send(&public, request).await }
}

async fn grow(house: &House, key: &str) {
    let officer = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let content = json!({
        "feedback": format!("HQ-CCHC-2024/tu-phap/{key}"),
        "topic": "criteria",
        "text": "Một góp ý minh họa",
    });
    let filed = act(&house.public, &officer, ("file_feedback", key), content).await;
    assert_eq!(filed.status, StatusCode::CREATED);
}

#[tokio::test]
async fn who_knows_the_list_is_told_at_once_when_a_ledger_has_grown() {
    let house = open().await;
    let token = client(&house).await;
    let known = ask(&house.public, &token, LEDGERS).await;
    assert_eq!(known.header("cache-control"), "private, no-cache");
    let waiting = tokio::spawn(wait(&house, &token, known.header("etag")));
    grow(&house, "1").await;
    let news = waiting.await.unwrap();
    let grown = news.ok(200)["ledgers"][0]["log_size"].as_u64().unwrap();
    assert!(grown > house.size);
    assert_ne!(news.header("etag"), known.header("etag"));
    // The old tag says that the reader was away: there is nothing to wait for.
    let late = format!("{LEDGERS}?wait=60");
    let tag = known.header("etag");
    let late = ask_with(&house, &token, &late, &[("if-none-match", tag)]).await;
    assert_eq!(late.ok(200), news.json());
}

#[tokio::test]
async fn who_knows_no_list_waits_for_none() {
    let house = open().await;
    let token = client(&house).await;
    let list = ask(&house.public, &token, &format!("{LEDGERS}?wait=60")).await;
    assert_eq!(list.ok(200)["ledgers"][0]["log_size"], house.size);
}

#[tokio::test]
async fn who_waits_in_vain_has_the_list_already() {
    let house = open().await;
    let token = client(&house).await;
    for coding in ["identity", "zstd"] {
        let coding = ("accept-encoding", coding);
        let known = ask_with(&house, &token, LEDGERS, &[coding]).await;
        let tag = ("if-none-match", known.header("etag"));
        for (query, prefer) in [
            ("?wait=1", "respond-async"),
            ("", "wait=1"),
            ("?wait=0", ""),
        ] {
            let path = format!("{LEDGERS}{query}");
            let headers = [coding, tag, ("prefer", prefer)];
            let reply = ask_with(&house, &token, &path, &headers).await;
            assert_eq!(reply.status, StatusCode::NOT_MODIFIED, "{query} {prefer}");
            assert_eq!(reply.header("etag"), known.header("etag"));
        }
    }
}

#[tokio::test]
async fn a_wait_for_all_ledgers_is_one_of_four() {
    let house = open().await;
    let token = client(&house).await;
    let known = ask(&house.public, &token, LEDGERS).await;
    let tag = known.header("etag");
    let mut waiting = JoinSet::new();
    for _ in 0..5 {
        waiting.spawn(wait(&house, &token, tag));
    }
    // Nothing has grown, so that only the one too many is answered.
    let first = waiting.join_next().await.unwrap().unwrap();
    first.problem(429, "rate-limited");
    grow(&house, "1").await;
    while let Some(reply) = waiting.join_next().await {
        reply.unwrap().ok(200);
    }
}

#[tokio::test]
async fn a_wait_that_is_none_is_told() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{LEDGERS}?wait=61&from=0");
    let problem = ask(&house.public, &token, &path).await;
    let problem = problem.problem(400, "invalid-parameter");
    let places = problem["errors"].as_array().unwrap().iter();
    let places: Vec<_> = places.map(|error| error["place"].clone()).collect();
    assert_eq!(places, ["wait", "from"]);
}

//! What goes wrong before any operation is asked, and in which language it is told.

use axum::{body::Body, http::Request};
use serde_json::json;

use crate::{
    house::House,
    talk::{act, ask, command, send, with_token},
};
use khen_domain::Role;

#[tokio::test]
async fn an_unknown_path_or_command_is_404() {
    let house = House::open().await;
    for path in ["/api/v1", "/api/v1/nothing", "/metrics"] {
        let problem = ask(&house.public, "", path).await.problem(404, "not-found");
        assert_eq!(problem["facts"]["addresses"], "/openapi.json");
    }
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let reply = act(&house.public, &token, ("award_everybody", "k"), json!({})).await;
    reply.problem(404, "not-found");
}

#[tokio::test]
async fn a_wrong_method_is_405_and_names_the_right_one() {
    let house = House::open().await;
    let reply = ask(&house.public, "", "/api/v1/commands/cast_ballot").await;
    reply.problem(405, "method-not-allowed");
    assert_eq!(reply.header("allow"), "POST");
}

#[tokio::test]
async fn another_content_type_is_415() {
    let house = House::open().await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let request = with_token(Request::post("/api/v1/commands/cast_ballot"), &token)
        .header("Idempotency-Key", "k")
        .header("Content-Type", "text/plain")
        .body(Body::from("{}"));
    let reply = send(&house.public, request.unwrap()).await;
    let problem = reply.problem(415, "unsupported-media-type");
    assert_eq!(problem["facts"]["accepted"], json!(["application/json"]));
    assert!(
        problem["detail_en"]
            .as_str()
            .unwrap()
            .contains("application/json")
    );
}

#[tokio::test]
async fn a_body_too_large_is_413() {
    let house = House::open().await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let body = Body::from(vec![b' '; (1 << 20) + 1]);
    let request = command(&token, "cast_ballot", "k").body(body).unwrap();
    let problem = send(&house.public, request).await.problem(413, "too-large");
    assert_eq!(problem["facts"]["max_bytes"], 1 << 20);
    assert!(
        problem["detail_en"]
            .as_str()
            .unwrap()
            .contains("1,048,576 bytes")
    );
}

#[tokio::test]
async fn the_root_says_where_to_read_on() {
    let house = House::open().await;
    let root = ask(&house.public, "", "/").await.ok(200);
    assert_eq!(root["name"], "Khen");
    for (_, link) in root["links"].as_object().unwrap() {
        ask(&house.public, "", link.as_str().unwrap()).await.ok(200);
    }
}

#[tokio::test]
async fn english_is_spoken_when_asked_for() {
    let house = House::open().await;
    let request = Request::get("/nothing").header("Accept-Language", "en-GB, vi;q=0.5");
    let reply = send(&house.public, request.body(Body::empty()).unwrap()).await;
    let problem = reply.json();
    assert_eq!(reply.header("content-language"), "en");
    assert_eq!(reply.header("vary"), "Accept-Language");
    assert_eq!(problem["title"], "Not found");
    assert_eq!(problem["detail"], problem["detail_en"]);
    assert_ne!(problem["detail"], problem["detail_vi"]);
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let house = House::open().await;
    for path in ["/nothing", "/livez", "/api/v1/me"] {
        let reply = ask(&house.public, "", path).await;
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn a_problem_reads_like_this() {
    let house = House::open().await;
    let request = Request::get("/nothing").header("X-Request-Id", "click-7");
    let reply = send(&house.public, request.body(Body::empty()).unwrap()).await;
    insta::assert_json_snapshot!(reply.json());
}

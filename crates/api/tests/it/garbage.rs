//! Bad input of every kind gets its typed problem.

use axum::{
    body::Body,
    http::{HeaderValue, Method, Request},
};

use crate::{
    house::House,
    talk::{Reply, command, send, with_token},
};
use khen_domain::Role;

async fn ask(house: &House, token: &str, method: Method, uri: &str) -> Reply {
    let request = with_token(Request::builder().method(method).uri(uri), token);
    send(&house.public, request.body(Body::empty()).unwrap()).await
}

async fn reader(house: &House) -> String {
    house.token("officer.van-phong", Role::UnitOfficer).await
}

#[tokio::test]
async fn a_query_that_cannot_be_read_is_400() {
    let house = House::open().await;
    let token = reader(&house).await;
    for query in [
        "limit=99999999999999999999",
        "limit=-1",
        "limit=1.5",
        "limit=%00",
        "limit=1&limit=2",
        "min_position=1e3",
        "nobody-knows-this=1",
        "%FF=1",
        "=",
        "after=%F0%9F%92%A9",
        "kind=%00",
    ] {
        let uri = format!("/api/v1/nominations?{query}");
        let reply = ask(&house, &token, Method::GET, &uri).await;
        reply.problem(400, "malformed");
    }
}

#[tokio::test]
async fn a_path_that_names_nothing_is_404() {
    let house = House::open().await;
    let token = reader(&house).await;
    for path in [
        "/api/v1/nominations/%00",
        "/api/v1/nominations/%FF%FE",
        "/api/v1/nominations/..%2F..%2Fsecrets",
        "/api/v1/nominations/HQ-CCHC-2024-99999999999999999999",
        "/api/v1/decisions/%E2%80%8B",
        "/api/v1/nominations/HQ-CCHC-2024-0002/documents/%00",
        "/api/v2",
    ] {
        let reply = ask(&house, &token, Method::GET, path).await;
        reply.problem(404, "not-found");
    }
}

#[tokio::test]
async fn a_method_that_is_not_taken_is_405_and_says_which_are() {
    let house = House::open().await;
    let token = reader(&house).await;
    for (method, path, allowed) in [
        (Method::DELETE, "/api/v1/nominations", "GET,HEAD"),
        (Method::GET, "/api/v1/commands/propose_nominee", "POST"),
        (Method::TRACE, "/api/v1/documents", "POST"),
        (
            Method::from_bytes(b"KHEN").unwrap(),
            "/api/v1/me",
            "GET,HEAD",
        ),
    ] {
        let reply = ask(&house, &token, method, path).await;
        reply.problem(405, "method-not-allowed");
        assert_eq!(reply.header("allow"), allowed);
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_400() {
    let house = House::open().await;
    let token = reader(&house).await;
    let deep = "[".repeat(100_000);
    let deep_object = format!("{{\"content\":{}", "{\"a\":".repeat(100_000));
    let bodies: [&[u8]; 10] = [
        b"",
        b"\xff\xfe",
        b"\0",
        b"{\"content\": {\"nomination\": \"\xff\"}}",
        b"{\"content\": {\"nomination\": \"\\ud800\"}}",
        b"{\"content\": {}} {}",
        b"{\"content\": {\"nomination\": 1e999}}",
        b"{\"content\": {}, \"content\": {}}",
        deep.as_bytes(),
        deep_object.as_bytes(),
    ];
    for (key, body) in bodies.into_iter().enumerate() {
        let request = command(&token, "propose_nominee", &format!("key-{key}"));
        let reply = send(
            &house.public,
            request.body(Body::from(body.to_vec())).unwrap(),
        )
        .await;
        reply.problem(400, "malformed");
    }
}

#[tokio::test]
async fn a_header_that_is_no_text_is_refused_as_if_it_were_wrong() {
    let house = House::open().await;
    let token = reader(&house).await;
    let garbage = || HeaderValue::from_bytes(b"\xff\xfe\x80").unwrap();
    for (header, status, code) in [
        ("Idempotency-Key", 400, "malformed"),
        ("If-Match", 400, "malformed"),
        ("Content-Type", 415, "unsupported-media-type"),
        ("Authorization", 401, "unauthenticated"),
    ] {
        let mut request = command(&token, "propose_nominee", "key")
            .body(Body::from("{\"content\":{}}"))
            .unwrap();
        request.headers_mut().insert(header, garbage());
        send(&house.public, request).await.problem(status, code);
    }
    // What nobody needs to read is no reason to refuse.
    let mut request = with_token(Request::get("/api/v1/me"), &token)
        .body(Body::empty())
        .unwrap();
    for header in ["Accept", "Accept-Language", "X-Request-Id", "Cookie"] {
        request.headers_mut().insert(header, garbage());
    }
    send(&house.public, request).await.ok(200);
}

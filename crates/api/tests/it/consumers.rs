//! Those who pull say how far they are.

use axum::{body::Body, http::Request};
use serde_json::{Value, json};

use crate::{
    house::{House, Wanted},
    sealed::seal,
    talk::{Reply, ask, ask_with, send, with_token},
};
use khen_audit::{Hash, TileBuilder};
use khen_domain::{
    Role,
    stories_kit::{Stage, grant, system},
};
use khen_eventlog::WireEvent;

const CONSUMERS: &str = "/export/v1/made-up/consumers";

/// A house with a sealed log, and a token each of a client of the export, of another and of an auditor.
async fn open() -> (House, [String; 3]) {
    let people = [
        ("officer.tai-chinh", Role::ExportClient, "tai-chinh"),
        ("officer.tu-phap", Role::ExportClient, "tu-phap"),
        ("deputy.tu-phap", Role::Auditor, "tu-phap"),
    ];
    let stage = people
        .into_iter()
        .fold(Stage::ranked(), |stage, (who, role, unit)| {
            stage.then(&system(), grant(who, role, unit))
        });
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    seal(&house, None).await;
    let mut tokens = Vec::new();
    for (who, role, _) in people {
        tokens.push(house.token(who, role).await);
    }
    (house, tokens.try_into().unwrap())
}

/// The root over the first `size` events, as somebody computes it who pulls them.
async fn root(house: &House, token: &str, size: u64) -> String {
    let lines = [("Accept", "application/x-ndjson")];
    let page = ask_with(house, token, "/export/v1/made-up/events?from=0", &lines).await;
    let mut tree = TileBuilder::new();
    let size = usize::try_from(size).unwrap();
    for line in page.bytes.split(|byte| *byte == b'\n').take(size) {
        let event = WireEvent::parse(line).unwrap();
        tree.push(khen_audit::leaf_hash(&event.leaf));
    }
    tree.head().root.to_string()
}

async fn put(
    house: &House,
    token: &str,
    (id, body): (&str, &Value),
    if_match: Option<&str>,
) -> Reply {
    let request = with_token(Request::put(format!("{CONSUMERS}/{id}/ack")), token)
        .header("Content-Type", "application/json");
    let request = if_match
        .into_iter()
        .fold(request, |one, tag| one.header("If-Match", tag));
    let body = Body::from(body.to_string());
    send(&house.public, request.body(body).unwrap()).await
}

/// Acknowledges the first `next` events as they are.
async fn ack(house: &House, token: &str, id: &str, next: u64) -> Reply {
    let root = root(house, token, next).await;
    put(
        house,
        token,
        (id, &json!({ "next": next, "root": root })),
        None,
    )
    .await
}

#[tokio::test]
async fn a_client_acknowledges_and_is_told_how_far_it_is() {
    let (house, [token, _, _]) = open().await;
    let told = ack(&house, &token, "so-noi-vu", 5).await;
    let since = told.json()["acknowledged_at"].clone();
    assert!(since.as_str().unwrap().starts_with("2024-11-20T02:00:0"));
    let size = house.size;
    let fifth = ask(&house.public, &token, "/export/v1/made-up/events/5").await;
    let expected = json!({
        "consumer": "so-noi-vu",
        "profile": "so_noi_vu_v1",
        "next": 5,
        "root": root(&house, &token, 5).await,
        "acknowledged_at": since,
        "log_size": size,
        "lag_events": size - 5,
        "behind_since": fifth.json()["recordedtime"],
    });
    assert_eq!(told.ok(200), expected);
    let view = ask(&house.public, &token, &format!("{CONSUMERS}/so-noi-vu")).await;
    assert_eq!(view.ok(200), expected);
    assert_eq!(view.header("cache-control"), "private, no-store");
    assert_eq!(view.header("etag"), told.header("etag"));
    let whole = ack(&house, &token, "so-noi-vu", size).await.ok(200);
    assert_eq!(
        (&whole["lag_events"], &whole["behind_since"]),
        (&json!(0), &Value::Null)
    );
}

#[tokio::test]
async fn the_same_acknowledgement_again_is_the_first_one() {
    let (house, [token, _, _]) = open().await;
    let first = ack(&house, &token, "a", 5).await.ok(200);
    house.clock.move_to("2024-11-20T03:00:00Z".parse().unwrap());
    assert_eq!(ack(&house, &token, "a", 5).await.ok(200), first);
    // A consumer may begin with nothing.
    let empty = ack(&house, &token, "b", 0).await.ok(200);
    assert_eq!(
        empty["root"],
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    );
}

#[tokio::test]
async fn a_whole_number_may_be_written_as_a_fraction() {
    let (house, [token, _, _]) = open().await;
    let root = root(&house, &token, 5).await;
    let body = json!({ "next": 5.0, "root": root });
    let told = put(&house, &token, ("a", &body), None).await.ok(200);
    assert_eq!(told["next"], 5);
    let body = json!({ "next": 5.5, "root": root });
    let reply = put(&house, &token, ("a", &body), None).await;
    assert_eq!(
        reply.problem(400, "malformed")["errors"][0]["place"],
        "next"
    );
}

#[tokio::test]
async fn a_root_that_is_not_ours_is_told_from_the_one_that_is() {
    let (house, [token, _, _]) = open().await;
    for size in [1, 5, 6, 7, house.size] {
        let other = root(&house, &token, size - 1).await;
        let body = json!({ "next": size, "root": other });
        let reply = put(&house, &token, ("a", &body), None).await;
        let problem = reply.problem(412, "root-mismatch");
        let ours = root(&house, &token, size).await;
        assert_eq!(problem["facts"], json!({ "next": size, "expected": ours }));
    }
    let none = ask(&house.public, &token, &format!("{CONSUMERS}/a")).await;
    none.problem(404, "not-found");
}

#[tokio::test]
async fn an_acknowledgement_neither_goes_back_nor_ahead_of_the_log() {
    let (house, [token, _, _]) = open().await;
    ack(&house, &token, "a", 5).await.ok(200);
    let lower = ack(&house, &token, "a", 4).await;
    let problem = lower.problem(409, "ack-regression");
    assert_eq!(problem["facts"]["expected"], 5);
    let beyond = house.size + 1;
    let body = json!({ "next": beyond, "root": Hash([7; 32]).to_string() });
    let ahead = put(&house, &token, ("a", &body), None).await;
    let problem = ahead.problem(409, "cursor-ahead-of-log");
    assert_eq!(
        problem["facts"],
        json!({ "position": beyond, "log_size": house.size })
    );
}

#[tokio::test]
async fn what_is_not_sealed_yet_is_acknowledged_later() {
    let (house, token) = crate::signed_pages::open().await;
    let reply = ack(&house, &token, "a", 3).await;
    let problem = reply.problem(503, "not-sealed");
    assert_eq!(problem["facts"]["sealed_size"], 0);
    assert_eq!(reply.header("retry-after"), "5");
    seal(&house, None).await;
    ack(&house, &token, "a", 3).await.ok(200);
}

#[tokio::test]
async fn a_consumer_is_moved_from_where_it_was_seen() {
    let (house, [token, _, _]) = open().await;
    let [five, six] = [5, 6].map(|size| root(&house, &token, size));
    let (five, six) = (
        json!({ "next": 5, "root": five.await }),
        json!({ "next": 6, "root": six.await }),
    );
    let early = put(&house, &token, ("a", &five), Some("*")).await;
    early.problem(412, "consumer-moved");
    let first = put(&house, &token, ("a", &five), None).await;
    let tag = first.header("etag").to_owned();
    for other in ["\"4-0000000000000000\"", &format!("W/{tag}"), "5", ""] {
        let reply = put(&house, &token, ("a", &six), Some(other)).await;
        reply.problem(412, "consumer-moved");
    }
    let listed = format!("\"4-0000000000000000\", {tag}");
    put(&house, &token, ("a", &six), Some(&listed))
        .await
        .ok(200);
    // The answer was lost, and the same is sent once more.
    let again = put(&house, &token, ("a", &six), Some(&tag)).await;
    assert_eq!(again.ok(200)["next"], 6);
}

#[tokio::test]
async fn a_consumer_is_its_clients_and_an_auditor_sees_all() {
    let (house, [token, other, auditor]) = open().await;
    ack(&house, &token, "so-noi-vu", 5).await.ok(200);
    ack(&house, &auditor, "thanh-tra", 6).await.ok(200);
    ack(&house, &other, "so-noi-vu", 6)
        .await
        .problem(403, "foreign-consumer");
    let one = format!("{CONSUMERS}/so-noi-vu");
    let reply = ask(&house.public, &other, &one).await;
    reply.problem(403, "foreign-consumer");
    assert_eq!(ask(&house.public, &auditor, &one).await.ok(200)["next"], 5);
    // Seeing is not moving.
    ack(&house, &auditor, "so-noi-vu", 6)
        .await
        .problem(403, "foreign-consumer");
    for (token, seen) in [
        (&token, json!(["so-noi-vu"])),
        (&other, json!([])),
        (&auditor, json!(["so-noi-vu", "thanh-tra"])),
    ] {
        let list = ask(&house.public, token, CONSUMERS).await.ok(200);
        let names = list["consumers"].as_array().unwrap().iter();
        let names: Vec<_> = names.map(|one| one["consumer"].clone()).collect();
        assert_eq!(Value::from(names), seen);
    }
}

#[tokio::test]
async fn a_client_makes_some_consumers_and_no_more() {
    let (house, [token, _, _]) = open().await;
    for number in 0..16 {
        ack(&house, &token, &format!("ban-sao-{number}"), 1)
            .await
            .ok(200);
    }
    let reply = ack(&house, &token, "ban-sao-16", 1).await;
    let problem = reply.problem(409, "too-many-consumers");
    assert_eq!(problem["facts"]["max"], 16);
}

#[tokio::test]
async fn what_does_not_read_as_an_acknowledgement_is_refused() {
    let (house, [token, _, _]) = open().await;
    let root = Hash([7; 32]).to_string();
    for (id, body, code, place) in [
        (
            "A",
            json!({ "next": 1, "root": root }),
            "invalid-parameter",
            "id",
        ),
        (
            "a",
            json!({ "next": 1, "root": "AAAA" }),
            "invalid-parameter",
            "root",
        ),
        (
            "a",
            json!({ "next": 1, "root": root.replace('=', "") }),
            "invalid-parameter",
            "root",
        ),
        (
            "a",
            json!({ "next": -1, "root": root }),
            "malformed",
            "next",
        ),
        (
            "a",
            json!({ "next": 1_u64 << 53, "root": root }),
            "malformed",
            "next",
        ),
        ("a", json!({ "next": 1 }), "malformed", "root"),
        (
            "a",
            json!({ "next": 1, "root": root, "at": 1 }),
            "malformed",
            "at",
        ),
        ("a", json!([1, root]), "malformed", "body"),
    ] {
        let problem = put(&house, &token, (id, &body), None)
            .await
            .problem(400, code);
        assert_eq!(problem["errors"][0]["place"], place, "{problem}");
    }
    let body = json!({ "next": 1, "root": root });
    let request = Request::put(format!("{CONSUMERS}/a/ack"));
    let text = with_token(request, &token).body(Body::from(body.to_string()));
    let reply = send(&house.public, text.unwrap()).await;
    reply.problem(415, "unsupported-media-type");
}

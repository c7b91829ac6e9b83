//! Who pulls what, page by page.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};

use crate::{
    house::{C1, House, I1, Wanted},
    talk::{Reply, act, ask, ask_with, send, with_token},
};
use khen_api::Allowance;
use khen_domain::{
    Role,
    stories_kit::{Stage, grant, system},
};
use khen_eventlog::{WireEvent, WirePayload};
use khen_export::{Coding, repr_digest};

const EVENTS: &str = "/export/v1/made-up/events";

pub(crate) async fn open_with(allowance: Allowance) -> House {
    let stage = Stage::ranked()
        .then(
            &system(),
            grant("officer.tu-phap", Role::Auditor, "tu-phap"),
        )
        .then(
            &system(),
            grant("officer.tai-chinh", Role::ExportClient, "tai-chinh"),
        );
    House::with(Wanted {
        stage,
        allowance,
        ..Wanted::default()
    })
    .await
}

pub(crate) async fn open() -> House {
    open_with(Allowance::default()).await
}

pub(crate) async fn client(house: &House) -> String {
    house.token("officer.tai-chinh", Role::ExportClient).await
}

pub(crate) async fn auditor(house: &House) -> String {
    house.token("officer.tu-phap", Role::Auditor).await
}

async fn lines(house: &House, token: &str, query: &str) -> Reply {
    let path = format!("{EVENTS}?{query}");
    ask_with(house, token, &path, &[("accept", "application/x-ndjson")]).await
}

fn events(reply: &Reply) -> Vec<WireEvent> {
    assert_eq!(
        reply.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&reply.bytes)
    );
    let lines = reply.bytes.split_inclusive(|byte| *byte == b'\n');
    lines.map(|line| WireEvent::parse(line).unwrap()).collect()
}

#[tokio::test]
async fn a_client_reads_the_whole_ledger_page_by_page() {
    let house = open().await;
    let token = client(&house).await;
    let (mut next, mut told) = (0, Vec::new());
    while next < house.size {
        let page = lines(&house, &token, &format!("from={next}&limit=7")).await;
        told.extend(events(&page).iter().map(|event| event.position.0));
        assert_eq!(page.header("khen-log-size"), house.size.to_string());
        next = page.header("khen-next").parse().unwrap();
        let following = format!(
            "<{EVENTS}?from={next}&limit=7>; rel=\"next\", \
             </log/made-up/checkpoint>; rel=\"describedby\", \
             </export/v1/made-up/segments>; rel=\"archives\""
        );
        assert_eq!(page.header("link"), following);
        let is_last = next == house.size;
        let kept = if is_last {
            "private, no-cache"
        } else {
            "private, max-age=31536000, immutable"
        };
        assert_eq!(page.header("cache-control"), kept);
    }
    assert_eq!(told, (0..house.size).collect::<Vec<_>>());
    let empty = ask(&house.public, &token, &format!("{EVENTS}?from={next}")).await;
    assert_eq!(empty.ok(200), json!([]));
    assert_eq!(empty.header("khen-next"), next.to_string());
    assert_eq!(
        empty.header("content-type"),
        "application/cloudevents-batch+json; charset=utf-8"
    );
}

#[tokio::test]
async fn an_auditor_sees_payloads_that_so_noi_vu_does_not() {
    let house = open().await;
    let seen = async |token: String| {
        let page = lines(&house, &token, "from=0&limit=5000").await;
        let whole = |event: &&WireEvent| matches!(event.payload, WirePayload::Whole(_));
        let events = events(&page);
        (events.iter().filter(whole).count(), events)
    };
    let (to_auditor, all) = seen(auditor(&house).await).await;
    assert_eq!(to_auditor as u64, house.size);
    let (to_client, same) = seen(client(&house).await).await;
    assert!(0 < to_client && to_client < to_auditor);
    for (one, other) in all.iter().zip(&same) {
        assert_eq!(one.leaf, other.leaf, "the leaf is everybody's");
        let is_of_org = one.stream.kind() == "org";
        assert!(!is_of_org || other.payload == WirePayload::Withheld);
    }
}

#[tokio::test]
async fn nobody_else_is_let_in_and_no_other_ledger_is_told_of() {
    let house = open().await;
    let officer = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let client = client(&house).await;
    for path in [
        "ledgers",
        "made-up",
        "made-up/events?from=0",
        "made-up/events/0",
    ] {
        let path = format!("/export/v1/{path}");
        ask(&house.public, "", &path)
            .await
            .problem(401, "unauthenticated");
        ask(&house.public, &officer, &path)
            .await
            .problem(403, "forbidden");
        let other = path.replace("made-up", "elsewhere");
        if other != path {
            ask(&house.public, &client, &other)
                .await
                .problem(404, "not-found");
        }
    }
    ask(&house.public, &client, "/api/v1/nominations")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_position_beyond_the_end_is_409_and_says_how_far_it_goes() {
    let house = open().await;
    let path = format!("{EVENTS}?from={}", house.size + 1);
    let problem = ask(&house.public, &client(&house).await, &path).await;
    let problem = problem.problem(409, "cursor-ahead-of-log");
    assert_eq!(
        problem["facts"],
        json!({ "position": house.size + 1, "log_size": house.size })
    );
}

#[tokio::test]
async fn parameters_that_do_not_parse_are_named_one_by_one() {
    let house = open().await;
    let token = client(&house).await;
    let reply = ask(
        &house.public,
        &token,
        &format!("{EVENTS}?limit=9000&wait=x&type=*&of=1"),
    )
    .await;
    let problem = reply.problem(400, "invalid-parameter");
    let places = problem["errors"].as_array().unwrap().iter();
    let places: Vec<_> = places
        .map(|error| error["place"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["limit", "wait", "type", "of", "from"]);
}

#[tokio::test]
async fn a_unit_is_followed_through_the_streams_that_are_its_own() {
    let house = open().await;
    let (client, auditor) = (client(&house).await, auditor(&house).await);
    let streams = async |token: &str, unit: &str| {
        let page = lines(&house, token, &format!("from=0&limit=5000&unit={unit}")).await;
        assert_eq!(page.header("khen-next"), house.size.to_string());
        let link = page.header("link");
        assert!(
            link.contains(&format!("&unit={}", unit.replace('-', "%2D"))),
            "{link}"
        );
        let events = events(&page);
        let names = events.iter().map(|event| event.stream.to_string());
        names.collect::<BTreeSet<_>>()
    };
    let told = streams(&client, "tai-chinh").await;
    assert!(told.contains(&format!("nomination/{C1}")), "{told:?}");
    assert!(!told.contains(&format!("nomination/{I1}")), "{told:?}");
    assert!(told.contains("org/unit/tai-chinh"), "{told:?}");
    let is_of_a_person = |stream: &&String| stream.starts_with("org/person/");
    assert_eq!(
        told.iter().filter(is_of_a_person).count(),
        0,
        "whose people they are is withheld"
    );
    let all = streams(&auditor, "tai-chinh").await;
    assert!(all.is_superset(&told));
    assert!(all.iter().filter(is_of_a_person).count() > 0);
    assert_eq!(streams(&client, "nowhere").await.len(), 0);
}

#[tokio::test]
async fn a_form_that_is_not_given_is_406() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{EVENTS}?from=0");
    let reply = ask_with(&house, &token, &path, &[("accept", "text/html")]).await;
    let problem = reply.problem(406, "not-acceptable");
    let available = ["application/cloudevents-batch+json", "application/x-ndjson"];
    assert_eq!(problem["facts"]["available"], json!(available));
}

#[tokio::test]
async fn what_is_compressed_has_a_digest_and_a_tag_of_its_own() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{EVENTS}?from=0&limit=20");
    let plain = ask(&house.public, &token, &path).await;
    assert_eq!(plain.header("repr-digest"), repr_digest(&plain.bytes));
    let mut tags = vec![plain.header("etag").to_owned()];
    for coding in [Coding::Gzip, Coding::Zstd] {
        let name = coding.content_encoding().unwrap();
        let coded = ask_with(&house, &token, &path, &[("accept-encoding", name)]).await;
        assert_eq!(coded.header("content-encoding"), name);
        assert_eq!(coded.header("repr-digest"), repr_digest(&coded.bytes));
        tags.push(coded.header("etag").to_owned());
        assert!(coded.bytes.len() < plain.bytes.len() / 2);
        assert_eq!(
            coding.decode(coded.bytes, plain.bytes.len()).unwrap(),
            plain.bytes
        );
    }
    tags.dedup();
    assert_eq!(tags.len(), 3);
}

#[tokio::test]
async fn what_the_reader_has_already_is_304() {
    let house = open().await;
    let token = client(&house).await;
    for path in [
        "events?from=0&limit=3",
        "events/3",
        "schemas/nomination.awarded/v1",
        "asyncapi.yaml",
        "",
    ] {
        let path = format!("/export/v1/made-up/{path}");
        let path = path.trim_end_matches('/');
        let first = ask(&house.public, &token, path).await;
        let tag = first.header("etag").to_owned();
        assert!(
            tag.starts_with('"') && first.status == StatusCode::OK,
            "{path}"
        );
        let again = ask_with(&house, &token, path, &[("if-none-match", &tag)]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
        assert!(again.bytes.is_empty());
        assert_eq!(again.header("khen-next"), first.header("khen-next"));
    }
}

#[tokio::test]
async fn head_says_the_same_without_the_events() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{EVENTS}?from=0&limit=3");
    let whole = ask(&house.public, &token, &path).await;
    let head = with_token(Request::head(&path), &token)
        .body(Body::empty())
        .unwrap();
    let head = send(&house.public, head).await;
    assert!(head.bytes.is_empty());
    for name in [
        "khen-next",
        "khen-log-size",
        "etag",
        "repr-digest",
        "content-length",
    ] {
        assert_eq!(head.header(name), whole.header(name), "{name}");
    }
}

#[tokio::test]
async fn one_event_is_as_it_stands_in_its_page() {
    let house = open().await;
    let token = auditor(&house).await;
    let alone = ask(&house.public, &token, &format!("{EVENTS}/2")).await;
    assert_eq!(
        alone.header("content-type"),
        "application/cloudevents+json; charset=utf-8"
    );
    let page = ask(&house.public, &token, &format!("{EVENTS}?from=2&limit=1")).await;
    assert_eq!(json!([alone.ok(200)]), page.ok(200));
    for nowhere in [house.size.to_string(), "-1".to_owned(), "first".to_owned()] {
        let reply = ask(&house.public, &token, &format!("{EVENTS}/{nowhere}")).await;
        reply.problem(404, "not-found");
    }
}

#[tokio::test]
async fn the_service_document_leads_everywhere() {
    let house = open().await;
    let token = client(&house).await;
    let ledgers = ask(&house.public, &token, "/export/v1/ledgers")
        .await
        .ok(200);
    let ledger = &ledgers["ledgers"][0];
    assert_eq!(
        (&ledger["ledger"], &ledger["log_size"]),
        (&json!("made-up"), &json!(house.size))
    );
    let service = ask(&house.public, &token, ledger["link"].as_str().unwrap())
        .await
        .ok(200);
    assert_eq!(service["profile"], "so_noi_vu_v1");
    let first = service["links"]["events"].as_str().unwrap();
    let events = ask(&house.public, &token, first).await.ok(200);
    let types = service["types"].as_array().unwrap();
    for event in events.as_array().unwrap() {
        let listed = types
            .iter()
            .find(|one| one["type"] == event["type"])
            .unwrap();
        assert_eq!(listed["is_shown"], event.get("data").is_some(), "{event}");
        let schema = listed["schema"].as_str().unwrap();
        assert!(event["dataschema"].as_str().unwrap().ends_with(schema));
    }
    let schema = types[0]["schema"].as_str().unwrap();
    let reply = ask(&house.public, &token, schema).await;
    assert_eq!(reply.ok(200)["title"], types[0]["type"]);
    assert_eq!(reply.header("content-type"), "application/schema+json");
    for unknown in [
        "nomination.awarded/v9",
        "nomination.unheard_of/v1",
        "nomination/1",
    ] {
        let path = format!("/export/v1/made-up/schemas/{unknown}");
        ask(&house.public, &token, &path)
            .await
            .problem(404, "not-found");
    }
}

#[tokio::test]
async fn who_waits_is_told_at_once_when_something_happens() {
    let house = open().await;
    let token = client(&house).await;
    let waiting = {
        let (public, token) = (house.public.clone(), token.clone());
        let path = format!("{EVENTS}?from={}&wait=60", house.size);
        tokio::spawn(async move { ask(&public, &token, &path).await })
    };
    let officer = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let content = json!({
        "feedback": "HQ-CCHC-2024/tu-phap/1",
        "topic": "criteria",
        "text": "Một góp ý minh họa",
    });
    let filed = act(&house.public, &officer, ("file_feedback", "k-1"), content).await;
    assert_eq!(
        filed.status,
        StatusCode::CREATED,
        "{}",
        String::from_utf8_lossy(&filed.bytes)
    );
    let news = waiting.await.unwrap();
    let Value::Array(news) = news.ok(200) else {
        panic!("a batch is an array")
    };
    assert!(!news.is_empty());
}

#[tokio::test]
async fn who_waits_in_vain_gets_an_empty_page() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{EVENTS}?from={}", house.size);
    for (query, prefer) in [
        ("&wait=1", "respond-async"),
        ("", "wait=1"),
        ("&wait=0", "wait=60"),
    ] {
        let path = format!("{path}{query}");
        let reply = ask_with(&house, &token, &path, &[("prefer", prefer)]).await;
        assert_eq!(reply.ok(200), json!([]));
        assert_eq!(reply.header("khen-next"), house.size.to_string());
    }
}

#[tokio::test]
async fn a_client_pulls_so_often_and_no_more() {
    let house = open_with(Allowance {
        exports_per_minute: 2,
        ..Allowance::default()
    })
    .await;
    let token = client(&house).await;
    let path = format!("{EVENTS}?from=0");
    // A minute may begin in between, once.
    let mut replies = Vec::new();
    while replies.len() < 5 {
        replies.push(ask(&house.public, &token, &path).await);
    }
    let refused = replies
        .iter()
        .find(|reply| !reply.status.is_success())
        .unwrap();
    let problem = refused.problem(429, "rate-limited");
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!(seconds <= 60);
    assert_eq!(problem["facts"]["retry_after"], seconds);
    assert_eq!(refused.header("ratelimit-policy"), "\"export\";q=2;w=60");
    let left = refused.header("ratelimit");
    assert_eq!(left, format!("\"export\";r=0;t={seconds}"));
    let allowed = replies[0].header("ratelimit");
    assert!(allowed.starts_with("\"export\";r=1;t="), "{allowed}");
    ask(&house.public, &token, "/api/v1/me").await.ok(200);
}

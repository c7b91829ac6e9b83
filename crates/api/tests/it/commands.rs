//! One test per outcome of a command.

use axum::{body::Body, http::Request};
use serde_json::{Value, json};

use crate::{
    broken,
    house::{C1, House, Wanted},
    seed::NAME,
    talk::{Reply, act, ask, command, send, with_token},
};
use khen_domain::{Role, stories_kit::nomination};

fn initiative(number: &str) -> Value {
    json!({
        "unit": "tu-phap",
        "year": 2024,
        "number": number,
        "date": "2024-10-15",
        "recognised_by": "Hội đồng sáng kiến",
    })
}

async fn issuer(house: &House) -> String {
    house.token("chanh-thanh-tra", Role::EvidenceIssuer).await
}

async fn officer(house: &House) -> String {
    house.token("officer.tan-khai", Role::UnitOfficer).await
}

/// Sends an initiative with these headers and this body.
async fn raw(house: &House, headers: &[(&str, &str)], body: impl Into<Body>) -> Reply {
    let token = issuer(house).await;
    let request = with_token(Request::post("/api/v1/commands/record_initiative"), &token);
    let request = headers
        .iter()
        .fold(request, |one, (name, value)| one.header(*name, *value));
    send(&house.public, request.body(body.into()).unwrap()).await
}

const JSON: (&str, &str) = ("Content-Type", "application/json");
const KEY: (&str, &str) = ("Idempotency-Key", "k");

fn body(content: &Value) -> String {
    json!({ "content": content }).to_string()
}

#[tokio::test]
async fn a_recorded_command_answers_201_and_says_where() {
    let house = House::open().await;
    let token = issuer(&house).await;
    let reply = act(
        &house.public,
        &token,
        ("record_initiative", "k"),
        initiative("1"),
    )
    .await;
    let answer = reply.ok(201);
    assert_eq!(answer["is_repeat"], false);
    assert_eq!(answer["events"][0]["stream"], "fact/tu-phap/2024");
    assert_eq!(
        answer["events"][0]["type"],
        "vn.khen.fact.initiative_recorded.v1"
    );
    assert_eq!(answer["events"][0]["position"], house.size);
    let last = answer["events"].as_array().unwrap().len() as u64 + house.size;
    assert_eq!(answer["min_position"], last);
    assert_eq!(answer["command_id"].as_str().unwrap().len(), 32);
}

#[tokio::test]
async fn a_repeated_command_answers_200_with_the_first_result() {
    let house = House::open().await;
    let token = issuer(&house).await;
    let first = act(
        &house.public,
        &token,
        ("record_initiative", "k"),
        initiative("1"),
    )
    .await;
    let again = act(
        &house.public,
        &token,
        ("record_initiative", "k"),
        initiative("1"),
    )
    .await;
    let (first, again) = (first.ok(201), again.ok(200));
    assert_eq!(again["is_repeat"], true);
    assert_eq!(again["events"], first["events"]);
}

#[tokio::test]
async fn a_wish_already_fulfilled_answers_200_without_events() {
    let house = House::open().await;
    let token = issuer(&house).await;
    act(
        &house.public,
        &token,
        ("record_initiative", "k-1"),
        initiative("1"),
    )
    .await
    .ok(201);
    let reply = act(
        &house.public,
        &token,
        ("record_initiative", "k-2"),
        initiative("1"),
    )
    .await;
    let answer = reply.ok(200);
    assert_eq!(
        (&answer["is_repeat"], &answer["events"]),
        (&json!(false), &json!([]))
    );
    assert!(!answer["versions"].as_array().unwrap().is_empty());
    assert!(answer.get("min_position").is_none());
}

#[tokio::test]
async fn a_drafted_nomination_is_named_and_its_clear_name_is_not_echoed() {
    let house = House::open().await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let content = json!({
        "campaign": "HQ-CCHC-2024",
        "unit": "tu-phap",
        "candidate": {
            "kind": "individual", "person": "nominee.tu-phap", "name": NAME, "title": "Chuyên viên",
        },
    });
    let reply = act(&house.public, &token, ("draft_nomination", "k"), content).await;
    let answer = reply.ok(201);
    let stream = "nomination/HQ-CCHC-2024-0003";
    let code = nomination(3).code();
    for entries in ["events", "versions"] {
        let mut entries = answer[entries].as_array().unwrap().iter();
        let drafted = entries.clone().find(|one| one["stream"] == stream);
        assert_eq!(drafted.unwrap()["code"], code.as_str());
        let is_coded = |one: &Value| one.get("code").is_some();
        assert!(entries.all(|one| is_coded(one) == (one["stream"] == stream)));
    }
    assert!(!answer.to_string().contains(NAME));
}

#[tokio::test]
async fn a_request_without_a_key_is_400() {
    let house = House::open().await;
    raw(&house, &[JSON], body(&initiative("1")))
        .await
        .problem(400, "no-key");
    let empty = [JSON, ("Idempotency-Key", "")];
    raw(&house, &empty, body(&initiative("1")))
        .await
        .problem(400, "no-key");
}

#[tokio::test]
async fn a_request_that_cannot_be_read_is_400_and_says_where() {
    let house = House::open().await;
    let initiative = initiative("1");
    for (wrong, place) in [
        ("{".to_owned(), "body"),
        (json!([initiative]).to_string(), "body"),
        (json!({}).to_string(), "content"),
        (json!({ "content": [] }).to_string(), "content"),
        (
            json!({ "content": initiative, "role": "chairman" }).to_string(),
            "role",
        ),
        (
            json!({ "content": initiative, "occurred_at": "noon" }).to_string(),
            "occurred_at",
        ),
        (
            json!({ "content": initiative, "backdating_reason": "bận việc" }).to_string(),
            "backdating_reason",
        ),
    ] {
        let problem = raw(&house, &[JSON, KEY], wrong)
            .await
            .problem(400, "malformed");
        assert_eq!(problem["errors"][0]["place"], place);
    }
    let long = "k".repeat(201);
    let problem = raw(
        &house,
        &[JSON, ("Idempotency-Key", &long)],
        body(&initiative),
    )
    .await;
    assert_eq!(
        problem.problem(400, "malformed")["errors"][0]["place"],
        "Idempotency-Key"
    );
    let tag = raw(&house, &[JSON, KEY, ("If-Match", "*")], body(&initiative)).await;
    assert_eq!(
        tag.problem(400, "malformed")["errors"][0]["place"],
        "If-Match"
    );
}

/// What is wrong with a draft whose content has `member`.
async fn draft_with(house: &House, member: &str, value: Value) -> Value {
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let mut content = json!({
        "campaign": "HQ-CCHC-2024",
        "unit": "tu-phap",
        "candidate": { "kind": "collective" },
    });
    content[member] = value;
    let reply = act(&house.public, &token, ("draft_nomination", "k"), content).await;
    reply.problem(400, "malformed")["errors"][0].clone()
}

#[tokio::test]
async fn a_content_that_cannot_be_read_names_the_member() {
    let house = House::open().await;
    for (member, value, place) in [
        ("campaign", json!(7), "content.campaign"),
        ("campaign", json!("không có"), "content.campaign"),
        ("colour", json!("red"), "content.colour"),
        (
            "candidate",
            json!({ "kind": "team" }),
            "content.candidate.kind",
        ),
        ("candidate", json!(7), "content.candidate"),
    ] {
        let error = draft_with(&house, member, value).await;
        assert_eq!(error["place"], place);
        let detail = error["detail"].as_str().unwrap();
        for ours in ["Candidate", "DraftNomination", "struct", "enum"] {
            assert!(!detail.contains(ours), "{detail}");
        }
    }
    let token = officer(&house).await;
    let missing = json!({ "campaign": "HQ-CCHC-2024" });
    let reply = act(&house.public, &token, ("draft_nomination", "k"), missing).await;
    let problem = reply.problem(400, "malformed");
    assert_eq!(problem["errors"][0]["place"], "content.unit");
}

#[tokio::test]
async fn a_command_takes_no_query_parameters() {
    let house = House::open().await;
    let token = issuer(&house).await;
    let request = command(&token, "record_initiative?dry_run=true", "k");
    let request = request.body(Body::from(body(&initiative("1")))).unwrap();
    let problem = send(&house.public, request).await.problem(400, "malformed");
    assert_eq!(problem["errors"][0]["place"], "query");
}

#[tokio::test]
async fn whoever_may_not_is_403_with_the_facts() {
    let house = House::open().await;
    let token = officer(&house).await;
    let reply = act(
        &house.public,
        &token,
        ("record_initiative", "k"),
        initiative("1"),
    )
    .await;
    let problem = reply.problem(403, "role_not_allowed");
    assert_eq!(problem["facts"]["role"], "unit_officer");
    assert!(problem["facts"].get("code").is_none());
    for remedy in ["remedy", "remedy_vi", "remedy_en"] {
        assert!(
            problem[remedy]
                .as_str()
                .is_some_and(|text| !text.is_empty()),
            "{remedy}"
        );
    }
}

#[tokio::test]
async fn a_case_of_another_unit_is_as_absent_as_one_that_is_not() {
    let house = House::open().await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let mut told = Vec::new();
    for case in [C1, "HQ-CCHC-2024-0099"] {
        let content = json!({ "nomination": case, "declares_no_discipline": true });
        let reply = act(&house.public, &token, ("propose_nominee", case), content).await;
        let mut problem = reply.problem(404, "not-found");
        problem["trace_id"].take();
        told.push(problem);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn a_unit_that_the_command_names_is_told_to_be_another() {
    let house = House::open().await;
    let token = officer(&house).await;
    let content = json!({
        "campaign": "HQ-CCHC-2024", "unit": "tu-phap", "candidate": { "kind": "collective" },
    });
    let reply = act(&house.public, &token, ("draft_nomination", "k"), content).await;
    let problem = reply.problem(403, "other_unit");
    assert_eq!(problem["facts"]["unit"], "tu-phap");
}

#[tokio::test]
async fn a_refusal_is_422_with_the_facts() {
    let house = House::open().await;
    let token = issuer(&house).await;
    let body = json!({ "content": initiative("1"), "occurred_at": "2024-11-25T00:00:00Z" });
    let request = command(&token, "record_initiative", "k").body(Body::from(body.to_string()));
    let problem = send(&house.public, request.unwrap())
        .await
        .problem(422, "occurred_later");
    assert_eq!(
        problem["facts"]["occurred_at"],
        "2024-11-25T00:00:00.000000Z"
    );
}

#[tokio::test]
async fn a_key_with_another_body_is_422() {
    let house = House::open().await;
    let token = issuer(&house).await;
    act(
        &house.public,
        &token,
        ("record_initiative", "k"),
        initiative("1"),
    )
    .await
    .ok(201);
    let reply = act(
        &house.public,
        &token,
        ("record_initiative", "k"),
        initiative("2"),
    )
    .await;
    reply.problem(422, "key-reused");
}

#[tokio::test]
async fn an_unknown_document_or_person_is_422() {
    let house = House::open().await;
    let token = house.token("officer.tai-chinh", Role::UnitOfficer).await;
    let document = json!({
        "sha256": "ab".repeat(32), "media_type": "application/pdf", "size": 9,
        "kind": "achievement_report",
    });
    let content = json!({ "nomination": C1, "document": document });
    let reply = act(&house.public, &token, ("attach_report", "k"), content).await;
    let problem = reply.problem(422, "unknown-document");
    assert_eq!(problem["facts"]["sha256"], "ab".repeat(32));

    let token = officer(&house).await;
    let candidate = json!({ "kind": "individual", "person": "p-no", "name": NAME, "title": "" });
    let content = json!({ "campaign": "HQ-CCHC-2024", "unit": "tan-khai", "candidate": candidate });
    let reply = act(&house.public, &token, ("draft_nomination", "k"), content).await;
    assert_eq!(
        reply.problem(422, "unknown-person")["facts"]["person"],
        "p-no"
    );
}

#[tokio::test]
async fn a_version_that_moved_is_412() {
    let house = House::open().await;
    let stale = ("If-Match", "\"fact/tu-phap/2024@7\"");
    let reply = raw(&house, &[JSON, KEY, stale], body(&initiative("1"))).await;
    let problem = reply.problem(412, "stale");
    assert_eq!(
        (&problem["facts"]["expected"], &problem["facts"]["actual"]),
        (&json!(7), &json!(1))
    );
    let fresh = ("If-Match", "\"fact/tu-phap/2024@1\"");
    raw(&house, &[JSON, KEY, fresh], body(&initiative("1")))
        .await
        .ok(201);
}

#[tokio::test]
async fn losing_every_race_is_409() {
    let wanted = Wanted {
        between: broken::overtaken,
        ..Wanted::default()
    };
    let house = House::with(wanted).await;
    let reply = raw(&house, &[JSON, KEY], body(&initiative("1"))).await;
    reply.problem(409, "conflict");
}

#[tokio::test]
async fn a_store_out_of_reach_is_503_without_the_cause() {
    let wanted = Wanted {
        between: broken::unreachable,
        ..Wanted::default()
    };
    let house = House::with(wanted).await;
    let reply = raw(&house, &[JSON, KEY], body(&initiative("1"))).await;
    reply.problem(503, "unavailable");
    assert_eq!(reply.header("retry-after"), "5");
    assert!(!String::from_utf8_lossy(&reply.bytes).contains("disk"));
}

#[tokio::test]
async fn a_defect_is_500_without_the_cause() {
    let wanted = Wanted {
        between: broken::defective,
        ..Wanted::default()
    };
    let house = House::with(wanted).await;
    let reply = raw(&house, &[JSON, KEY], body(&initiative("1"))).await;
    reply.problem(500, "internal");
    assert!(!String::from_utf8_lossy(&reply.bytes).contains("secret"));
}

#[tokio::test]
async fn the_request_id_is_the_correlation_of_the_events() {
    let house = House::open().await;
    let id = ("X-Request-Id", "click-7");
    let reply = raw(&house, &[JSON, KEY, id], body(&initiative("1"))).await;
    assert_eq!(reply.header("x-request-id"), "click-7");
    let reply = raw(
        &house,
        &[JSON, KEY, ("X-Request-Id", "a b")],
        body(&initiative("1")),
    )
    .await;
    assert_ne!(reply.header("x-request-id"), "a b");
    assert!(
        ask(&house.public, "", "/livez")
            .await
            .header("x-request-id")
            .len()
            >= 32
    );
}

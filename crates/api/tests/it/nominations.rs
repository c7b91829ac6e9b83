//! Who is told what of a nomination.

use serde_json::{Value, json};

use crate::{
    house::{C1, House, I1, Wanted, ledger},
    seed::NAME,
    talk::ask,
};
use khen_domain::{
    Role, StreamKey,
    nomination::Event,
    stories_kit::{Stage, acting, nomination},
};
use khen_eventlog::OwnerId;

/// I1 has passed the review.
fn reviewed() -> Wanted {
    let passed = Event::ReviewPassed {
        criteria_version: 1,
        criteria: Vec::new(),
    };
    let head = acting("head.noi-vu", Role::ReviewHead);
    let stream = StreamKey::nomination(&nomination(2));
    Wanted {
        stage: Stage::ranked().with(&head, [(stream, passed)]),
        ..Wanted::default()
    }
}

/// A path, asked once the rows know everything.
fn fresh(house: &House, path: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}min_position={}", house.size)
}

async fn show(house: &House, (who, role): (&str, Role), path: &str) -> crate::talk::Reply {
    let token = house.token(who, role).await;
    ask(&house.public, &token, &fresh(house, path)).await
}

fn ids(list: &Value) -> Vec<&str> {
    list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["nomination"].as_str().unwrap())
        .collect()
}

const OFFICER: (&str, Role) = ("officer.van-phong", Role::UnitOfficer);
const OTHER: (&str, Role) = ("officer.tu-phap", Role::UnitOfficer);
const NOMINEE: (&str, Role) = ("nominee.van-phong", Role::Nominee);
const REVIEWER: (&str, Role) = ("chuyen-mon", Role::Reviewer);
const ADMIN: (&str, Role) = ("quan-tri", Role::Admin);

#[tokio::test]
async fn the_unit_reads_its_own_case_in_both_languages() {
    let house = House::open().await;
    let path = format!("/api/v1/nominations/{I1}");
    let reply = show(&house, OFFICER, &path).await;
    let answer = reply.ok(200);
    assert_eq!(answer["nomination"], I1);
    assert_eq!(
        (&answer["name"], &answer["unit"]),
        (&json!(NAME), &json!("van-phong"))
    );
    assert_eq!(
        (&answer["state"], &answer["gate"]),
        (&json!("awaiting_head"), &json!("unit_endorsed"))
    );
    assert_ne!(answer["state_vi"], answer["state_en"]);
    let tag = format!("\"nomination/{I1}@{}\"", answer["version"]);
    assert_eq!(reply.header("etag"), tag);
    // It lies on a desk of the unit itself.
    assert_eq!(answer["waits_for"]["unit"], "van-phong");
    assert_eq!(answer["dvcqg_code"], Value::Null);
    let code = answer["code"].as_str().unwrap();
    show(&house, OFFICER, &format!("/api/v1/nominations/{code}"))
        .await
        .ok(200);
}

#[tokio::test]
async fn to_everybody_else_there_is_no_such_case() {
    let house = House::open().await;
    for path in [
        format!("/api/v1/nominations/{I1}"),
        format!("/api/v1/nominations/{I1}/timeline"),
    ] {
        show(&house, OTHER, &path).await.problem(404, "not-found");
        show(&house, ADMIN, &path).await.problem(403, "forbidden");
    }
    for unknown in ["HQ-CCHC-2024-0099", "HQ-CCHC-2024-0002-B", "nonsense"] {
        let path = format!("/api/v1/nominations/{unknown}");
        show(&house, REVIEWER, &path)
            .await
            .problem(404, "not-found");
    }
}

#[tokio::test]
async fn a_pass_is_not_told_before_the_minutes_are_signed() {
    let house = House::with(reviewed()).await;
    let path = format!("/api/v1/nominations/{I1}");
    let unit = show(&house, OFFICER, &path).await.ok(200);
    assert_eq!(
        (&unit["state"], &unit["state_vi"]),
        (&json!("in_council"), &json!("Đang xét tại Hội đồng"))
    );
    assert!(unit.get("gate").is_none());
    assert_eq!(unit["dates"]["reviewed_at"], Value::Null);
    let office = show(&house, REVIEWER, &path).await.ok(200);
    assert_eq!(
        (&office["state"], &office["gate"]),
        (&json!("eligible"), &json!("review_passed"))
    );
    assert_ne!(office["dates"]["reviewed_at"], Value::Null);
    let path = "/api/v1/nominations?state=review_passed";
    show(&house, OFFICER, path).await.problem(403, "forbidden");
    assert_eq!(ids(&show(&house, REVIEWER, path).await.ok(200)), [I1]);
}

#[tokio::test]
async fn a_list_holds_what_the_reader_may_see() {
    let house = House::open().await;
    let list = "/api/v1/nominations";
    assert_eq!(ids(&show(&house, OFFICER, list).await.ok(200)), [I1]);
    assert_eq!(ids(&show(&house, REVIEWER, list).await.ok(200)), [C1, I1]);
    assert!(ids(&show(&house, OTHER, list).await.ok(200)).is_empty());
    let others = "/api/v1/nominations?unit=tai-chinh";
    assert!(ids(&show(&house, OFFICER, others).await.ok(200)).is_empty());
    assert_eq!(ids(&show(&house, REVIEWER, others).await.ok(200)), [C1]);
    show(&house, ADMIN, list).await.problem(403, "forbidden");
}

#[tokio::test]
async fn a_nominee_finds_the_own_case_of_a_campaign() {
    let house = House::open().await;
    let own = "/api/v1/nominations?campaign=HQ-CCHC-2024";
    assert_eq!(ids(&show(&house, NOMINEE, own).await.ok(200)), [I1]);
    let another = ("nominee.tu-phap", Role::Nominee);
    assert!(ids(&show(&house, another, own).await.ok(200)).is_empty());
    show(&house, NOMINEE, "/api/v1/nominations")
        .await
        .problem(403, "forbidden");
    show(&house, NOMINEE, &format!("/api/v1/nominations/{I1}"))
        .await
        .ok(200);
    show(&house, another, &format!("/api/v1/nominations/{I1}"))
        .await
        .problem(404, "not-found");
    let owner = OwnerId("org/person/nominee.van-phong".into());
    house.vault.destroy(&ledger(), &owner).await.unwrap();
    assert!(ids(&show(&house, NOMINEE, own).await.ok(200)).is_empty());
}

#[tokio::test]
async fn pages_follow_each_other() {
    let house = House::open().await;
    let first = show(&house, REVIEWER, "/api/v1/nominations?limit=1")
        .await
        .ok(200);
    assert_eq!(ids(&first), [C1]);
    let next = first["next"].as_str().unwrap();
    assert!(!next.contains("HQ"));
    let path = format!("/api/v1/nominations?limit=1&after={next}");
    let second = show(&house, REVIEWER, &path).await.ok(200);
    assert_eq!((ids(&second), &second["next"]), (vec![I1], &Value::Null));
}

#[tokio::test]
async fn a_question_that_cannot_be_read_is_400() {
    let house = House::open().await;
    for query in [
        "limit=0",
        "limit=201",
        "limit=x",
        "after=_",
        "state=lost",
        "colour=red",
    ] {
        let path = format!("/api/v1/nominations?{query}");
        show(&house, REVIEWER, &path)
            .await
            .problem(400, "malformed");
    }
}

#[tokio::test]
async fn more_events_than_there_are_is_409() {
    let house = House::open().await;
    let path = format!("/api/v1/nominations?min_position={}", house.size + 1);
    let token = house.token(OFFICER.0, OFFICER.1).await;
    let reply = ask(&house.public, &token, &path).await;
    let facts = &reply.problem(409, "cursor-ahead-of-log")["facts"];
    assert_eq!(facts["log_size"], house.size);
}

#[tokio::test]
async fn rows_that_do_not_arrive_in_time_are_503() {
    let house = House::with(Wanted {
        follows: false,
        ..Wanted::default()
    })
    .await;
    let reply = show(&house, OFFICER, "/api/v1/nominations").await;
    reply.problem(503, "rows-behind");
    assert_eq!(reply.header("retry-after"), "1");
}

#[tokio::test]
async fn the_timeline_tells_how_it_came_to_be() {
    let house = House::open().await;
    let path = format!("/api/v1/nominations/{I1}/timeline");
    let told = show(&house, OFFICER, &path).await.ok(200);
    let entries = told["entries"].as_array().unwrap();
    assert_eq!(
        entries[0]["type"],
        "vn.khen.nomination.nomination_drafted.v1"
    );
    assert!(entries[0]["words_vi"].as_str().unwrap().contains(NAME));
    assert_ne!(entries[0]["words_vi"], entries[0]["words_en"]);
    assert_eq!(entries[0]["by"]["role"], "unit_officer");
    let inside = show(&house, REVIEWER, &path).await.ok(200);
    assert!(inside["entries"].as_array().unwrap().len() >= entries.len());
}

#[tokio::test]
async fn the_timeline_waits_for_nobody() {
    let house = House::with(Wanted {
        follows: false,
        ..Wanted::default()
    })
    .await;
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    ask(
        &house.public,
        &token,
        &format!("/api/v1/nominations/{I1}/timeline"),
    )
    .await
    .ok(200);
}

#[tokio::test]
async fn an_unknown_decision_is_404() {
    let house = House::open().await;
    show(&house, REVIEWER, "/api/v1/decisions/HQ-CCHC-2024-1")
        .await
        .problem(404, "not-found");
}

//! Documents, brought and read again.

mod refused;

use axum::{body::Body, http::Request};
use serde_json::{Value, json};

use crate::{
    house::{C1, House, I1, Wanted, ledger},
    talk::{Reply, act, ask, send, with_token},
};
use khen_api::Allowance;
use khen_domain::{
    Role,
    stories_kit::{Stage, grant, system},
};
use khen_eventlog::OwnerId;

pub(crate) const PDF: &[u8] = b"%PDF-1.7 a report of merits\n%%EOF\n";

async fn upload(house: &House, token: &str, owner: &str, kind: &str, bytes: &[u8]) -> Reply {
    let request = with_token(
        Request::post(format!("/api/v1/documents?owner={owner}")),
        token,
    )
    .header("Content-Type", kind)
    .body(Body::from(bytes.to_vec()));
    send(&house.public, request.unwrap()).await
}

async fn bring(house: &House, token: &str, owner: &str) -> Reply {
    upload(house, token, owner, "application/pdf", PDF).await
}

/// A third nomination, of a person of `tu-phap`, with its report; answers its path and the token.
pub(crate) async fn reported(house: &House) -> (String, String) {
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let candidate = json!({
        "kind": "individual", "person": "nominee.tu-phap", "name": "Trần Thị Minh Họa",
        "title": "Chuyên viên",
    });
    let draft = json!({ "campaign": "HQ-CCHC-2024", "unit": "tu-phap", "candidate": candidate });
    act(&house.public, &token, ("draft_nomination", "draft"), draft)
        .await
        .ok(201);
    let code = "HQ-CCHC-2024-0003";
    let mut document = bring(house, &token, &format!("nomination:{code}"))
        .await
        .ok(201);
    document["kind"] = json!("achievement_report");
    let attach = json!({ "nomination": code, "document": document });
    act(&house.public, &token, ("attach_report", "attach"), attach)
        .await
        .ok(201);
    let sha256 = document["sha256"].as_str().unwrap();
    (
        format!("/api/v1/nominations/{code}/documents/{sha256}"),
        token,
    )
}

#[tokio::test]
async fn a_document_is_kept_and_named_by_its_hash() {
    let house = House::open().await;
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    let first = bring(&house, &token, "authority").await.ok(201);
    assert_eq!(
        (&first["media_type"], &first["size"]),
        (&json!("application/pdf"), &json!(PDF.len()))
    );
    assert_eq!(first["sha256"].as_str().unwrap().len(), 64);
    let under_another = bring(&house, &token, &format!("nomination:{I1}")).await;
    assert_eq!(under_another.ok(201), first);
}

#[tokio::test]
async fn an_owner_that_is_none_is_400_or_404() {
    let house = House::open().await;
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    for owner in ["person:lan", "nomination:"] {
        bring(&house, &token, owner).await.problem(400, "malformed");
    }
    for code in ["x", "HQ-CCHC-2024-0099", C1] {
        bring(&house, &token, &format!("nomination:{code}"))
            .await
            .problem(404, "not-found");
    }
}

#[tokio::test]
async fn who_writes_nothing_brings_nothing() {
    let auditor = grant("van-thu", Role::Auditor, "van-phong");
    let stage = Stage::ranked().then(&system(), auditor);
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    let token = house.token("van-thu", Role::Auditor).await;
    bring(&house, &token, "authority")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_document_without_an_owner_is_400() {
    let house = House::open().await;
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    let request = with_token(Request::post("/api/v1/documents"), &token).body(Body::empty());
    send(&house.public, request.unwrap())
        .await
        .problem(400, "malformed");
}

#[tokio::test]
async fn uploads_beyond_the_allowance_are_429() {
    let allowance = Allowance {
        uploads_per_hour: 0,
        ..Allowance::default()
    };
    let house = House::with(Wanted {
        allowance,
        ..Wanted::default()
    })
    .await;
    let token = house.token("officer.van-phong", Role::UnitOfficer).await;
    bring(&house, &token, "authority")
        .await
        .problem(429, "rate-limited");
}

#[tokio::test]
async fn a_document_is_served_through_its_case() {
    let house = House::open().await;
    let (path, token) = reported(&house).await;
    let reply = ask(&house.public, &token, &path).await;
    assert_eq!((reply.status.as_u16(), &*reply.bytes), (200, PDF));
    assert_eq!(reply.header("content-type"), "application/pdf");
    let mark = &path.rsplit_once('/').unwrap().1[..8];
    assert_eq!(
        reply.header("content-disposition"),
        format!(
            "attachment; filename=\"HQ-CCHC-2024-0003-T-{mark}.pdf\"; \
             filename*=UTF-8''HQ-CCHC-2024-0003-T%20b%C3%A1o%20c%C3%A1o%20th%C3%A0nh%20t%C3%ADch%20{mark}.pdf"
        )
    );
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(
        reply.header("content-security-policy"),
        "default-src 'none'; sandbox"
    );
    assert_eq!(reply.header("cache-control"), "private, no-store");
    let reviewer = house.token("chuyen-mon", Role::Reviewer).await;
    assert_eq!(ask(&house.public, &reviewer, &path).await.bytes, PDF);
}

#[tokio::test]
async fn a_document_is_not_served_otherwise() {
    let house = House::open().await;
    let (path, token) = reported(&house).await;
    let other = house.token("officer.van-phong", Role::UnitOfficer).await;
    let clerk = house.token("van-thu", Role::RecordsClerk).await;
    for (token, path) in [
        (&other, path.clone()),
        (&clerk, path.clone()),
        (&token, path.replace("0003", "0099")),
        (&token, format!("{}ff", &path[..path.len() - 2])),
    ] {
        let reply = ask(&house.public, token, &path).await;
        assert_eq!(
            reply.problem(404, "not-found")["facts"],
            Value::from(serde_json::Map::new())
        );
    }
}

#[tokio::test]
async fn a_paper_of_somebody_erased_is_gone() {
    let house = House::open().await;
    let (path, token) = reported(&house).await;
    let owner = OwnerId("org/person/nominee.tu-phap".into());
    house.vault.destroy(&ledger(), &owner).await.unwrap();
    ask(&house.public, &token, &path)
        .await
        .problem(410, "erased");
    bring(&house, &token, "nomination:HQ-CCHC-2024-0003")
        .await
        .problem(422, "erased");
}

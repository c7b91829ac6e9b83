//! Who is let in.

use axum::{body::Body, http::Request};
use serde_json::json;

use crate::{
    house::{House, Wanted, ledger},
    talk::{ask, send},
};
use khen_accounts::Order;
use khen_api::Allowance;
use khen_domain::{
    AssignmentId, Role, StreamKey,
    org::Event,
    stories_kit::{Stage, assignment, day, paper, system},
};

#[tokio::test]
async fn the_caller_learns_in_which_capacity() {
    let house = House::open().await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let me = ask(&house.public, &token, "/api/v1/me").await.ok(200);
    assert_eq!(me["ledger"], "made-up");
    assert_eq!(me["assignment"], "officer.tu-phap.unit_officer");
    assert_eq!(
        (&me["role"], &me["unit"]),
        (&json!("unit_officer"), &json!("tu-phap"))
    );
    assert!(
        me["commands"]
            .as_array()
            .unwrap()
            .contains(&json!("draft_nomination"))
    );
    assert!(
        !me["commands"]
            .as_array()
            .unwrap()
            .contains(&json!("sign_decision"))
    );
}

#[tokio::test]
async fn without_a_token_that_holds_nobody_is_let_in() {
    let house = House::open().await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let revoked = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let id = revoked.split('_').nth(1).unwrap();
    assert!(house.accounts.revoke(id).await.unwrap());
    let wrong = format!("{}{}", &token[..token.len() - 64], "0".repeat(64));
    for header in [
        None,
        Some("Bearer"),
        Some("Bearer lan"),
        Some(&*format!("Basic {token}")),
        Some(&*format!("Bearer {wrong}")),
        Some(&*format!("Bearer {revoked}")),
    ] {
        let request = Request::get("/api/v1/me");
        let request = header
            .into_iter()
            .fold(request, |one, text| one.header("Authorization", text));
        let reply = send(&house.public, request.body(Body::empty()).unwrap()).await;
        reply.problem(401, "unauthenticated");
        let challenge = match header.and_then(|text| text.strip_prefix("Bearer ")) {
            Some(_) => "Bearer realm=\"khen\", error=\"invalid_token\"",
            None => "Bearer realm=\"khen\"",
        };
        assert_eq!(reply.header("www-authenticate"), challenge, "{header:?}");
    }
    ask(&house.public, &token, "/api/v1/me").await.ok(200);
}

#[tokio::test]
async fn an_assignment_that_is_not_or_no_longer_in_force_reads_nothing() {
    let ended = assignment("officer.tu-phap", Role::UnitOfficer);
    let end = Event::AssignmentEnded {
        to: day("2024-11-19"),
        document: paper("Quyết định minh họa"),
    };
    let stage = Stage::ranked().with(&system(), [(StreamKey::assignment(&ended), end)]);
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    ask(&house.public, &token, "/api/v1/me")
        .await
        .problem(403, "forbidden");
    let nobody = Order::new(ledger(), AssignmentId::parse("a-nobody").unwrap(), "test");
    let token = house.accounts.issue(nobody).await.unwrap().token;
    ask(&house.public, token.reveal(), "/api/v1/me")
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_token_used_too_often_is_429() {
    let allowance = Allowance {
        requests_per_minute: 2,
        ..Allowance::default()
    };
    let house = House::with(Wanted {
        allowance,
        ..Wanted::default()
    })
    .await;
    let token = house.token("officer.tu-phap", Role::UnitOfficer).await;
    for _ in 0..2 {
        ask(&house.public, &token, "/api/v1/me").await;
    }
    let mut reply = ask(&house.public, &token, "/api/v1/me").await;
    while reply.status.is_success() {
        // A minute may have begun in between.
        reply = ask(&house.public, &token, "/api/v1/me").await;
    }
    reply.problem(429, "rate-limited");
    assert!(reply.header("retry-after").parse::<u64>().unwrap() <= 60);
}

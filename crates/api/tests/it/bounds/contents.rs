//! Members of what is sent. A member that is broken is refused before others are missed, so no
//! body has to be whole.

use std::collections::BTreeMap;

use axum::{body::Body, http::Request};
use serde_json::{Value, json};

use super::{breaches, patient};
use crate::{
    export::{client, open_with},
    house::{House, Wanted},
    talk::{command, send, with_token},
};
use khen_api::openapi_document;
use khen_domain::{
    CommandKind, Role, access,
    stories_kit::{Stage, grant, system},
};

/// Who has a role. Auditors have no other.
fn holder(role: Role) -> &'static str {
    if role == Role::Auditor {
        "deputy.tu-phap"
    } else {
        "officer.tu-phap"
    }
}

/// A house in which every role is held, and a token of each.
async fn everybody() -> (House, BTreeMap<Role, String>) {
    let all = Role::ALL
        .iter()
        .copied()
        .filter(|role| *role != Role::System);
    let stage = all.clone().fold(Stage::ranked(), |stage, role| {
        stage.then(&system(), grant(holder(role), role, "tu-phap"))
    });
    let house = House::with(Wanted {
        stage,
        allowance: patient(),
        ..Wanted::default()
    })
    .await;
    let mut tokens = BTreeMap::new();
    for role in all {
        tokens.insert(role, house.token(holder(role), role).await);
    }
    (house, tokens)
}

/// Bodies of a command that break one word each, with the member that they break it in.
fn broken(document: &Value, body: &Value) -> Vec<(String, Value)> {
    let content = breaches::resolved(document, &body["properties"]["content"]);
    let mut bodies = vec![
        (
            "khong_co".to_owned(),
            json!({ "content": { "khong_co": 1 } }),
        ),
        (
            "khong_co".to_owned(),
            json!({ "content": {}, "khong_co": 1 }),
        ),
    ];
    for (name, schema) in content["properties"].as_object().into_iter().flatten() {
        let values = breaches::of_member(document, schema).into_iter();
        bodies.extend(values.map(|value| (name.clone(), json!({ "content": { name: value } }))));
    }
    for (name, schema) in body["properties"].as_object().unwrap() {
        let values = breaches::of_member(document, schema).into_iter();
        let whole = |value| {
            let mut body = json!({ "content": {} });
            body[name] = value;
            body
        };
        bodies.extend(values.map(|value| (name.clone(), whole(value))));
    }
    bodies
}

/// Who gives a command, or records it; nobody but the system itself gives some.
fn giver(kind: CommandKind) -> Option<Role> {
    let rule = access::rule(kind);
    let mut people = Role::ALL.iter().filter(|role| **role != Role::System);
    let is_giver = |role: &&Role| rule.scope(**role).is_some() || rule.recorders.contains(role);
    people.find(is_giver).copied()
}

#[tokio::test]
async fn whatever_breaks_a_member_of_a_command_is_refused() {
    let (house, tokens) = everybody().await;
    let document = openapi_document();
    let (mut count, mut faults, mut skipped) = (0, Vec::new(), Vec::new());
    for kind in CommandKind::ALL {
        let name = kind.as_str();
        let Some(role) = giver(*kind) else {
            skipped.push(name);
            continue;
        };
        let operation = &document["paths"][format!("/api/v1/commands/{name}")]["post"];
        let body = &operation["requestBody"]["content"]["application/json"]["schema"];
        for (member, body) in broken(&document, body) {
            count += 1;
            let request = command(&tokens[&role], name, &format!("key-{count}"));
            let request = request.body(Body::from(body.to_string())).unwrap();
            let reply = send(&house.public, request).await;
            let said = String::from_utf8_lossy(&reply.bytes);
            // Numbers that JSON does not keep exactly are refused before anybody asks where they stand.
            let is_named = said.contains(&member) || said.contains("is not within 2^53");
            if reply.status != 400 || !is_named {
                faults.push(format!("{name} {body}: {} {said}", reply.status));
            }
        }
    }
    assert!(faults.is_empty(), "of {count}:\n{}", faults.join("\n"));
    assert!(count > 2_000, "only {count}");
    // Only the system gives these.
    skipped.sort_unstable();
    insta::assert_snapshot!(skipped.join("\n"), @"
    close_revoked_awards
    establish_authority
    establish_unit
    open_award_files
    record_base_wage
    record_missed_deadlines
    record_regime
    record_reminders
    register_person
    set_calendar
    ");
}

#[tokio::test]
async fn whatever_breaks_a_member_of_an_acknowledgement_is_refused() {
    let (house, document) = (open_with(patient()).await, openapi_document());
    let token = client(&house).await;
    let schema = &document["components"]["schemas"]["AckBody"];
    let members = schema["properties"].as_object().unwrap().iter();
    let whole = json!({ "next": 0, "root": format!("{}=", "A".repeat(43)) });
    let with = |name: &str, value: Value| {
        let mut body = whole.clone();
        body[name] = value;
        body
    };
    let mut bodies = vec![("khong_co".to_owned(), with("khong_co", json!(1)))];
    for (name, schema) in members {
        let values = breaches::of_member(&document, schema).into_iter();
        bodies.extend(values.map(|value| (name.clone(), with(name, value))));
    }
    for (name, body) in bodies {
        let request = Request::put("/export/v1/made-up/consumers/so/ack");
        let request = with_token(request, &token).header("Content-Type", "application/json");
        let request = request.body(Body::from(body.to_string())).unwrap();
        let reply = send(&house.public, request).await;
        assert_eq!(reply.status, 400, "{body}");
        assert_eq!(reply.json()["errors"][0]["place"], name, "{body}");
    }
}

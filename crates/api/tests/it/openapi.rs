//! The document in `schemas/openapi.json` is the one that is served.

use std::{env, fs, path::Path};

use serde_json::Value;

use crate::{house::House, talk::ask};
use khen_api::openapi_document;
use khen_domain::CommandKind;

const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/openapi.json");

/// `KHEN_UPDATE_SCHEMAS=1` writes the document instead of comparing it.
#[test]
fn the_kept_document_is_up_to_date() {
    let text = format!("{:#}\n", openapi_document());
    if env::var_os("KHEN_UPDATE_SCHEMAS").is_some() {
        fs::write(KEPT, &text).unwrap();
    }
    let kept = fs::read_to_string(Path::new(KEPT)).unwrap_or_default();
    assert!(
        kept == text,
        "run this test with KHEN_UPDATE_SCHEMAS=1 and review schemas/openapi.json"
    );
}

#[test]
fn every_reference_leads_somewhere() {
    let document = openapi_document();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 100);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

fn collect<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            members.values().for_each(|member| collect(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_command_has_a_path_of_its_own() {
    let document = openapi_document();
    for kind in CommandKind::ALL {
        let operation = &document["paths"][format!("/api/v1/commands/{}", kind.as_str())]["post"];
        let summary = operation["summary"].as_str().unwrap();
        assert!(!summary.is_empty(), "{kind:?}");
        let problems = [
            "400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "503",
        ];
        for status in problems {
            assert!(
                operation["responses"].get(status).is_some(),
                "{kind:?} {status}"
            );
        }
    }
}

#[test]
fn personal_values_come_in_clear_and_references_are_not_asked_for() {
    let document = openapi_document();
    assert_eq!(
        document["components"]["schemas"]["Sealed"]["type"],
        "string"
    );
    assert!(document["components"]["schemas"].get("SealOwner").is_none());
    let candidate = document["components"]["schemas"]["Candidate"].to_string();
    assert!(candidate.contains("\"person\"") && !candidate.contains("nominee_ref"));
}

#[test]
fn no_two_operations_share_an_id() {
    let document = openapi_document();
    let mut ids = Vec::new();
    for item in document["paths"].as_object().unwrap().values() {
        ids.extend(
            item.as_object()
                .unwrap()
                .values()
                .map(|one| one["operationId"].to_string()),
        );
    }
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[tokio::test]
async fn the_document_is_served() {
    let house = House::open().await;
    let reply = ask(&house.public, "", "/openapi.json").await;
    assert_eq!(reply.ok(200), openapi_document());
    assert_eq!(reply.header("cache-control"), "public, max-age=300");
}

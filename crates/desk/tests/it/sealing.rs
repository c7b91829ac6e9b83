//! Personal values are sealed before anything is decided.

use serde_json::{Value, json};

use crate::office::{ISSUER, Office, initiative, ledger, person};
use khen_desk::{DeskError, SYSTEM};
use khen_eventlog::OwnerId;

#[tokio::test]
async fn a_name_is_recorded_sealed_and_its_key_is_announced() {
    let office = Office::open().await;
    let events = office.events().await;
    for event in &events {
        let text = String::from_utf8(event.data.clone()).unwrap();
        assert!(
            !text.contains("Ví Dụ") && !text.contains("Trần Thị"),
            "{text}"
        );
    }
    let registered = events
        .iter()
        .find(|event| event.stream.as_str() == "org/person/p-issuer");
    let data: Value = serde_json::from_slice(&registered.unwrap().data).unwrap();
    assert_eq!(data["event"]["name"]["class"], "person_name");
    assert!(
        events
            .iter()
            .any(|event| event.stream.as_str() == "privacy/org/person/p-issuer"),
        "the hash of the person's key is recorded"
    );
}

#[tokio::test]
async fn a_sealed_value_or_a_reference_from_outside_is_refused() {
    let office = Office::open().await;
    let sealed = json!({ "box": "AA==", "class": "person_name", "id": "0", "owner": "stream" });
    let person =
        json!({ "person": "p-x", "name": sealed, "category": "worker", "unit": "tu-phap" });
    let injected = office.ask(SYSTEM, "register_person", "k-1", person).await;
    assert!(
        matches!(injected, Err(DeskError::Malformed { .. })),
        "{injected:?}"
    );
    let rating = json!({
        "person": "p-issuer",
        "subject": "somebody-else",
        "year": 2024,
        "rating": "completed",
        "status": "final",
    });
    let injected = office.ask(ISSUER, "record_rating", "k-2", rating).await;
    assert!(
        matches!(injected, Err(DeskError::Malformed { .. })),
        "{injected:?}"
    );
}

#[tokio::test]
async fn a_person_whom_nobody_knows_is_told() {
    let office = Office::open().await;
    let rating =
        json!({ "person": "p-nobody", "year": 2024, "rating": "completed", "status": "final" });
    let unknown = office.ask(ISSUER, "record_rating", "k", rating).await;
    assert!(
        matches!(unknown, Err(DeskError::NoPerson { .. })),
        "{unknown:?}"
    );
}

/// A decision on paper that awards these.
fn legacy_decision(awards: &[Value]) -> Value {
    let paper = json!({
        "issuer": "UBND minh họa",
        "level": "district",
        "number": 12,
        "symbol": "QĐ-UBND",
        "date": "2023-12-25",
        "scans": [],
    });
    let decision = json!({ "campaign": "HQ-2023", "number": 1 });
    json!({ "decision": decision, "paper": paper, "year": 2023, "awards": awards })
}

fn award(awardee: &Value) -> Value {
    json!({ "awardee": awardee, "form": "Giấy khen" })
}

#[tokio::test]
async fn references_in_a_list_are_filled_in_and_nobody_elses_to_say() {
    let office = Office::open().await;
    let clerk = json!({
        "assignment": "a-clerk",
        "person": "p-manager",
        "role": "records_clerk",
        "title": "Văn thư",
        "from": "2000-01-01",
        "document": { "title": "Quyết định minh họa" },
    });
    let granted = office.ask(SYSTEM, "grant_assignment", "k", clerk).await;
    granted.unwrap();
    let ask = |key, awards: [Value; 2]| {
        let content = legacy_decision(&awards.each_ref().map(award));
        office.ask("a-clerk", "register_legacy_decision", key, content)
    };
    let unit = || json!({ "kind": "unit", "unit": "tu-phap" });
    let person = |person: &str| json!({ "kind": "person", "person": person });
    let known = ask("k-1", [unit(), person("p-issuer")]).await;
    let Err(DeskError::Refused(refusal)) = &known else {
        panic!("whole as it is, it is decided: {known:?}");
    };
    assert_eq!(refusal.code(), "legacy_day_differs");
    let unknown = ask("k-2", [unit(), person("p-nobody")]).await;
    assert!(
        matches!(unknown, Err(DeskError::NoPerson { .. })),
        "{unknown:?}"
    );
    let mut injected = person("p-issuer");
    injected["subject"] = json!("somebody-else");
    let injected = ask("k-3", [unit(), injected]).await;
    assert!(
        matches!(injected, Err(DeskError::Malformed { .. })),
        "{injected:?}"
    );
}

#[tokio::test]
async fn a_document_that_was_not_uploaded_is_told() {
    let office = Office::open().await;
    let mut content = initiative("1");
    content["document"] = json!({
        "sha256": "00".repeat(32),
        "media_type": "application/pdf",
        "size": 9,
        "kind": "evidence",
    });
    let unknown = office.ask(ISSUER, "record_initiative", "k", content).await;
    assert!(
        matches!(unknown, Err(DeskError::NoDocument { .. })),
        "{unknown:?}"
    );
}

#[tokio::test]
async fn a_repeat_after_an_erasure_answers_the_first_result() {
    let office = Office::open().await;
    let ask = || {
        office.ask(
            SYSTEM,
            "register_person",
            "k",
            person("p-new", "Lê Văn Giả Định"),
        )
    };
    let first = ask().await.unwrap();
    let owner = OwnerId("org/person/p-new".to_owned());
    office.vault().destroy(&ledger(), &owner).await.unwrap();
    let again = ask().await.unwrap();
    assert!(again.is_repeat);
    assert_eq!(again.events, first.events);
}

#[tokio::test]
async fn a_list_where_an_object_belongs_hides_nothing() {
    let office = Office::open().await;
    let mut content = initiative("1");
    content["document"] = json!(["00".repeat(32), "application/pdf", 9, "evidence"]);
    let hidden = office
        .ask(ISSUER, "record_initiative", "k-1", content)
        .await;
    assert!(
        matches!(hidden, Err(DeskError::Malformed { .. })),
        "{hidden:?}"
    );
    let sealed = json!(["AA==", "person_name", "0", "stream"]);
    let whole = json!(["p-x", sealed, "worker", "tu-phap"]);
    let hidden = office.ask(SYSTEM, "register_person", "k-2", whole).await;
    assert!(
        matches!(hidden, Err(DeskError::Malformed { .. })),
        "{hidden:?}"
    );
}

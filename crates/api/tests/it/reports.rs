//! Statutory tables, counted from the ledger.

use std::io::Cursor;

use axum::http::StatusCode;
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};

use crate::{
    registers::{client, open},
    talk::{ask, ask_with},
};
use khen_domain::Role;

const REPORTS: &str = "/export/v1/made-up/reports";
/// Events behind the issue: a revocation, an erasure, a unit.
const LATER: u64 = 3;

/// The counts of a report, by the codes of its lines.
fn counts(report: &Value) -> Value {
    let lines = report["lines"].as_array().unwrap().iter();
    let counts = lines.map(|line| {
        let code = line["code"].as_str().unwrap().to_owned();
        (code, line["count"].clone())
    });
    Value::Object(counts.collect())
}

#[tokio::test]
async fn awards_are_counted_as_of_any_position() {
    let house = open().await;
    let token = client(&house).await;
    let report = async |rest: &str| {
        let path = format!("{REPORTS}/co-so?{rest}");
        ask(&house.public, &token, &path).await.ok(200)
    };
    let now = report("period=2024").await;
    assert_eq!(now["asof"], house.size);
    let expected = json!({
        "1": 1, "1.1": 0, "2": 3, "2.1": 1, "2.2": 2, "3": 1, "3.1": 0, "3.2": 1,
    });
    assert_eq!(counts(&now), expected);
    let issued = house.size - LATER;
    let then = report(&format!("period=2024&asof={issued}")).await;
    let expected = json!({
        "1": 1, "1.1": 0, "2": 4, "2.1": 1, "2.2": 3, "3": 0, "3.1": 0, "3.2": 0,
    });
    assert_eq!(counts(&then), expected);
    let other = report("period=2023").await;
    assert!(
        counts(&other)
            .as_object()
            .unwrap()
            .values()
            .all(|count| count == 0)
    );
}

#[tokio::test]
async fn every_number_leads_to_its_events() {
    let house = open().await;
    let token = client(&house).await;
    for (form, event) in [
        ("0601", "vn.khen.campaign.campaign_launched.v1"),
        ("co-so", "vn.khen.decision.decision_issued.v1"),
    ] {
        let path = format!("{REPORTS}/{form}?period=2024");
        let report = ask(&house.public, &token, &path).await.ok(200);
        let line = &report["lines"][0];
        assert_eq!(line["count"], 1, "{report}");
        let position = &line["events"][0]["position"];
        let path = format!("/export/v1/made-up/events/{position}");
        let told = ask(&house.public, &token, &path).await.ok(200);
        assert_eq!(told["type"], event);
    }
}

#[tokio::test]
async fn a_campaign_without_a_deadline_is_counted_as_one() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{REPORTS}/0601?period=2024");
    let report = ask(&house.public, &token, &path).await.ok(200);
    let expected = json!({
        "1": 1, "2.1": 1, "3.1": 0, "3.2": 0, "3.3": 1, "4.1": 1, "4.2": 0,
    });
    assert_eq!(counts(&report), expected);
}

#[tokio::test]
async fn a_workbook_holds_the_table_and_its_events() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{REPORTS}/co-so?period=2024&format=xlsx");
    let reply = ask(&house.public, &token, &path).await;
    assert_eq!(reply.status, StatusCode::OK);
    let known = [("if-none-match", reply.header("etag"))];
    let again = ask_with(&house, &token, &path, &known).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(reply.bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["co-so 2024", "ViTri", "ThongTin"]);
    let table = book.worksheet_range("co-so 2024").unwrap();
    let row = |index| table.rows().nth(index).unwrap().to_vec();
    let text = |text: &str| Data::String(text.into());
    assert_eq!(row(0), [text("Ma"), text("ChiTieu"), text("SoLuong")]);
    assert_eq!(row(4), [text("2.1"), text("Tập thể"), Data::Float(1.0)]);
}

#[tokio::test]
async fn a_paper_is_the_same_each_time() {
    let house = open().await;
    let token = client(&house).await;
    let path = format!("{REPORTS}/0601?period=2024&format=pdf");
    let reply = ask(&house.public, &token, &path).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.header("content-type"), "application/pdf");
    let name = reply.header("content-disposition");
    assert!(name.ends_with(".pdf\""), "{name}");
    assert!(reply.bytes.starts_with(b"%PDF-"));
    let again = ask(&house.public, &token, &path).await;
    assert_eq!(again.bytes, reply.bytes);
}

#[tokio::test]
async fn what_is_asked_wrongly_or_by_others_is_refused() {
    let house = open().await;
    let token = client(&house).await;
    for (wrong, parameter) in [
        ("", "period"),
        ("period=24", "period"),
        ("period=2024&asof=soon", "asof"),
        ("period=2024&format=csv", "format"),
        ("period=2024&unit=tu-phap", "unit"),
    ] {
        let reply = ask(&house.public, &token, &format!("{REPORTS}/0601?{wrong}")).await;
        let problem = reply.problem(400, "invalid-parameter");
        assert_eq!(problem["errors"][0]["place"], parameter, "{problem}");
    }
    let beyond = format!("{REPORTS}/0601?period=2024&asof={}", house.size + 1);
    let reply = ask(&house.public, &token, &beyond).await;
    reply.problem(409, "cursor-ahead-of-log");
    let unknown = format!("{REPORTS}/0602?period=2024");
    let reply = ask(&house.public, &token, &unknown).await;
    reply.problem(404, "not-found");
    let officer = house.token("officer.tu-phap", Role::UnitOfficer).await;
    let reply = ask(
        &house.public,
        &officer,
        &format!("{REPORTS}/0601?period=2024"),
    )
    .await;
    reply.problem(403, "forbidden");
}

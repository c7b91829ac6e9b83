//! Bundles of evidence, as they are handed out.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::{
    house::{I1, audited, witness_key},
    sealed::{ORIGIN, seal},
    talk::{Reply, ask},
};
use khen_domain::Role;

fn path() -> String {
    format!("/api/v1/nominations/{I1}/evidence")
}

fn file(reply: &Reply, name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(&reply.bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[tokio::test]
async fn the_same_checkpoint_gives_the_same_bundle() {
    let (house, token) = audited().await;
    seal(&house, None).await;
    let first = ask(&house.public, &token, &path()).await;
    assert_eq!(first.status, 200);
    assert_eq!(first.header("content-type"), "application/zip");
    assert_eq!(first.header("cache-control"), "private, no-store");
    let disposition = first.header("content-disposition");
    let name = format!("attachment; filename=\"bang-chung-{I1}-");
    assert!(disposition.starts_with(&name), "{disposition}");
    let again = ask(&house.public, &token, &path()).await;
    assert_eq!(again.bytes, first.bytes);
    assert_eq!(again.header("etag"), first.header("etag"));
    assert_eq!(first.header("etag").len(), 66);
    assert!(file(&first, "policy.txt").ends_with("\nquorum none\n"));
    let events = file(&first, "events.ndjson");
    assert!(events.contains(&format!("nomination/{I1}")), "{events}");
    assert!(events.contains("\"campaign/HQ-CCHC-2024\""), "{events}");
    assert!(!events.contains("\"org/person/"), "{events}");
}

#[tokio::test]
async fn a_bundle_names_the_witnesses_that_are_asked() {
    let (house, token) = audited().await;
    seal(&house, None).await;
    let alone = ask(&house.public, &token, &path()).await;
    assert!(file(&alone, "policy.txt").ends_with("\nquorum none\n"));
    let (house, token) = audited().await;
    seal(&house, Some(house.size - 1)).await;
    let cosigned = ask(&house.public, &token, &path()).await;
    let policy = file(&cosigned, "policy.txt");
    assert!(policy.ends_with("\nquorum witnesses\n"), "{policy}");
    assert!(policy.contains(&witness_key().verifier().to_string()));
    let checkpoint = file(&cosigned, "checkpoint.txt");
    let size = format!("{ORIGIN}\n{}\n", house.size - 1);
    assert!(checkpoint.starts_with(&size), "{checkpoint}");
}

#[tokio::test]
async fn who_does_not_audit_takes_no_evidence_home() {
    let (house, _) = audited().await;
    seal(&house, None).await;
    for (who, role) in [
        ("head.van-phong", Role::UnitHead),
        ("head.noi-vu", Role::ReviewHead),
    ] {
        let token = house.token(who, role).await;
        let reply = ask(&house.public, &token, &path()).await;
        reply.problem(403, "forbidden");
    }
}

#[tokio::test]
async fn what_is_not_sealed_or_not_there_is_no_evidence() {
    let (house, token) = audited().await;
    let reply = ask(&house.public, &token, &path()).await;
    reply.problem(503, "not-sealed");
    assert_eq!(reply.header("retry-after"), "5");
    for other in ["HQ-CCHC-2024-0099", "b%C3%A9"] {
        let path = format!("/api/v1/nominations/{other}/evidence");
        let reply = ask(&house.public, &token, &path).await;
        reply.problem(404, "not-found");
    }
}

#[tokio::test]
async fn six_bundles_in_an_hour_are_enough_for_one_token() {
    let (house, token) = audited().await;
    seal(&house, None).await;
    for _ in 0..6 {
        assert_eq!(ask(&house.public, &token, &path()).await.status, 200);
    }
    let reply = ask(&house.public, &token, &path()).await;
    reply.problem(429, "rate-limited");
}

//! Bundles of evidence, as they are handed out.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::{
    house::{I1, audited, witness_key},
    sealed::{ORIGIN, seal, signed_at, signed_for},
    talk::{Reply, ask},
};
use khen_audit::{Hash, TreeHead};
use khen_domain::Role;

fn path() -> String {
    format!("/api/v1/nominations/{I1}/evidence")
}

fn file(reply: &Reply, name: &str) -> String {
    String::from_utf8(bytes(reply, name)).unwrap()
}

fn bytes(reply: &Reply, name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(&reply.bytes)).unwrap();
    let mut bytes = Vec::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
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
    assert!(bytes(&first, "report.pdf").starts_with(b"%PDF-"));
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

/// Asks for evidence with checkpoints that were had before.
fn with_had(had: &[String]) -> String {
    let encoded = |note: &String| {
        let bytes = note.bytes().map(|byte| format!("%{byte:02X}"));
        format!("had={}", bytes.collect::<String>())
    };
    let query: Vec<_> = had.iter().map(encoded).collect();
    format!("{}?{}", path(), query.join("&"))
}

#[tokio::test]
async fn what_an_auditor_had_before_is_proven_to_be_a_beginning() {
    let (house, token) = audited().await;
    seal(&house, Some(house.size - 2)).await;
    let mut had = Vec::new();
    for size in [house.size - 3, 5, house.size - 2, 5] {
        had.push(signed_at(&house, size).await.to_string());
    }
    let bundle = ask(&house.public, &token, &with_had(&had)).await;
    assert_eq!(bundle.status, 200);
    for (size, note) in [
        (house.size - 3, &had[0]),
        (5, &had[1]),
        (house.size - 2, &had[2]),
    ] {
        assert_eq!(&file(&bundle, &format!("checkpoints/{size}.txt")), note);
    }
    assert!(!file(&bundle, "checkpoints/5.consistency").is_empty());
    let again = ask(&house.public, &token, &with_had(&had)).await;
    assert_eq!(again.bytes, bundle.bytes);
    // It reaches further than witnesses have cosigned: without them, then.
    had.truncate(3);
    had.push(signed_at(&house, house.size).await.to_string());
    let bundle = ask(&house.public, &token, &with_had(&had)).await;
    assert!(file(&bundle, "policy.txt").ends_with("\nquorum none\n"));
}

#[tokio::test]
async fn a_checkpoint_of_another_history_is_the_proof_of_a_fork_and_no_bundle_goes_out() {
    let (house, token) = audited().await;
    seal(&house, None).await;
    let root = Hash([9; 32]);
    for size in [5, house.size] {
        let forked = signed_for(TreeHead { size, root }).to_string();
        let honest = signed_at(&house, 5).await.to_string();
        let reply = ask(&house.public, &token, &with_had(&[honest, forked])).await;
        let problem = reply.problem(409, "checkpoint-forked");
        assert_eq!(problem["facts"]["size"], size);
        assert_eq!(problem["facts"]["root"], root.to_string());
    }
    let size = house.size + 1;
    let ahead = signed_for(TreeHead { size, root }).to_string();
    let reply = ask(&house.public, &token, &with_had(&[ahead])).await;
    let problem = reply.problem(409, "checkpoint-ahead");
    assert_eq!(problem["facts"]["sealed_size"], house.size);
}

#[tokio::test]
async fn what_this_log_did_not_sign_is_no_checkpoint_of_it() {
    let (house, token) = audited().await;
    seal(&house, None).await;
    let ours = signed_at(&house, 5).await.to_string();
    for foreign in [ours.replace("\n5\n", "\n6\n"), "x".to_owned()] {
        let reply = ask(&house.public, &token, &with_had(&[foreign])).await;
        let problem = reply.problem(422, "foreign-checkpoint");
        assert_eq!(problem["facts"]["origin"], ORIGIN);
    }
    for query in ["size=5", &format!("had={}", "a".repeat(4_000))] {
        let reply = ask(&house.public, &token, &format!("{}?{query}", path())).await;
        reply.problem(400, "malformed");
    }
    let many = vec![ours; 5];
    let reply = ask(&house.public, &token, &with_had(&many)).await;
    reply.problem(400, "malformed");
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

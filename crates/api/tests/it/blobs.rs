//! Documents that leave the building by the events that name them.

use sha2::{Digest as _, Sha256};

use crate::{
    documents::{PDF, reported},
    export::{auditor, client, open},
    house::{House, ledger},
    talk::{ask, ask_with},
};
use khen_eventlog::OwnerId;
use khen_export::repr_digest;

const EVENTS: &str = "/export/v1/made-up/events";

/// The position of the newest event that names a document, and the hash of that.
async fn naming(house: &House) -> (u64, String) {
    reported(house).await;
    let (token, path) = (auditor(house).await, format!("{EVENTS}?from=0&limit=5000"));
    let events = ask(&house.public, &token, &path).await.ok(200);
    let mut named = events.as_array().unwrap().iter().rev();
    let event = named
        .find(|event| event["data"]["evidence"].is_array())
        .unwrap();
    let position = event["sequence"].as_str().unwrap().parse().unwrap();
    let sha256 = event["data"]["evidence"][0]["sha256"].as_str().unwrap();
    (position, sha256.to_owned())
}

fn path(position: u64, sha256: &str) -> String {
    format!("{EVENTS}/{position}/blobs/sha256/{sha256}")
}

#[tokio::test]
async fn an_auditor_has_the_document_that_an_event_names() {
    let house = open().await;
    let (position, sha256) = naming(&house).await;
    let token = auditor(&house).await;
    let whole = ask(&house.public, &token, &path(position, &sha256)).await;
    assert_eq!((whole.status.as_u16(), &whole.bytes[..]), (200, PDF));
    assert_eq!(hex::encode(Sha256::digest(&whole.bytes)), sha256);
    assert_eq!(whole.header("content-type"), "application/pdf");
    assert_eq!(whole.header("etag"), format!("\"{sha256}\""));
    assert_eq!(whole.header("repr-digest"), repr_digest(PDF));
    assert!(whole.header("cache-control").contains("private"));
    assert!(whole.header("cache-control").contains("immutable"));
    assert!(whole.header("content-security-policy").contains("sandbox"));
    let named = whole.header("content-disposition");
    let plain = format!(
        "attachment; filename=\"made-up-{position}-{}.pdf\"",
        &sha256[..8]
    );
    assert!(
        named.starts_with(&plain) && named.contains("filename*=UTF-8''"),
        "{named}"
    );

    let rest = [("range", "bytes=10-")];
    let part = ask_with(&house, &token, &path(position, &sha256), &rest).await;
    assert_eq!((part.status.as_u16(), &part.bytes[..]), (206, &PDF[10..]));
    let beyond = [("range", "bytes=9999-")];
    let beyond = ask_with(&house, &token, &path(position, &sha256), &beyond).await;
    beyond.problem(416, "invalid-parameter");
    let known = [("if-none-match", whole.header("etag"))];
    let known = ask_with(&house, &token, &path(position, &sha256), &known).await;
    assert_eq!(known.status.as_u16(), 304);
}

#[tokio::test]
async fn what_an_event_does_not_name_or_the_reader_may_not_read_is_404() {
    let house = open().await;
    let (position, sha256) = naming(&house).await;
    let (auditor, client) = (auditor(&house).await, client(&house).await);
    let other = "0".repeat(64);
    for (token, path) in [
        (&auditor, path(position, &other)),
        (&auditor, path(position, &sha256.to_uppercase())),
        (&auditor, path(position - 1, &sha256)),
        (&auditor, path(99_999, &sha256)),
        (&client, path(position, &sha256)),
    ] {
        let reply = ask(&house.public, token, &path).await;
        reply.problem(404, "not-found");
    }
}

#[tokio::test]
async fn a_document_of_somebody_erased_is_gone() {
    let house = open().await;
    let (position, sha256) = naming(&house).await;
    let owner = OwnerId("org/person/nominee.tu-phap".into());
    house.vault.destroy(&ledger(), &owner).await.unwrap();
    let token = auditor(&house).await;
    let reply = ask(&house.public, &token, &path(position, &sha256)).await;
    reply.problem(410, "erased");
}

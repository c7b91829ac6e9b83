//! An event of the feed, proven to be in the log.

use axum::http::StatusCode;
use serde_json::json;

use crate::{
    house::{House, witness_key},
    sealed::{log_key, seal},
    signed_pages::open,
    talk::{Reply, ask},
};
use khen_audit::{Policy, TlogProof};
use khen_eventlog::WireEvent;

const EVENTS: &str = "/export/v1/made-up/events";

/// The log, with its witness or without.
fn policy(quorum: &str) -> Policy {
    let (log, witness) = (log_key(), witness_key());
    let text = format!(
        "log {}\nwitness w1 {}\nquorum {quorum}\n",
        log.verifier(),
        witness.verifier()
    );
    Policy::parse(&text).unwrap()
}

async fn proof(house: &House, token: &str, query: &str) -> (Reply, TlogProof) {
    let reply = ask(&house.public, token, &format!("{EVENTS}/{query}")).await;
    let text = String::from_utf8(reply.bytes.clone()).unwrap();
    assert_eq!(reply.status, StatusCode::OK, "{text}");
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    let proof = TlogProof::parse(&text).unwrap();
    (reply, proof)
}

#[tokio::test]
async fn an_event_as_it_was_received_is_proven_under_the_witnessed_checkpoint() {
    let (house, token) = open().await;
    seal(&house, Some(5)).await;
    let event = ask(&house.public, &token, &format!("{EVENTS}/3")).await;
    let event = WireEvent::parse(&event.bytes).unwrap();
    let (reply, proof) = proof(&house, &token, "3/proof").await;
    let believed = proof.verify(&event.leaf, &policy("w1")).unwrap();
    assert_eq!((proof.index, believed.tree.size), (3, 5));
    let place = format!("{EVENTS}/3/proof?size=5");
    assert_eq!(reply.header("content-location"), place);
    assert_eq!(reply.header("cache-control"), "private, no-cache");
    let again = ask(&house.public, &token, &place).await;
    assert_eq!(again.bytes, reply.bytes);
    let kept = "private, max-age=31536000, immutable";
    assert_eq!(again.header("cache-control"), kept);
}

#[tokio::test]
async fn what_witnesses_have_not_seen_is_proven_under_the_signed_checkpoint() {
    let (house, token) = open().await;
    seal(&house, Some(5)).await;
    let last = house.size - 1;
    let event = ask(&house.public, &token, &format!("{EVENTS}/{last}")).await;
    let event = WireEvent::parse(&event.bytes).unwrap();
    let (_, proof) = proof(&house, &token, &format!("{last}/proof")).await;
    let believed = proof.verify(&event.leaf, &policy("none")).unwrap();
    assert_eq!(believed.tree.size, house.size);
    assert!(proof.verify(&event.leaf, &policy("w1")).is_err());
    let other = ask(&house.public, &token, &format!("{EVENTS}/0")).await;
    let other = WireEvent::parse(&other.bytes).unwrap();
    assert!(proof.verify(&other.leaf, &policy("none")).is_err());
}

#[tokio::test]
async fn what_no_kept_checkpoint_holds_has_no_proof() {
    let (house, token) = open().await;
    let path = format!("{EVENTS}/3/proof");
    let reply = ask(&house.public, &token, &path).await;
    reply.problem(404, "not-found");
    seal(&house, Some(5)).await;
    let size = house.size;
    for (query, sizes) in [
        ("3/proof?size=4".to_owned(), json!([5, size])),
        (format!("{size}/proof"), json!([5, size])),
        ("5/proof?size=5".to_owned(), json!([5, size])),
    ] {
        let reply = ask(&house.public, &token, &format!("{EVENTS}/{query}")).await;
        let problem = reply.problem(404, "not-found");
        assert_eq!(problem["facts"]["sizes"], sizes, "{query}");
    }
    let reply = ask(&house.public, &token, &format!("{path}?size=all")).await;
    reply.problem(400, "malformed");
}

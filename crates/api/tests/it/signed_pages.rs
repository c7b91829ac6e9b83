//! What a page says of the log, and who signed it.

use serde_json::json;

use crate::{
    house::{House, Wanted},
    sealed::{ORIGIN, log_key, seal},
    talk::{Reply, ask},
};
use khen_audit::{Policy, VerifierKey};
use khen_domain::{
    Role,
    stories_kit::{Stage, grant, system},
};
use khen_export::{SignatureHeaders, SignedAnswer, repr_digest};

const SERVICE: &str = "/export/v1/made-up";

pub(crate) async fn open() -> (House, String) {
    let stage = Stage::ranked().then(
        &system(),
        grant("officer.tai-chinh", Role::ExportClient, "tai-chinh"),
    );
    let house = House::with(Wanted {
        stage,
        ..Wanted::default()
    })
    .await;
    let token = house.token("officer.tai-chinh", Role::ExportClient).await;
    (house, token)
}

fn is_signed(page: &Reply, key: &VerifierKey) -> bool {
    let headers = SignatureHeaders::read(|name| page.header(name));
    let answer = SignedAnswer::read(page.status.as_u16(), |name| page.header(name));
    repr_digest(&page.bytes) == page.header("repr-digest") && headers.is_of(&answer, key)
}

#[tokio::test]
async fn a_page_is_signed_with_the_key_of_the_service_document() {
    let (house, token) = open().await;
    seal(&house, Some(5)).await;
    let service = ask(&house.public, &token, SERVICE).await.ok(200);
    let signing = &service["signing"];
    let key = VerifierKey::parse(signing["vkey"].as_str().unwrap()).unwrap();
    let path = format!("{SERVICE}/events?from=0&limit=3");
    let mut page = ask(&house.public, &token, &path).await;
    let named = format!("keyid={}", signing["key_id"]);
    assert!(page.header("signature-input").contains(&named), "{page:?}");
    assert!(is_signed(&page, &key));
    assert_eq!(page.header("khen-witnessed-size"), "5");
    page.bytes[20] ^= 1;
    assert!(!is_signed(&page, &key), "a flipped bit is noticed");
}

#[tokio::test]
async fn a_page_of_a_log_that_nobody_signed_yet_is_not_signed() {
    let (house, token) = open().await;
    let path = format!("{SERVICE}/events?from=0&limit=3");
    let page = ask(&house.public, &token, &path).await;
    assert_eq!(page.header("signature"), "");
    assert_eq!(page.header("khen-witnessed-size"), "0");
    let service = ask(&house.public, &token, SERVICE).await.ok(200);
    assert_eq!(service["signing"], json!(null));
    assert_eq!(service["log"]["origin"], json!(null));
}

#[tokio::test]
async fn the_service_document_names_the_authority_the_log_and_who_is_believed() {
    let (house, token) = open().await;
    seal(&house, None).await;
    let service = ask(&house.public, &token, SERVICE).await.ok(200);
    let agency = service["agency"].as_str().unwrap();
    assert!(!agency.is_empty());
    let log = &service["log"];
    assert_eq!(log["origin"], ORIGIN);
    assert_eq!(log["vkeys"], json!([log_key().verifier().to_string()]));
    let policy = Policy::parse(log["policy"].as_str().unwrap()).unwrap();
    let keys: Vec<_> = policy
        .logs()
        .iter()
        .map(|log| log.key.to_string())
        .collect();
    let export = service["signing"]["vkey"].as_str().unwrap();
    let of_export = [log_key().verifier().to_string(), export.to_owned()];
    assert_eq!(keys[..2], of_export);
    assert!(keys[2].starts_with(&format!("{ORIGIN}/evidence/v1+")));
    assert_eq!(keys.len(), 3);
    assert_eq!(policy.witnesses().count(), 1);
    assert_eq!(policy.quorum(), "witnesses");
    for link in [
        "events",
        "checkpoint",
        "openapi",
        "asyncapi",
        "consumers",
        "authorization_server",
    ] {
        let path = service["links"][link].as_str().unwrap();
        let reply = ask(&house.public, &token, path).await;
        assert_eq!(reply.status.as_u16(), 200, "{path}");
    }
}

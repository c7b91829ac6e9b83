//! How the server lets a bell in.

use std::{fs, path::Path};

use tempfile::TempDir;

use khen_bus_nats::{BusError, NatsBell};
use khen_eventlog::Doorbell as _;
use khen_testbed::NatsServer;

use crate::house::{heard, ledger};

/// The pair of keys that the documentation of NATS shows.
const SEED: &str = "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY";
const PUBLIC: &str = "UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4";

async fn rings(url: &str, credentials: Option<&Path>) {
    let here = NatsBell::connect(url, credentials).await.expect("let in");
    let there = NatsBell::connect(url, credentials).await.expect("let in");
    let mut far = there.listen();
    here.ring(&ledger("hon-quan"));
    heard(&mut *far).await;
}

fn at(server: &NatsServer, key: &str) -> String {
    format!("nats://{key}@127.0.0.1:{}", server.port())
}

fn file(folder: &TempDir, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("the file is written");
    path
}

#[tokio::test]
async fn a_password_in_the_url_opens_and_a_wrong_one_is_refused() {
    let server = NatsServer::start_with(&["--user", "khen", "--pass", "m@t khau"]);
    rings(&at(&server, "khen:m%40t%20khau"), None).await;
    for wrong in [at(&server, "khen:other"), server.url()] {
        let refused = NatsBell::connect(&wrong, None).await;
        assert!(matches!(refused, Err(BusError::Refused(_))), "{wrong}");
    }
}

#[tokio::test]
async fn a_token_in_the_url_opens() {
    let server = NatsServer::start_with(&["--auth", "s3cret"]);
    rings(&at(&server, "s3cret"), None).await;
}

#[tokio::test]
async fn a_bell_needs_no_more_than_its_own_subjects() {
    let folder = tempfile::tempdir().unwrap();
    let own = r#"{ publish: "khen.bell.>", subscribe: "khen.bell.>" }"#;
    let user = format!("{{ user: khen, password: word, permissions: {own} }}");
    let config = format!("authorization {{ users: [ {user} ] }}");
    let config = file(&folder, "nats.conf", &config);
    let server = NatsServer::start_with(&["--config", &config.to_string_lossy()]);
    rings(&at(&server, "khen:word"), None).await;
    assert!(!server.log().contains("Violation"), "{}", server.log());
}

#[tokio::test]
async fn the_seed_of_an_nkey_in_a_file_opens() {
    let folder = tempfile::tempdir().unwrap();
    let config = format!("authorization {{ users: [ {{ nkey: {PUBLIC} }} ] }}");
    let config = file(&folder, "nats.conf", &config);
    let server = NatsServer::start_with(&["--config", &config.to_string_lossy()]);
    let seed = file(&folder, "seed", &format!("{SEED}\n"));
    rings(&server.url(), Some(&seed)).await;
}

#[tokio::test]
async fn a_file_without_credentials_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let empty = file(&folder, "empty.creds", "nothing\n");
    for wrong in [empty, folder.path().join("missing.creds")] {
        let refused = NatsBell::connect("nats://127.0.0.1:1", Some(&wrong)).await;
        assert!(matches!(refused, Err(BusError::Credentials(_))));
    }
}

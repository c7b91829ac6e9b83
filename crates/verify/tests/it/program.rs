//! `khen-verify` as people and programs call it.

use std::{
    fs,
    process::{Command, Output},
};

use serde_json::Value;

use crate::{
    case::policy,
    changes::{bundle, concealed, open, text, unpack, zip},
};

fn run(arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, .. } = Command::new(env!("CARGO_BIN_EXE_khen-verify"))
        .args(arguments)
        .output()
        .unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap())
}

#[test]
fn a_sound_bundle_exits_with_zero_and_shows_the_keys_to_compare() {
    let place = tempfile::tempdir().unwrap();
    let archive = place.path().join("bundle.zip");
    fs::write(&archive, zip()).unwrap();
    let archive = archive.to_str().unwrap();
    let (code, said) = run(&["bundle", archive]);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("ĐẠT") && said.contains("OK: everything"),
        "{said}"
    );
    assert!(said.contains("khen.example/log/hon-quan+"), "{said}");
    let own = place.path().join("policy.txt");
    fs::write(&own, policy(3).to_string()).unwrap();
    let (code, said) = run(&[
        "bundle",
        archive,
        "--policy",
        own.to_str().unwrap(),
        "--json",
    ]);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &said["exit"]), (2, &2.into()));
    assert_eq!(said["problems"][0]["code"], "no-quorum");
    assert_eq!(said["keys"]["own_policy"], false);
}

#[test]
fn every_change_has_the_exit_code_of_its_kind() {
    for change in open().into_iter().chain(concealed()) {
        let place = tempfile::tempdir().unwrap();
        unpack(&change.files, place.path());
        let (code, said) = run(&["bundle", place.path().to_str().unwrap()]);
        assert_eq!(code, i32::from(change.exit_code), "{}: {said}", change.name);
        assert!(said.contains(change.at), "{}: {said}", change.name);
    }
}

#[test]
fn what_cannot_be_read_exits_with_three() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("bundle.zip");
    let path = file.to_str().unwrap();
    assert_eq!(run(&["bundle", path]).0, 3);
    fs::write(&file, "no archive").unwrap();
    let (code, said) = run(&["bundle", path, "--json"]);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &said["verdict"]), (3, &"malformed".into()));
}

#[test]
fn an_event_is_proven_from_its_files_alone() {
    let place = tempfile::tempdir().unwrap();
    let files = bundle();
    let write = |name: &str, content: &str| {
        let path = place.path().join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let proof = write("proof", &text(&files, "proofs/3.tlog-proof"));
    let policy = write("policy", &text(&files, "policy.txt"));
    let events = text(&files, "events.ndjson");
    let event = write("event", events.lines().nth(1).unwrap());
    let other = write("other", events.lines().nth(2).unwrap());
    let check = |event: &str| run(&["proof", &proof, "--event", event, "--policy", &policy]).0;
    assert_eq!((check(&event), check(&other)), (0, 1));
}

//! A mirror of a ledger, kept by the real program: killed, rolled back, lied to.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use axum::{Router, http::StatusCode, routing::get};
use serde_json::Value;

use crate::house::{House, Serving};
/// `khen pull` of the demo's ledger into this folder, by the auditor.
pub(crate) fn pull(house: &House, url: &str, to: &Path, more: &[&str]) -> Command {
    let to = to.to_str().unwrap();
    let words = ["pull", "--ledger", "hon-quan", "--to", to];
    let mut command = house.khen(&[&words[..], more].concat());
    let token = house.data().join("tokens/KT.auditor");
    command.env("KHEN_URL", url).env("KHEN_TOKEN_FILE", token);
    command.env("KHEN_LANGUAGE", "en");
    command
}

pub(crate) fn once(house: &House, serving: &Serving, to: &Path) -> Output {
    pull(house, &serving.url, to, &["--once"]).output().unwrap()
}

#[track_caller]
pub(crate) fn assert_code(output: &Output, code: i32) -> String {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{told}");
    told
}

/// The files of a mirror, in order.
fn files(mirror: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(mirror.join("hon-quan")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|one| one == "ndjson"))
        .collect();
    paths.sort();
    paths
}

pub(crate) fn lines(mirror: &Path) -> Vec<u8> {
    files(mirror)
        .iter()
        .flat_map(|file| fs::read(file).unwrap())
        .collect()
}

pub(crate) fn state(mirror: &Path) -> Value {
    serde_json::from_slice(&fs::read(mirror.join("hon-quan/state.json")).unwrap()).unwrap()
}

/// A command that has a unit's feedback of this number recorded, once those before it are: something
/// that happens.
pub(crate) fn feedback(house: &House, serving: &Serving, number: usize) -> Command {
    let body = house.path("feedback.json");
    let content = format!(
        r#"{{ "feedback": "HQ-CCHC-2024/tu-phap/{number}", "topic": "criteria", "text": "Góp ý minh họa" }}"#
    );
    fs::write(&body, content).unwrap();
    let words = ["command", "file_feedback", "--content"];
    let mut command = house.khen(&[&words[..], &[body.to_str().unwrap()]].concat());
    let officer = house.data().join("tokens/TP-CB.unit_officer");
    command.env("KHEN_URL", &serving.url);
    command.env("KHEN_TOKEN_FILE", officer);
    command
}

/// Something happens.
pub(crate) fn file_feedback(house: &House, serving: &Serving) {
    assert_code(&feedback(house, serving, 1).output().unwrap(), 0);
}

#[test]
fn who_follows_is_told_of_what_happens() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    assert_code(&once(&house, &serving, &mirror), 0);
    let before = state(&mirror)["next"].as_u64().unwrap();
    let mut follower = pull(&house, &serving.url, &mirror, &[])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(follower.stdout.take().unwrap()).lines();
    file_feedback(&house, &serving);
    let line = told.next().unwrap().unwrap();
    follower.kill().unwrap();
    follower.wait().unwrap();
    assert!(line.contains("events are kept"), "{line}");
    assert!(state(&mirror)["next"].as_u64().unwrap() > before);
}

#[test]
fn a_server_that_lost_events_raises_an_alarm_and_the_mirror_stays() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    assert_code(&once(&house, &serving, &mirror), 0);
    drop(serving);
    let (kept, before) = (lines(&mirror), state(&mirror));
    // As after a restore: the ledger begins anew, first with fewer events, then with as many others.
    for gate in ["launch", "review"] {
        let other = House::new();
        let secrets = (house.data().join("secrets"), other.data().join("secrets"));
        fs::create_dir_all(&secrets.1).unwrap();
        for key in ["log.key", "export.key"] {
            fs::copy(secrets.0.join(key), secrets.1.join(key)).unwrap();
        }
        let serving = other.serve(&format!("demo --until {gate}"));
        let told = assert_code(&once(&other, &serving, &mirror), 5);
        assert!(
            told.contains("ALARM") && told.contains("rolled back"),
            "{told}"
        );
        assert_eq!(
            (lines(&mirror), state(&mirror)),
            (kept.clone(), before.clone())
        );
    }
    let forgetful = forgetful(before["next"].as_u64().unwrap() - 1);
    let output = pull(&house, &forgetful, &mirror, &["--once", "--format", "json"])
        .output()
        .unwrap();
    assert_code(&output, 5);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["problem"]["code"], "rolled-back");
    assert_eq!(lines(&mirror), kept);
}

/// A server whose log ends before every cursor.
fn forgetful(size: u64) -> String {
    let problem =
        format!(r#"{{ "code": "cursor-ahead-of-log", "facts": {{ "log_size": {size} }} }}"#);
    served(get(move || async move { (StatusCode::CONFLICT, problem) }))
}

/// Serves one answer on every path, until the process of the test ends.
fn served(answer: axum::routing::MethodRouter) -> String {
    let (send, receive) = std::sync::mpsc::channel::<SocketAddr>();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
                .await
                .unwrap();
            send.send(listener.local_addr().unwrap()).unwrap();
            let router = Router::new().route("/export/v1/hon-quan/events", answer);
            let router = router.fallback((StatusCode::NOT_FOUND, r#"{ "code": "not-found" }"#));
            axum::serve(listener, router).await.unwrap();
        });
    });
    format!("http://{}", receive.recv().unwrap())
}

#[test]
fn a_page_that_was_changed_on_its_way_is_not_kept() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    assert_code(&once(&house, &serving, &mirror), 0);
    let whole = lines(&mirror);
    let first: Vec<u8> = whole
        .split_inclusive(|byte| *byte == b'\n')
        .next()
        .unwrap()
        .to_vec();
    let second: Vec<u8> = whole
        .split_inclusive(|byte| *byte == b'\n')
        .nth(1)
        .unwrap()
        .to_vec();
    let text = String::from_utf8(first.clone()).unwrap();
    let changed = text
        .replacen("\"data\":{", "\"data\":{\"a\":1,", 1)
        .into_bytes();
    let (right, none) = (khen_export::repr_digest, String::new);
    let lies = [
        ("another digest", first.clone(), right(b"")),
        ("no digest", first.clone(), none()),
        ("a changed event", changed.clone(), right(&changed)),
        ("a gap", second.clone(), right(&second)),
        (
            "a line that breaks off",
            first[..first.len() - 1].to_vec(),
            right(&first[..first.len() - 1]),
        ),
        ("nothing before the end", Vec::new(), right(b"")),
    ];
    for (lie, bytes, digest) in lies {
        let next = if bytes.is_empty() { "0" } else { "1" };
        let headers = [
            ("khen-next", next.to_owned()),
            ("khen-log-size", "9".to_owned()),
            ("repr-digest", digest),
        ];
        let liar = served(get(move || async move { (headers, bytes) }));
        let deceived = house.path("deceived");
        let output = pull(&house, &liar, &deceived, &["--once"])
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(6), "{lie}: {told}");
        assert!(files(&deceived).is_empty(), "{lie}");
    }
}

#[test]
fn a_damaged_mirror_is_found_and_a_torn_end_is_cut_off() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    assert_code(&once(&house, &serving, &mirror), 0);
    let (whole, tail) = (lines(&mirror), files(&mirror).pop().unwrap());
    // What a kill may leave: half a line, and a file that the state knows nothing of.
    let mut torn = fs::OpenOptions::new().append(true).open(&tail).unwrap();
    torn.write_all(b"{\"authid\":").unwrap();
    let stray = mirror.join("hon-quan/00000000000000040960.ndjson");
    fs::write(&stray, "{}\n").unwrap();
    assert_code(&once(&house, &serving, &mirror), 0);
    assert_eq!(lines(&mirror), whole);
    // What a disk may do.
    let mut bytes = whole.clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&tail, &bytes).unwrap();
    let told = assert_code(&once(&house, &serving, &mirror), 1);
    assert!(told.contains("the mirror is damaged"), "{told}");
    assert_eq!(
        lines(&mirror),
        bytes,
        "nothing is repaired behind anybody's back"
    );
}

#[test]
fn two_cannot_keep_one_mirror() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let mirror = house.path("mirror");
    let mut follower = pull(&house, &serving.url, &mirror, &[])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let first = BufReader::new(follower.stdout.take().unwrap())
        .lines()
        .next();
    first.unwrap().unwrap();
    let told = assert_code(&once(&house, &serving, &mirror), 1);
    assert!(told.contains("another khen pull"), "{told}");
    follower.kill().unwrap();
    follower.wait().unwrap();
    assert_code(&once(&house, &serving, &mirror), 0);
}

//! What a script may rely on: exit codes, stdout and stderr, and lines that are repeated.

use std::process::Output;

use serde_json::Value;

use crate::{counter::Counter, house::House};

const SEAL: &[&str] = &["issue", "HQ-CCHC-2024-1"];

/// Runs a line against this server.
fn run(house: &House, url: &str, words: &[&str]) -> Output {
    let mut command = house.khen(words);
    let command = command.env("KHEN_URL", url).env("KHEN_TOKEN", "made-up");
    command.output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn what_is_done_is_told_on_stdout_and_nothing_on_stderr() {
    let (house, counter) = (House::new(), Counter::open());
    let output = run(&house, &counter.url(), SEAL);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout)
            .matches("Đã ghi nhận")
            .count(),
        2
    );
}

#[test]
fn a_server_that_is_busy_is_asked_again_with_the_same_key() {
    let (house, counter) = (House::new(), Counter::busy(2));
    let output = run(&house, &counter.url(), SEAL);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let keys = counter.keys();
    assert_eq!(keys.len(), 4, "two commands, the first of them three times");
    assert_eq!((&keys[0], &keys[1]), (&keys[1], &keys[2]));
    assert_eq!(keys[3], format!("{}/2", keys[0]));
}

#[test]
fn a_line_that_was_not_answered_is_repeated_with_the_key_that_is_told() {
    let (house, counter) = (House::new(), Counter::busy(3));
    let output = run(&house, &counter.url(), SEAL);
    assert_eq!(output.status.code(), Some(3));
    let told = stderr(&output);
    let key = told.split("--key ").nth(1).unwrap();
    let key = key.split('.').next().unwrap();
    let again = [SEAL, &["--key", key]].concat();
    assert_eq!(run(&house, &counter.url(), &again).status.code(), Some(0));
    assert!(counter.keys().iter().all(|sent| sent.starts_with(key)));
}

#[test]
fn without_a_server_a_line_says_so() {
    let house = House::new();
    let nowhere = "http://127.0.0.1:9";
    let output = run(&house, nowhere, &["queue"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains(nowhere), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
    let output = run(&house, nowhere, &["queue", "--format", "json"]);
    assert_eq!(json(&output)["problem"]["code"], "no-answer");
}

#[test]
fn a_line_that_is_wrong_here_sends_nothing() {
    let (house, counter) = (House::new(), Counter::open());
    for wrong in [
        &["status", "HQ-CCHC-2024-0001-Z"][..],
        &["nominate", "confirm", "HQ-CCHC-2024-0001", "nowhere.pdf"],
        &[
            "review",
            "find",
            "HQ-CCHC-2024-0001",
            "C1=met",
            "--note",
            "C2=Thiếu",
        ],
        &[
            "council",
            "recuse",
            "HQ-CCHC-2024-1",
            "HQ-CCHC-2024-0001",
            "--because",
            "personally_involved",
            "--member",
            "Nobody",
        ],
        &["queue", "--token-file", "also.token"],
    ] {
        let output = run(&house, &counter.url(), wrong);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{wrong:?}: {}",
            stderr(&output)
        );
        assert!(output.stdout.is_empty(), "{wrong:?}");
    }
    assert!(counter.keys().is_empty());
}

#[test]
fn a_refusal_is_told_in_words_and_as_a_problem() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let clerk = house.data().join("tokens/VT.records_clerk");
    let line = ["number", "HQ-CCHC-2024-1", "4385", "--date", "2024-03-15"];
    let ask = |more: &[&str]| {
        let words = [&line[..], more].concat();
        let mut command = house.khen(&words);
        let command = command.env("KHEN_URL", &serving.url);
        command.env("KHEN_TOKEN_FILE", &clerk).output().unwrap()
    };
    let output = ask(&["--language", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(stderr(&output).lines().count() >= 3, "{}", stderr(&output));
    let output = ask(&["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output)["problem"]["status"], 422);
    assert_eq!(json(&output)["commands"], Value::Array(Vec::new()));
}

//! The walk of the README, as it stands there: one nomination from a draft to a received dossier.

use std::{fmt::Write as _, process::Command};

use crate::house::House;

const README: &str = include_str!("../../README.md");

#[test]
fn a_newcomer_takes_one_nomination_to_a_received_dossier() {
    let house = House::new();
    let serving = house.serve("demo --until allocation");
    let (before, acts) = walk();
    let mut transcript = String::new();
    for act in acts {
        let script = format!("set -e\n{before}\n{act}");
        let output = Command::new("bash")
            .args(["-c", &script])
            .current_dir(house.data())
            .env("KHEN_URL", &serving.url)
            .env_remove("KHEN_TOKEN")
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{act}\n{told}");
        let said = String::from_utf8(output.stdout).unwrap();
        writeln!(transcript, "$ {act}\n{said}{told}").unwrap();
    }
    assert!(transcript.contains("Đã tiếp nhận"), "{transcript}");
    insta::assert_snapshot!("walk", transcript);
}

/// What the second terminal is told: what makes ready, and the lines that act.
fn walk() -> (String, Vec<&'static str>) {
    let section = README.split("## From the command line").nth(1).unwrap();
    let block = section.split("```sh\n").nth(2).unwrap();
    let block = block.split("```").next().unwrap();
    let is_act = |line: &&str| line.starts_with("as ");
    // The test has a folder and a program of its own.
    let before: Vec<&str> = block
        .lines()
        .filter(|line| !is_act(line) && !line.starts_with("cd "))
        .collect();
    let before = before.join("\n");
    let before = before.replace("../../target/debug/khen", env!("CARGO_BIN_EXE_khen"));
    (before, block.lines().filter(is_act).collect())
}

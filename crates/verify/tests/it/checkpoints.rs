//! What several people were shown of one log, held against each other.

use std::{fs, process::Command};

use crate::case::{SIZE, log_key, policy, sealed};
use khen_audit::{Checkpoint, Hash, KeyName, Note, Origin, SigningKey, TreeHead};
use khen_verify::{Problem, Verdict, check_checkpoints};

/// A checkpoint of this tree, signed by this key.
fn signed(key: &SigningKey, tree: TreeHead) -> String {
    let origin = Origin::from(key.verifier().name().clone());
    let text = Checkpoint::new(origin, tree).to_string();
    Note::sign(text, key).unwrap().to_string()
}

fn forged(size: u64) -> String {
    let root = Hash([9; 32]);
    signed(&log_key(), TreeHead { size, root })
}

fn found(notes: &[&str]) -> (Verdict, Vec<(String, &'static str)>) {
    let names = ["ours", "theirs", "the board's"];
    let notes = names.into_iter().zip(notes);
    let notes: Vec<_> = notes
        .map(|(name, note)| (name.to_owned(), (*note).to_owned()))
        .collect();
    let report = check_checkpoints(&notes, &policy(2));
    let told = |Problem { at, what }: &Problem| (at.clone(), what.code());
    (report.verdict(), report.problems.iter().map(told).collect())
}

#[test]
fn two_roots_for_one_size_are_a_fork() {
    let ours = sealed(SIZE, 2).0.to_string();
    let fork = (Verdict::ProofFailed, vec![("theirs".to_owned(), "fork")]);
    assert_eq!(found(&[&ours, &forged(SIZE), &ours]), fork);
}

#[test]
fn the_same_tree_and_trees_of_other_sizes_are_no_fork() {
    let ours = sealed(SIZE, 2).0.to_string();
    // Another witness has cosigned what they were shown.
    let theirs = sealed(SIZE, 3).0.to_string();
    let fine = (Verdict::Ok, Vec::new());
    assert_eq!(found(&[&ours, &theirs, &forged(SIZE - 1)]), fine);
}

#[test]
fn what_the_log_did_not_sign_is_no_evidence() {
    let ours = sealed(SIZE, 2).0.to_string();
    let changed = ours.replacen(&format!("\n{SIZE}\n"), "\n299\n", 1);
    let (verdict, problems) = found(&[&ours, &changed]);
    assert_eq!(verdict, Verdict::ProofFailed);
    assert_eq!(problems[0], ("theirs".to_owned(), "bad-signature"));
    let name = KeyName::parse("other.example/log/hon-quan").unwrap();
    let other = SigningKey::from_seed(name, [7; 32].into());
    let tree = sealed(SIZE, 2).0.checkpoint().tree();
    let strange = signed(&other, tree);
    let (verdict, problems) = found(&[&ours, &strange]);
    assert_eq!(verdict, Verdict::PolicyNotMet);
    assert_eq!(problems, [("theirs".to_owned(), "unknown-log")]);
}

#[test]
fn the_program_names_both_files() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = place.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let policy = write("policy", &policy(2).to_string());
    let ours = write("ours", &sealed(SIZE, 2).0.to_string());
    let theirs = write("theirs", &forged(SIZE));
    let done = Command::new(env!("CARGO_BIN_EXE_khen-verify"))
        .arg("checkpoints")
        .args([&ours, &theirs])
        .arg("--policy")
        .arg(policy)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    let said = String::from_utf8(done.stdout).unwrap();
    for file in [ours, theirs] {
        assert!(said.contains(&*file.to_string_lossy()), "{said}");
    }
    assert!(said.contains("two histories"), "{said}");
}

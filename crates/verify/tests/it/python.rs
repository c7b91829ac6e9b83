//! `verify.py`, as it lies in a bundle, comes to the same conclusions.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    case::policy,
    changes::{bundle, concealed, open, unpack, zip},
};

/// The Python that `tests/run` made, which has `cryptography`; else the one of the machine.
fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let own = root.join("target/services/python/bin/python");
    if own.exists() { own } else { "python3".into() }
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let script = folder.join("verify.py");
    fs::write(&script, bundle().get("verify.py").unwrap()).unwrap();
    let output = Command::new(python())
        .arg(&script)
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.is_empty(),
        "{errors}; `tests/run` installs what is missing"
    );
    (output.status.code().unwrap(), said)
}

#[test]
fn python_accepts_a_sound_bundle_as_archive_and_as_folder() {
    let place = tempfile::tempdir().unwrap();
    let archive = place.path().join("bundle.zip");
    fs::write(&archive, zip()).unwrap();
    let (code, said) = run(place.path(), &[archive.to_str().unwrap()]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("5 sự kiện"), "{said}");
    let folder = place.path().join("bundle");
    unpack(&bundle(), &folder);
    let (code, said) = run(place.path(), &[folder.to_str().unwrap()]);
    assert_eq!(code, 0, "{said}");
    let own = place.path().join("policy.txt");
    fs::write(&own, policy(3).to_string()).unwrap();
    let own = ["--policy", own.to_str().unwrap()];
    let (code, said) = run(
        place.path(),
        &[&[archive.to_str().unwrap()], &own[..]].concat(),
    );
    assert_eq!(code, 2, "{said}");
}

#[test]
fn python_finds_every_change_that_breaks_a_proof() {
    for change in open().into_iter().chain(concealed()) {
        // What follows from the type of an event is known to programs of the house only.
        let is_house_rule = change.code == "other-member";
        let expected = if is_house_rule {
            0
        } else {
            i32::from(change.exit_code)
        };
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("bundle");
        unpack(&change.files, &folder);
        let (code, said) = run(place.path(), &[folder.to_str().unwrap()]);
        assert_eq!(code, expected, "{}: {said}", change.name);
    }
}

//! A mirror with the documents that its events name.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{
    house::House,
    pull::{assert_code, lines, pull},
    pull_log::DAMAGED,
    pull_signed::gateway,
};

pub(crate) const WITH_BLOBS: [&str; 2] = ["--once", "--blobs"];

/// The documents that the events of a mirror name, each with what it is there.
pub(crate) fn named(mirror: &Path) -> BTreeMap<String, String> {
    let lines = lines(mirror);
    let events = lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty());
    let papers = events.flat_map(|line| {
        let mut event: Value = serde_json::from_slice(line).unwrap();
        let papers = event["data"]["evidence"].take();
        papers.as_array().cloned().unwrap_or_default()
    });
    let word = |paper: &Value, name: &str| paper[name].as_str().unwrap().to_owned();
    papers
        .map(|paper| (word(&paper, "sha256"), word(&paper, "kind")))
        .collect()
}

/// The documents that are kept, each of which is what its name says.
pub(crate) fn kept(mirror: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(mirror.join("hon-quan/blobs")) else {
        return Vec::new();
    };
    let kept = entries.map(|entry| {
        let entry = entry.unwrap();
        let hash = hex::encode(Sha256::digest(fs::read(entry.path()).unwrap()));
        assert_eq!(entry.file_name().to_str(), Some(&*hash));
        hash
    });
    let mut kept: Vec<_> = kept.collect();
    kept.sort();
    kept
}

fn with_blobs(house: &House, url: &str, to: &str, token: &str) -> (PathBuf, std::process::Command) {
    let mirror = house.path(to);
    let mut command = pull(house, url, &mirror, &WITH_BLOBS);
    command.env("KHEN_TOKEN_FILE", house.data().join("tokens").join(token));
    (mirror, command)
}

#[test]
fn documents_are_kept_under_their_hash_as_far_as_the_reader_may_have_them() {
    let house = House::new();
    let serving = house.serve("demo --until closed");
    let (mirror, mut command) = with_blobs(&house, &serving.url, "auditor", "KT.auditor");
    assert_code(&command.output().unwrap(), 0);
    let all = named(&mirror);
    assert!(!all.is_empty());
    assert_eq!(kept(&mirror), all.keys().cloned().collect::<Vec<_>>());
    // Nothing is asked for twice, and what was lost is not asked for by itself.
    assert_code(&command.output().unwrap(), 0);

    let (mirror, mut command) = with_blobs(&house, &serving.url, "client", "KT.export_client");
    assert_code(&command.output().unwrap(), 0);
    let kept = kept(&mirror);
    assert!(!kept.is_empty(), "the decision is issued");
    assert!(kept.iter().all(|hash| all[hash] == "decision"), "{kept:?}");
}

#[test]
fn a_document_that_was_changed_on_its_way_is_not_kept() {
    let house = House::new();
    let serving = house.serve("demo --until review");
    let url = gateway(&serving.url, |path, passing| {
        if path.contains("/blobs/") {
            passing.body[7] ^= 1;
        }
    });
    let (mirror, mut command) = with_blobs(&house, &url, "mirror", "KT.auditor");
    assert_code(&command.output().unwrap(), DAMAGED);
    assert_eq!(kept(&mirror), Vec::<String>::new());
    // The same mirror, asked of the server itself.
    let (mirror, mut command) = with_blobs(&house, &serving.url, "mirror", "KT.auditor");
    assert_code(&command.output().unwrap(), 0);
    assert!(!kept(&mirror).is_empty());
}

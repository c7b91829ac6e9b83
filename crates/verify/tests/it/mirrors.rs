//! A whole log on a disk: its tiles and its events make the tree that was signed.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::{
    case::{SIZE, SOURCE, event, policy, sealed},
    changes::without_line,
};
use khen_audit::{bundles_of, encode_bundle};
use khen_eventlog::{Payload, leaf_bytes, write_cloud_event};
use khen_verify::{Counted, Report, Verdict, check_mirror};

fn write(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn lines(positions: std::ops::Range<u64>) -> Vec<u8> {
    let mut lines = Vec::new();
    for position in positions {
        write_cloud_event(&mut lines, SOURCE, &event(position), Payload::NotAsked).unwrap();
        lines.push(b'\n');
    }
    lines
}

/// Tiles, entries, events in two files, checkpoint and policy.
fn mirror() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    let (checkpoint, tiles) = sealed(SIZE, 2);
    write(folder, "checkpoint", checkpoint.to_string());
    write(folder, "policy.txt", policy(2).to_string());
    for tile in tiles {
        write(folder, &tile.id().to_string(), tile.bytes());
    }
    for id in bundles_of(SIZE) {
        let positions = id.index() * 256..id.index() * 256 + u64::from(id.width());
        let leaves = positions.map(|position| leaf_bytes(SOURCE, &event(position)).unwrap());
        let bundle = encode_bundle(&leaves.collect::<Vec<_>>()).unwrap();
        write(folder, &id.to_string(), bundle);
    }
    write(folder, "events/0000.ndjson", lines(0..200));
    write(folder, "events/0200.ndjson", lines(200..SIZE));
    place
}

fn found(folder: &Path) -> (Verdict, Vec<(String, &'static str)>) {
    let Report { problems, .. } = &check_mirror(folder, None);
    let found = problems.iter().map(|one| (one.at.clone(), one.what.code()));
    (check_mirror(folder, None).verdict(), found.collect())
}

fn change(folder: &Path, path: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(folder.join(path)).unwrap();
    change(&mut bytes);
    fs::write(folder.join(path), bytes).unwrap();
}

#[test]
fn a_whole_mirror_passes_with_tiles_events_or_both() {
    let place = mirror();
    let report = check_mirror(place.path(), None);
    assert_eq!(report.problems, []);
    let number = |of| {
        report
            .counts
            .iter()
            .find(|count| count.of == of)
            .map(|one| one.number)
    };
    assert_eq!(number(Counted::Tiles), Some(3 + 2));
    assert_eq!(number(Counted::Events), Some(300));
    fs::remove_dir_all(place.path().join("events")).unwrap();
    assert_eq!(found(place.path()), (Verdict::Ok, vec![]));
    let place = mirror();
    fs::remove_dir_all(place.path().join("tile")).unwrap();
    assert_eq!(found(place.path()), (Verdict::Ok, vec![]));
    fs::remove_dir_all(place.path().join("events")).unwrap();
    assert_eq!(found(place.path()).0, Verdict::Malformed);
}

#[test]
fn events_behind_the_checkpoint_are_counted_and_not_proven() {
    let place = mirror();
    write(place.path(), "events/0300.ndjson", lines(300..303));
    let report = check_mirror(place.path(), None);
    assert_eq!(report.verdict(), Verdict::Ok);
    assert!(
        report
            .counts
            .iter()
            .any(|one| one.of == Counted::Unsealed && one.number == 3)
    );
}

#[test]
fn a_flipped_bit_is_found_in_its_file() {
    for path in [
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "tile/entries/000",
    ] {
        let place = mirror();
        change(place.path(), path, |bytes| bytes[20] ^= 1);
        let (verdict, problems) = found(place.path());
        assert_ne!(verdict, Verdict::Ok, "{path}");
        let is_told = problems
            .iter()
            .any(|(at, code)| at == path || *code == "other-root");
        assert!(is_told, "{path}: {problems:?}");
    }
    let place = mirror();
    change(place.path(), "events/0000.ndjson", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = text.replacen("r-7\"", "r-8\"", 1).into_bytes();
    });
    let expected = vec![("events/0000.ndjson:8".to_owned(), "other-leaf")];
    assert_eq!(found(place.path()), (Verdict::ProofFailed, expected));
}

#[test]
fn a_missing_event_or_tile_is_named() {
    let place = mirror();
    change(place.path(), "events/0000.ndjson", |bytes| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = without_line(&text, 150).into_bytes();
    });
    let expected = vec![("events/0000.ndjson:151".to_owned(), "gap")];
    assert_eq!(found(place.path()), (Verdict::ProofFailed, expected));
    let place = mirror();
    fs::remove_file(place.path().join("events/0200.ndjson")).unwrap();
    let expected = vec![("events".to_owned(), "gap")];
    assert_eq!(found(place.path()), (Verdict::ProofFailed, expected));
    let place = mirror();
    fs::remove_file(place.path().join("tile/0/000")).unwrap();
    let (verdict, problems) = found(place.path());
    assert_eq!(verdict, Verdict::ProofFailed);
    assert_eq!(problems[0], ("tile/0/000".to_owned(), "missing"));
}

#[test]
fn a_mirror_without_its_witness_is_not_enough() {
    let place = mirror();
    let report = check_mirror(place.path(), Some(&policy(3)));
    assert_eq!(report.verdict(), Verdict::PolicyNotMet);
}

//! A whole log on a disk: its tiles and its events make the tree that was signed.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::{
    case::{SIZE, SOURCE, event, log_key, policy, sealed},
    changes::without_line,
};
use khen_audit::{Checkpoint, Hash, Note, Origin, SigningKey, TreeHead, bundles_of, encode_bundle};
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
    let Report { problems, .. } = &check_mirror(folder, &[], None);
    let found = problems.iter().map(|one| (one.at.clone(), one.what.code()));
    (check_mirror(folder, &[], None).verdict(), found.collect())
}

fn change(folder: &Path, path: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(folder.join(path)).unwrap();
    change(&mut bytes);
    fs::write(folder.join(path), bytes).unwrap();
}

#[test]
fn a_whole_mirror_passes_with_tiles_events_or_both() {
    let place = mirror();
    let report = check_mirror(place.path(), &[], None);
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
    let report = check_mirror(place.path(), &[], None);
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
    let report = check_mirror(place.path(), &[], Some(&policy(3)));
    assert_eq!(report.verdict(), Verdict::PolicyNotMet);
}

/// What `khen pull` makes of the same log: events in files of its own names, its state, its keys.
fn pulled(next: u64) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    write(folder, "checkpoint", sealed(SIZE, 2).0.to_string());
    write(folder, "policy.txt", policy(2).to_string());
    let events = lines(0..next);
    let name = format!("{:020}.ndjson", 0);
    write(folder, &name, &events);
    let key = log_key().verifier().to_string();
    write(folder, "vkey", key.clone() + "\n");
    write(folder, "export-vkey", key + "\n");
    let state = serde_json::json!({
        "ledger": "hon-quan",
        "source": SOURCE,
        "next": next,
        "tail_bytes": events.len(),
        "root": sealed(next, 2).0.checkpoint().tree().root.to_string(),
    });
    // In the order in which `khen pull` writes the members.
    let members = ["ledger", "source", "next", "tail_bytes", "root"];
    let members = members.map(|name| format!("  \"{name}\": {}", state[name]));
    write(
        folder,
        "state.json",
        format!("{{\n{}\n}}", members.join(",\n")),
    );
    place
}

const EVENTS: &str = "00000000000000000000.ndjson";

#[test]
fn a_mirror_as_it_was_pulled_passes_and_so_do_events_behind_its_checkpoint() {
    for next in [SIZE, SIZE + 3] {
        assert_eq!(found(pulled(next).path()), (Verdict::Ok, vec![]), "{next}");
    }
}

#[test]
fn what_lies_beside_the_events_of_a_mirror_is_held_against_them() {
    let changes: [(&str, &str, &str, &str); 8] = [
        ("state.json", "hon-quan\",", "hon-quam\",", "other-state"),
        (
            "state.json",
            "\"next\": 303",
            "\"next\": 304",
            "other-state",
        ),
        (
            "state.json",
            "\"next\": 303",
            "\"next\":  303",
            "other-form",
        ),
        (
            "state.json",
            "\"tail_bytes\": ",
            "\"tail_bytes\": 1",
            "other-state",
        ),
        ("state.json", "example", "exbmple", "other-state"),
        ("vkey", "\n", "", "unreadable"),
        ("export-vkey", "+", "-", "unreadable"),
        (EVENTS, "\",\"", "\", \"", "other-form"),
    ];
    for (path, from, to, code) in changes {
        let place = pulled(SIZE + 3);
        change(place.path(), path, |bytes| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replacen(from, to, 1).into_bytes();
        });
        let (verdict, problems) = found(place.path());
        let at = |at: &str| at == path || at.starts_with(&format!("{path}:"));
        let is_told = problems
            .iter()
            .any(|(there, what)| at(there) && *what == code);
        assert!(
            is_told && verdict != Verdict::Ok,
            "{path} {from}: {problems:?}"
        );
    }
    for path in ["state.json", "vkey", "export-vkey"] {
        let place = pulled(SIZE);
        fs::remove_file(place.path().join(path)).unwrap();
        let missing = vec![(path.to_owned(), "missing")];
        assert_eq!(found(place.path()), (Verdict::ProofFailed, missing));
    }
}

#[test]
fn a_line_behind_the_end_of_a_mirror_is_named() {
    let place = pulled(SIZE);
    change(place.path(), EVENTS, |bytes| {
        bytes.extend(lines(SIZE..SIZE + 1));
    });
    let behind = vec![(format!("{EVENTS}:{}", SIZE + 1), "behind-end")];
    assert_eq!(found(place.path()), (Verdict::ProofFailed, behind));
    write(place.path(), "more.txt", "x");
    let unlisted = ("more.txt".to_owned(), "unlisted");
    assert!(found(place.path()).1.contains(&unlisted));
}

#[test]
fn a_key_that_the_policy_does_not_name_is_told() {
    let place = pulled(SIZE);
    let other = SigningKey::from_seed(log_key().verifier().name().clone(), [7; 32].into());
    write(place.path(), "vkey", format!("{}\n", other.verifier()));
    let told = vec![("vkey".to_owned(), "other-key")];
    assert_eq!(found(place.path()), (Verdict::PolicyNotMet, told));
}

#[test]
fn a_document_of_a_mirror_is_its_hash_and_named_by_an_event() {
    let place = pulled(SIZE);
    let empty = "blobs/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    write(place.path(), empty, "");
    write(place.path(), "blobs/abc", "x");
    let told = vec![
        ("blobs/abc".to_owned(), "other-name"),
        (empty.to_owned(), "uncited"),
    ];
    assert_eq!(found(place.path()), (Verdict::ProofFailed, told));
}

#[test]
fn what_others_were_shown_finds_an_older_mirror_and_a_forked_one() {
    let seen = |note: String| [("theirs".to_owned(), note)];
    let told = |folder: &Path, note: String| {
        let report = check_mirror(folder, &seen(note), None);
        let told = report.problems.iter().map(|one| one.what.code());
        told.collect::<Vec<_>>()
    };
    let signed = |tree: TreeHead| {
        let origin = Origin::from(log_key().verifier().name().clone());
        let text = Checkpoint::new(origin, tree).to_string();
        Note::sign(text, &log_key()).unwrap().to_string()
    };
    let root = Hash([9; 32]);
    for place in [pulled(SIZE), mirror()] {
        let folder = place.path();
        for (tiles_alone, newer) in [(false, SIZE + 1), (true, SIZE + 1)] {
            if tiles_alone && !folder.join("tile").is_dir() {
                continue;
            }
            if tiles_alone {
                fs::remove_dir_all(folder.join("events")).unwrap();
            }
            let now = sealed(SIZE, 2).0.to_string();
            assert_eq!(told(folder, now), Vec::<&str>::new());
            assert_eq!(
                told(folder, sealed(100, 2).0.to_string()),
                Vec::<&str>::new()
            );
            assert_eq!(
                told(folder, sealed(newer, 2).0.to_string()),
                ["rolled-back"]
            );
            assert_eq!(told(folder, signed(TreeHead { size: 100, root })), ["fork"]);
            assert_eq!(told(folder, "x".to_owned()), ["unreadable"]);
        }
    }
}

//! Pieces of history on a disk: alone, in the log, and as a whole export.

use std::{fs, ops::Range, path::Path};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::case::{ORIGIN, SIZE, SOURCE, event, log_key, policy, sealed};
use khen_audit::{Frontier, KeyName, Origin, SegmentManifest, SigningKey, leaf_hash};
use khen_eventlog::{Payload, leaf_bytes, write_cloud_event};
use khen_verify::{Counted, Report, Verdict, check_mirror, check_segment};

fn export_key() -> SigningKey {
    let name = KeyName::parse(&format!("{ORIGIN}/export")).unwrap();
    SigningKey::from_seed(name, [7; 32].into())
}

/// The log, its witness, and the key of the export.
fn believed() -> khen_audit::Policy {
    let export = format!("log {}\n{}", export_key().verifier(), policy(2));
    khen_audit::Policy::parse(&export).unwrap()
}

fn lines(positions: Range<u64>) -> Vec<u8> {
    let mut lines = Vec::new();
    for position in positions {
        write_cloud_event(&mut lines, SOURCE, &event(position), Payload::Withheld).unwrap();
        lines.push(b'\n');
    }
    lines
}

/// The manifest of this range, for a file with these bytes.
fn manifest(range: Range<u64>, file: &[u8]) -> SegmentManifest {
    let mut tree = Frontier::new();
    for position in 0..range.end {
        tree.push(leaf_hash(&leaf_bytes(SOURCE, &event(position)).unwrap()));
    }
    SegmentManifest {
        origin: Origin::parse(ORIGIN).unwrap(),
        range,
        root: tree.root(),
        sha256: Sha256::digest(file).into(),
        bytes: file.len() as u64,
    }
}

fn write(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Signs these lines as the segment of this range.
fn put(folder: &Path, range: Range<u64>, lines: &[u8]) {
    let file = zstd::encode_all(lines, 1).unwrap();
    let note = manifest(range, &file).sign(&export_key()).unwrap();
    write(folder, SegmentManifest::PATH, note.to_string());
    write(folder, SegmentManifest::EVENTS_PATH, file);
}

fn segment(range: Range<u64>) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    put(place.path(), range.clone(), &lines(range));
    place
}

/// Checkpoint and tiles.
fn log() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let (checkpoint, tiles) = sealed(SIZE, 2);
    write(place.path(), "checkpoint", checkpoint.to_string());
    for tile in tiles {
        write(place.path(), &tile.id().to_string(), tile.bytes());
    }
    place
}

fn alone(folder: &Path) -> Report {
    check_segment(folder, None, Some(&believed()))
}

fn in_log(folder: &Path) -> Report {
    check_segment(folder, Some(log().path()), Some(&believed()))
}

fn codes(report: &Report) -> (Verdict, Vec<(&str, &'static str)>) {
    let problems = report.problems.iter();
    let codes = problems.map(|one| (one.at.as_str(), one.what.code()));
    (report.verdict(), codes.collect())
}

fn number(report: &Report, of: Counted) -> usize {
    let found = report.counts.iter().find(|count| count.of == of);
    found.map_or(0, |count| count.number)
}

#[test]
fn the_first_segment_makes_its_root_by_itself() {
    let report = alone(segment(0..100).path());
    assert_eq!(codes(&report), (Verdict::Ok, vec![]));
    assert_eq!(number(&report, Counted::Events), 100);
    assert_eq!(number(&report, Counted::Unrooted), 0);
}

#[test]
fn a_later_segment_needs_the_tiles_of_the_log() {
    let place = segment(100..260);
    let report = alone(place.path());
    assert_eq!(codes(&report), (Verdict::Ok, vec![]));
    assert_eq!(number(&report, Counted::Unrooted), 160);
    let report = in_log(place.path());
    assert_eq!(codes(&report), (Verdict::Ok, vec![]));
    assert_eq!(number(&report, Counted::Events), 160);
    assert_eq!(number(&report, Counted::Unrooted), 0);
}

#[test]
fn events_that_the_log_does_not_have_are_found_however_they_are_signed() {
    let place = tempfile::tempdir().unwrap();
    let text = String::from_utf8(lines(100..260)).unwrap();
    let changed = text.replacen("r-107\"", "r-108\"", 1);
    assert_ne!(text, changed);
    put(place.path(), 100..260, changed.as_bytes());
    assert_eq!(
        alone(place.path()).verdict(),
        Verdict::Ok,
        "nothing says so"
    );
    let report = in_log(place.path());
    let at = "events.ndjson.zst:8";
    assert_eq!(
        codes(&report),
        (Verdict::ProofFailed, vec![(at, "other-leaf")])
    );
}

#[test]
fn what_is_wrong_with_a_segment_is_said() {
    let file = SegmentManifest::EVENTS_PATH;
    let place = segment(0..100);
    let mut bytes = fs::read(place.path().join(file)).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    write(place.path(), file, bytes);
    let report = alone(place.path());
    assert_eq!(codes(&report).1[0], (file, "other-bytes"));
    assert_eq!(report.verdict(), Verdict::ProofFailed);

    let place = segment(0..100);
    fs::remove_file(place.path().join(file)).unwrap();
    let found = alone(place.path());
    assert_eq!(
        codes(&found),
        (Verdict::ProofFailed, vec![(file, "missing")])
    );

    for (told, held) in [(0..100, 0..99), (0..100, 0..101), (0..100, 1..100)] {
        let place = tempfile::tempdir().unwrap();
        put(place.path(), told, &lines(held.clone()));
        let report = alone(place.path());
        assert_eq!(report.verdict(), Verdict::ProofFailed, "{held:?}");
    }

    let place = segment(0..100);
    let text = fs::read_to_string(place.path().join("manifest.txt")).unwrap();
    for (from, to, verdict, code) in [
        ("0 100", "0 99", Verdict::ProofFailed, "bad-signature"),
        ("root", "Root", Verdict::Malformed, "unreadable"),
        ("/export ", "/exports ", Verdict::PolicyNotMet, "not-signed"),
    ] {
        write(place.path(), "manifest.txt", text.replacen(from, to, 1));
        let report = alone(place.path());
        assert_eq!(codes(&report).1[0], ("manifest.txt", code));
        assert_eq!(report.verdict(), verdict, "{code}");
    }
}

#[test]
fn a_segment_signed_by_nobody_whom_the_policy_knows_is_not_enough() {
    let place = segment(0..100);
    let report = check_segment(place.path(), None, Some(&policy(2)));
    let found = codes(&report);
    assert_eq!(
        found,
        (Verdict::PolicyNotMet, vec![("manifest.txt", "not-signed")])
    );
    let file = fs::read(place.path().join(SegmentManifest::EVENTS_PATH)).unwrap();
    let note = manifest(0..100, &file).sign(&log_key()).unwrap();
    write(place.path(), "manifest.txt", note.to_string());
    let report = check_segment(place.path(), None, Some(&policy(2)));
    assert_eq!(report.verdict(), Verdict::Ok, "the log itself may sign");
}

/// Two segments, the tail, and the checkpoint of the whole.
fn export() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    for range in [0..100, 100..260] {
        let name = format!("segments/{}-{}", range.start, range.end);
        put(&place.path().join(name), range.clone(), &lines(range));
    }
    write(
        place.path(),
        "00000000000000000260.ndjson",
        lines(260..SIZE),
    );
    write(place.path(), "checkpoint", sealed(SIZE, 2).0.to_string());
    place
}

#[test]
fn segments_and_the_tail_make_the_root_of_the_checkpoint() {
    let place = export();
    let report = check_mirror(place.path(), &[], Some(&believed()));
    assert_eq!(codes(&report), (Verdict::Ok, vec![]));
    assert_eq!(number(&report, Counted::Events), 300);
    assert_eq!(number(&report, Counted::Segments), 2);
}

#[test]
fn a_whole_export_has_no_hole_and_no_other_event() {
    let place = export();
    fs::remove_dir_all(place.path().join("segments/100-260")).unwrap();
    let report = check_mirror(place.path(), &[], Some(&believed()));
    let at = "00000000000000000260.ndjson:1";
    assert_eq!(codes(&report).1[0], (at, "gap"));
    let place = export();
    let text = String::from_utf8(lines(100..260)).unwrap();
    let changed = text.replacen("r-107\"", "r-108\"", 1);
    let second = place.path().join("segments/100-260");
    put(&second, 100..260, changed.as_bytes());
    let report = check_mirror(place.path(), &[], Some(&believed()));
    let found = codes(&report).1;
    assert_eq!(found[0], ("segments/100-260/manifest.txt", "other-root"));
}

//! Manifests of evidence bundles: one way to write them, and signed by a key that the policy knows.

use crate::people::{ORIGIN, log, log_key, policy, tree};
use khen_audit::{BundlePath, Manifest, ManifestError, ManifestFile, Note, Policy, PolicyError};
use khen_eventlog::StreamName;

fn manifest() -> Manifest {
    let file = |path: &str, bytes| ManifestFile {
        path: BundlePath::parse(path).unwrap(),
        bytes,
        sha256: [9; 32],
    };
    Manifest {
        origin: khen_audit::Origin::parse(ORIGIN).unwrap(),
        subject: StreamName::parse("nomination/HQ-1").unwrap(),
        range: 2..5,
        tree: tree(7),
        policy: [1; 32],
        page: [2; 32],
        files: vec![file("events.ndjson", 0), file("policy.txt", 120)],
    }
}

#[test]
fn a_manifest_is_read_as_it_is_written() {
    let text = manifest().to_string();
    assert!(text.starts_with("khen.example/log/hon-quan/evidence/v1\nsubject nomination/HQ-1\n"));
    assert_eq!(Manifest::parse(&text), Ok(manifest()));
}

#[test]
fn a_line_in_another_form_is_named() {
    let text = manifest().to_string();
    for (from, to, line) in [
        ("/evidence/v1", "/evidence/v2", 1),
        ("subject nomination/", "subject ", 2),
        ("range 2 5", "range 2 2", 3),
        ("range 2 5", "range 02 5", 3),
        ("size 7", "size 07", 4),
        ("=\npolicy", "\npolicy", 5),
        ("policy 01", "policy 0", 6),
        ("page 02", "page 0G", 7),
        (" 0 events.ndjson", " 0 ../events", 8),
        (" 0 events.ndjson", " 0 MANIFEST.txt", 8),
        (" 0 events.ndjson", " 0 verify.html", 8),
        (" 0 events.ndjson", " 0 policy.txt", 9),
        ("policy.txt\n", "policy.txt\n\n", 10),
    ] {
        let other = text.replace(from, to);
        assert_ne!(other, text, "{from}");
        assert_eq!(Manifest::parse(&other), Err(ManifestError { line }), "{to}");
    }
}

#[test]
fn a_manifest_is_signed_by_the_log_or_under_its_own_name() {
    let by_log = manifest().sign(&log()).unwrap();
    let signer = manifest().signer(&by_log, &policy()).unwrap().clone();
    assert_eq!(signer, *log().verifier());
    let own = log_key(&format!("{ORIGIN}/evidence/v1"), 7);
    let known = Policy::parse(&format!("log {}\nquorum none\n", own.verifier())).unwrap();
    let by_own = manifest().sign(&own).unwrap();
    assert_eq!(manifest().signer(&by_own, &known).unwrap(), own.verifier());
}

#[test]
fn a_stranger_signs_no_manifest() {
    let origin = manifest().origin;
    let stranger = log_key("khen.example/log/elsewhere", 8);
    let note = manifest().sign(&stranger).unwrap();
    let not_signed = PolicyError::NotSigned {
        origin: origin.clone(),
    };
    assert_eq!(manifest().signer(&note, &policy()), Err(not_signed));
    let known = Policy::parse(&format!("log {}\nquorum none\n", stranger.verifier())).unwrap();
    let unknown = PolicyError::UnknownLog { origin };
    assert_eq!(manifest().signer(&note, &known), Err(unknown));
}

#[test]
fn a_manifest_that_was_changed_is_not_signed() {
    let note = manifest().sign(&log()).unwrap().to_string();
    let note = Note::parse(&note.replace("range 2 5", "range 2 6")).unwrap();
    let changed = Manifest::parse(note.text()).unwrap();
    let policy = policy();
    let refused = changed.signer(&note, &policy);
    assert!(matches!(refused, Err(PolicyError::BadSignature(_))));
}

//! One event against one proof.

use crate::{
    case::{SOURCE, event, policy},
    changes::{bundle, text},
};
use khen_eventlog::{Payload, leaf_bytes, write_cloud_event};
use khen_verify::{Counted, Entry, Verdict, check_proof};

fn json(position: u64, payload: Payload) -> Vec<u8> {
    let mut json = Vec::new();
    write_cloud_event(&mut json, SOURCE, &event(position), payload).unwrap();
    json
}

fn codes(entry: Entry<'_>, proof: &str, witness: u8) -> (Verdict, Vec<&'static str>) {
    let report = check_proof(entry, proof, &policy(witness));
    let codes = report.problems.iter().map(|problem| problem.what.code());
    (report.verdict(), codes.collect())
}

#[test]
fn an_event_whole_or_withheld_and_a_leaf_are_proven() {
    let proof = text(&bundle(), "proofs/40.tlog-proof");
    for payload in [Payload::Whole, Payload::Withheld, Payload::NotAsked] {
        let event = json(40, payload);
        assert_eq!(
            codes(Entry::Event(&event), &proof, 2),
            (Verdict::Ok, vec![])
        );
    }
    let leaf = leaf_bytes(SOURCE, &event(40)).unwrap();
    assert_eq!(codes(Entry::Leaf(&leaf), &proof, 2), (Verdict::Ok, vec![]));
    let report = check_proof(Entry::Leaf(&leaf), &proof, &policy(2));
    assert!(
        report
            .counts
            .iter()
            .any(|count| count.of == Counted::Proofs && count.number == 1)
    );
}

#[test]
fn what_is_wrong_with_a_proof_is_said() {
    let proof = text(&bundle(), "proofs/40.tlog-proof");
    let event = json(40, Payload::Whole);
    let other = json(3, Payload::Whole);
    let changed = String::from_utf8(event.clone())
        .unwrap()
        .replacen("p-1", "p-2", 1);
    for (entry, proof, witness, verdict, code) in [
        (
            &other,
            proof.clone(),
            2,
            Verdict::ProofFailed,
            "other-index",
        ),
        (&event, proof.clone(), 3, Verdict::PolicyNotMet, "no-quorum"),
        (
            &event,
            proof.replace("index", "Index"),
            2,
            Verdict::Malformed,
            "unreadable",
        ),
        (
            &changed.into_bytes(),
            proof.clone(),
            2,
            Verdict::ProofFailed,
            "other-data",
        ),
        (
            &b"[]".to_vec(),
            proof.clone(),
            2,
            Verdict::Malformed,
            "unreadable",
        ),
    ] {
        let (found, codes) = codes(Entry::Event(entry), &proof, witness);
        assert_eq!((found, codes[0]), (verdict, code), "{codes:?}");
    }
    let (verdict, codes) = codes(Entry::Leaf(b"another leaf"), &proof, 2);
    assert_eq!(
        (verdict, codes),
        (Verdict::ProofFailed, vec!["not-included"])
    );
}

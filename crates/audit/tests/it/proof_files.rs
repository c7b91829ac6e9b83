//! Proofs that stand alone.

use proptest::prelude::*;

use khen_audit::{
    PolicyError, ProofError, ProofPlan, SignedCheckpoint, TlogProof, TlogProofError,
    TlogProofParseError,
};

use crate::{
    people::{checkpoint, cosigned, log, policy, signed, tree},
    reference, strange,
};

fn entry(index: u64) -> [u8; 8] {
    index.to_be_bytes()
}

fn proof(index: u64, size: u64) -> TlogProof {
    let tiles = reference::tile_set(&reference::leaves(size));
    TlogProof {
        extra: None,
        index,
        path: ProofPlan::inclusion(index, size)
            .unwrap()
            .prove(&tiles)
            .unwrap(),
        checkpoint: cosigned(size),
    }
}

#[test]
fn an_entry_is_proven_by_its_own_file_only() {
    let policy = policy();
    for index in 0..7 {
        let proof = TlogProof::parse(&proof(index, 7).to_string()).unwrap();
        for other in 0..7 {
            let verified = proof.verify(&entry(other), &policy);
            assert_eq!(
                verified.is_ok(),
                other == index,
                "{other} by the proof of {index}"
            );
        }
    }
}

#[test]
fn any_changed_character_of_a_proof_is_found() {
    let policy = policy();
    for other in strange::flipped(&proof(3, 5).to_string()) {
        let is_believed =
            TlogProof::parse(&other).is_ok_and(|proof| proof.verify(&entry(3), &policy).is_ok());
        assert!(!is_believed, "{other}");
    }
}

#[test]
fn any_changed_byte_of_an_entry_is_found() {
    let (proof, policy) = (proof(3, 5), policy());
    for byte in 0..8 {
        let mut entry = entry(3);
        entry[byte] ^= 1;
        let verified = proof.verify(&entry, &policy);
        assert_eq!(verified, Err(TlogProofError::Proof(ProofError::OtherRoot)));
    }
}

#[test]
fn a_path_too_long_or_too_short_proves_nothing() {
    let (mut proof, policy) = (proof(3, 5), policy());
    let last = proof.path.pop().unwrap();
    let verify = |proof: &TlogProof| proof.verify(&entry(3), &policy).unwrap_err();
    assert_eq!(verify(&proof), TlogProofError::Proof(ProofError::TooShort));
    proof.path.extend([last, last]);
    assert_eq!(verify(&proof), TlogProofError::Proof(ProofError::TooLong));
    (proof.path, proof.index) = (Vec::new(), 5);
    let (index, size) = (5, 5);
    assert_eq!(
        verify(&proof),
        TlogProofError::Proof(ProofError::NoSuchLeaf { index, size })
    );
}

#[test]
fn a_path_to_a_checkpoint_that_nobody_believes_proves_nothing() {
    let (mut proof, policy) = (proof(3, 5), policy());
    proof.checkpoint = signed(5);
    assert!(matches!(
        proof.verify(&entry(3), &policy),
        Err(TlogProofError::Policy(PolicyError::NoQuorum { .. }))
    ));
}

#[test]
fn what_was_added_is_kept_and_believed_by_nobody() {
    let mut with_extra = proof(3, 5);
    with_extra.extra = Some(b"anything".to_vec());
    let text = with_extra.to_string();
    assert!(text.starts_with("c2sp.org/tlog-proof@v1\nextra YW55dGhpbmc=\nindex 3\n"));
    assert_eq!(TlogProof::parse(&text).unwrap(), with_extra);
    let witnessed = with_extra.verify(&entry(3), &policy()).unwrap();
    assert_eq!(witnessed, proof(3, 5).verify(&entry(3), &policy()).unwrap());
}

#[test]
fn a_proof_has_one_form() {
    let whole = proof(3, 5).to_string();
    let replaced =
        |from: &str, to: &str| TlogProof::parse(&whole.replacen(from, to, 1)).unwrap_err();
    assert_eq!(replaced("@v1", "@v2"), TlogProofParseError::FirstLine);
    assert_eq!(replaced("c2sp", "\nc2sp"), TlogProofParseError::FirstLine);
    for index in [
        "index 03",
        "index +3",
        "index",
        "index ",
        "Index 3",
        "extra AA==\nextra AA==\nindex 3",
    ] {
        assert_eq!(
            replaced("index 3", index),
            TlogProofParseError::Index,
            "{index}"
        );
    }
    assert_eq!(
        replaced("index 3", "extra AB==\nindex 3"),
        TlogProofParseError::Extra
    );
    assert!(matches!(
        replaced("index 3\n", "index 3\nAAAA\n"),
        TlogProofParseError::Path { number: 0, .. }
    ));
    assert!(matches!(
        replaced("\n\n", "\n"),
        TlogProofParseError::Path { number: 3, .. }
    ));
    assert!(matches!(
        replaced("\n\n", "\n\n\n"),
        TlogProofParseError::Checkpoint(_)
    ));
    assert_eq!(TlogProof::parse(""), Err(TlogProofParseError::NoCheckpoint));
}

#[test]
fn the_only_entry_of_a_log_needs_no_path() {
    let proof = proof(0, 1);
    assert!(
        proof
            .to_string()
            .starts_with("c2sp.org/tlog-proof@v1\nindex 0\n\nkhen.example/")
    );
    let read = TlogProof::parse(&proof.to_string()).unwrap();
    assert!(read.verify(&entry(0), &policy()).is_ok());
    let of_nothing = TlogProof {
        checkpoint: SignedCheckpoint::sign(checkpoint(tree(0)), &log()).unwrap(),
        ..proof
    };
    assert!(of_nothing.verify(&entry(0), &policy()).is_err());
}

proptest! {
    #[test]
    fn whatever_is_read_as_a_proof_is_written_so(lines in prop::collection::vec("(extra [AB]{2}==|index [0-9]{1,2}|[A-B]{0,4})", 0..4)) {
        let text = format!("c2sp.org/tlog-proof@v1\n{}\n\n{}", lines.join("\n"), signed(1));
        if let Ok(proof) = TlogProof::parse(&text) {
            prop_assert_eq!(proof.to_string(), text);
        }
    }
}

//! Keys, checkpoints and the proof file.

use khen_audit::{
    Checkpoint, CosigningKey, KeyName, Origin, Policy, PosixTime, SignedCheckpoint, SigningKey,
    TlogProof, TreeHead, VerifierKey,
};

use super::shape::{Key, Vectors, hash, vectors};
use crate::reference;

const AT: u64 = 1_734_338_700;

impl Key {
    fn name(&self) -> KeyName {
        KeyName::parse(&self.name).unwrap()
    }

    fn seed(&self) -> [u8; 32] {
        hex::decode(&self.seed_hex).unwrap().try_into().unwrap()
    }
}

fn log_key(vectors: &Vectors) -> SigningKey {
    let key = &vectors.keys["log"];
    SigningKey::from_seed(key.name(), key.seed().into())
}

fn witness_key(vectors: &Vectors) -> CosigningKey {
    let key = &vectors.keys["witness"];
    CosigningKey::from_seed(key.name(), key.seed().into())
}

fn policy(vectors: &Vectors) -> Policy {
    let (log, witness) = (&vectors.keys["log"].vkey, &vectors.keys["witness"].vkey);
    let text = format!(
        "log {log}\nwitness so-noi-vu {witness}\ngroup outside any so-noi-vu\nquorum outside\n"
    );
    Policy::parse(&text).unwrap()
}

#[test]
fn seeds_make_the_keys_of_the_vectors() {
    let vectors = vectors();
    assert_eq!(vectors.keys.len(), 2);
    assert_eq!(
        log_key(&vectors).verifier().to_string(),
        vectors.keys["log"].vkey
    );
    assert_eq!(
        witness_key(&vectors).verifier().to_string(),
        vectors.keys["witness"].vkey
    );
    for key in vectors.keys.values() {
        assert_eq!(VerifierKey::parse(&key.vkey).unwrap().to_string(), key.vkey);
    }
}

#[test]
fn checkpoints_are_signed_and_cosigned_to_the_byte() {
    let vectors = vectors();
    let log = log_key(&vectors);
    let origin = Origin::from(log.verifier().name().clone());
    assert_eq!(origin.sha256_hex(), vectors.origin_sha256_hex);
    assert_eq!(vectors.checkpoints.len(), 2);
    for (size, text) in &vectors.checkpoints {
        let root = hash(&vectors.roots_by_size_hex[usize::try_from(*size).unwrap()]);
        let tree = TreeHead { size: *size, root };
        let mut made = SignedCheckpoint::sign(Checkpoint::new(origin.clone(), tree), &log).unwrap();
        let at = PosixTime::try_new(AT).unwrap();
        made.put(witness_key(&vectors).cosign(made.checkpoint(), at))
            .unwrap();
        assert_eq!(made.to_string(), *text);

        let read = SignedCheckpoint::parse(text).unwrap();
        assert_eq!(read, made);
        let witnessed = policy(&vectors).check(&read).unwrap();
        assert_eq!(witnessed.tree, tree);
        assert_eq!(witnessed.cosignatures[0].at, at);
    }
}

#[test]
fn the_proof_file_is_written_to_the_byte_and_proves_its_event() {
    let vectors = vectors();
    let proof = TlogProof::parse(&vectors.proof_3_5).unwrap();
    assert_eq!((proof.index, &proof.extra), (3, &None));
    assert_eq!(proof.checkpoint.to_string(), vectors.checkpoints[&5]);
    let leaves = vectors
        .events
        .iter()
        .map(|event| hash(&event.leaf_hash_hex));
    assert_eq!(proof.path, reference::path(3, &leaves.collect::<Vec<_>>()));
    assert_eq!(proof.to_string(), vectors.proof_3_5);
    for (index, event) in vectors.events.iter().enumerate() {
        let verified = proof.verify(event.leaf.as_bytes(), &policy(&vectors));
        assert_eq!(verified.is_ok(), index == 3);
    }
}

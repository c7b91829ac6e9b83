//! Whose keys the stories are about. The seeds are fixed and for tests only.

use khen_audit::{
    Checkpoint, CosigningKey, KeyName, Origin, Policy, PosixTime, SignedCheckpoint, SigningKey,
    TreeHead,
};

use crate::reference;

pub(crate) const ORIGIN: &str = "khen.example/log/hon-quan";
pub(crate) const WITNESS: &str = "so-noi-vu.example/witness/w1";
/// 2024-12-16T08:45:00Z.
pub(crate) const NOON: u64 = 1_734_338_700;

pub(crate) fn name(text: &str) -> KeyName {
    KeyName::parse(text).unwrap()
}

/// Keys of one number and different kinds or names share their public key.
pub(crate) fn log_key(name_of_key: &str, number: u8) -> SigningKey {
    SigningKey::from_seed(name(name_of_key), [number; 32].into())
}

pub(crate) fn witness_key(name_of_key: &str, number: u8) -> CosigningKey {
    CosigningKey::from_seed(name(name_of_key), [number; 32].into())
}

pub(crate) fn log() -> SigningKey {
    log_key(ORIGIN, 1)
}

pub(crate) fn witness() -> CosigningKey {
    witness_key(WITNESS, 2)
}

pub(crate) fn at(seconds: u64) -> PosixTime {
    PosixTime::try_new(seconds).unwrap()
}

pub(crate) fn tree(size: u64) -> TreeHead {
    reference::head(&reference::leaves(size))
}

pub(crate) fn checkpoint(tree: TreeHead) -> Checkpoint {
    Checkpoint::new(Origin::parse(ORIGIN).unwrap(), tree)
}

/// A tree of `size` leaves, signed by the log alone.
pub(crate) fn signed(size: u64) -> SignedCheckpoint {
    SignedCheckpoint::sign(checkpoint(tree(size)), &log()).unwrap()
}

/// The same with the witness's cosignature.
pub(crate) fn cosigned(size: u64) -> SignedCheckpoint {
    let mut signed = signed(size);
    let line = witness().cosign(signed.checkpoint(), at(NOON));
    signed.put(line).unwrap();
    signed
}

/// The log, the witness, and the witness as the quorum.
pub(crate) fn policy() -> Policy {
    let (log, witness) = (log(), witness());
    let text = format!(
        "log {}\nwitness so-noi-vu {}\nquorum so-noi-vu\n",
        log.verifier(),
        witness.verifier()
    );
    Policy::parse(&text).unwrap()
}

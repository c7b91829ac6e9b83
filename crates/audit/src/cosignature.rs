//! A witness's word for a checkpoint: as of a time, the largest tree of this log that it has seen.
//!
//! Source: `c2sp.org/tlog-cosignature@v1.0.1`, Ed25519 `cosignature/v1`.

use std::fmt;

use zeroize::Zeroizing;

use crate::{
    Checkpoint, KeyKind, KeyName, PosixTime, SignatureLine, VerifierKey, note::signing::Secret,
};

/// Bytes of the time before the signature.
const TIME_BYTES: usize = 8;

/// The secret key of a witness: it signs the text of a checkpoint under a time (type `0x04`).
///
/// The signed bytes do not name the witness, so each witness needs a key of its own. The seed is
/// wiped from memory when the key is dropped.
#[derive(Clone)]
pub struct CosigningKey(Secret);

impl CosigningKey {
    /// The key of this name that the 32 secret bytes of RFC 8032 make.
    #[must_use]
    pub fn from_seed(name: KeyName, seed: Zeroizing<[u8; 32]>) -> Self {
        Self(Secret::from_seed(name, KeyKind::Cosignature, seed))
    }

    /// What others check its cosignatures with.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        self.0.public()
    }

    /// The cosignature of `checkpoint` at `at`, as a line of its note.
    ///
    /// It says that no larger tree of this log was seen, and none that this one did not grow from:
    /// [`crate::Witness`] asks before it signs.
    #[must_use]
    pub fn cosign(&self, checkpoint: &Checkpoint, at: PosixTime) -> SignatureLine {
        let mut blob = at.seconds().to_be_bytes().to_vec();
        blob.extend_from_slice(&self.0.sign(&message(&checkpoint.to_string(), at)));
        SignatureLine::new(self.verifier(), blob)
    }
}

impl fmt::Debug for CosigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CosigningKey({})", self.verifier())
    }
}

/// What is signed: the text of the checkpoint, extension lines and all, under two lines.
pub(crate) fn message(text: &str, at: PosixTime) -> Vec<u8> {
    format!("cosignature/v1\ntime {at}\n{text}").into_bytes()
}

/// The time and the signature of a cosignature.
pub(crate) fn split(blob: &[u8]) -> Option<(PosixTime, &[u8])> {
    let (seconds, signature) = blob.split_first_chunk::<TIME_BYTES>()?;
    let at = PosixTime::try_new(u64::from_be_bytes(*seconds)).ok()?;
    Some((at, signature))
}

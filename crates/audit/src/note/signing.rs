//! The key of a log.

use std::fmt;

use ed25519_dalek::Signer;
use zeroize::Zeroizing;

use crate::{KeyKind, KeyName, SignatureLine, VerifierKey};

/// A secret key with its name, of either kind. Its seed is wiped from memory with it.
#[derive(Clone)]
pub(crate) struct Secret {
    secret: ed25519_dalek::SigningKey,
    public: VerifierKey,
}

impl Secret {
    /// `seed` is the 32-byte secret of RFC 8032; this copy of it is wiped here.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "taking the seed is what wipes it"
    )]
    pub(crate) fn from_seed(name: KeyName, kind: KeyKind, seed: Zeroizing<[u8; 32]>) -> Self {
        let secret = ed25519_dalek::SigningKey::from_bytes(&seed);
        let public = VerifierKey::new(name, kind, secret.verifying_key());
        Self { secret, public }
    }

    pub(crate) fn public(&self) -> &VerifierKey {
        &self.public
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.secret.sign(message).to_bytes()
    }
}

/// The secret key of a log: it signs the text of a note as it is (type `0x01`).
///
/// The seed is wiped from memory when the key is dropped.
#[derive(Clone)]
pub struct SigningKey(Secret);

impl SigningKey {
    /// The key of this name that the 32 secret bytes of RFC 8032 make.
    #[must_use]
    pub fn from_seed(name: KeyName, seed: Zeroizing<[u8; 32]>) -> Self {
        Self(Secret::from_seed(name, KeyKind::Note, seed))
    }

    /// What others check its signatures with.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        self.0.public()
    }

    /// The signature over `text`, as a line of a note.
    #[must_use]
    pub fn sign(&self, text: &str) -> SignatureLine {
        let signature = self.0.sign(text.as_bytes()).to_vec();
        SignatureLine::new(self.verifier(), signature)
    }

    /// The bare signature over `message`, for what is no note: its first bytes must tell it from every
    /// text that the key signs as one.
    #[must_use]
    pub fn sign_message(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.verifier())
    }
}

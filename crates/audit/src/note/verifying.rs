//! Who signed a note.

use ed25519_dalek::Signature;
use thiserror::Error;

use crate::{KeyId, KeyKind, KeyName, Note, PosixTime, SignatureLine, VerifierKey, cosignature};

/// A known key that signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified<'k> {
    /// The key.
    pub key: &'k VerifierKey,
    /// When, where the key is one of [`KeyKind::Cosignature`]. The witness's clock said so.
    pub at: Option<PosixTime>,
}

/// The signature of a known key does not fit: the whole note is to be rejected.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the signature of {name}+{id} does not fit the text")]
pub struct BadSignature {
    /// The name of the key.
    pub name: KeyName,
    /// The id of the key.
    pub id: KeyId,
}

/// Nothing is to be believed of a note.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VerifyError {
    /// A known key did not sign what its line says.
    #[error(transparent)]
    Bad(#[from] BadSignature),
    /// No known key is said to have signed.
    #[error("no known key signed the note")]
    Unknown,
}

impl Note {
    /// The known keys that signed. Lines of unknown keys, even of a known name, are as good as not
    /// there.
    ///
    /// # Errors
    /// [`VerifyError`] when a line of a known key does not fit, or no known key signed.
    pub fn verify<'k>(
        &self,
        known: impl IntoIterator<Item = &'k VerifierKey>,
    ) -> Result<Vec<Verified<'k>>, VerifyError> {
        let checked = known.into_iter().map(|key| self.verified_by(key));
        let verified = checked.filter_map(Result::transpose);
        let verified = verified.collect::<Result<Vec<_>, _>>()?;
        if verified.is_empty() {
            return Err(VerifyError::Unknown);
        }
        Ok(verified)
    }

    /// Whether `key` signed; `None` when no line is its own.
    ///
    /// # Errors
    /// [`BadSignature`] when its line does not fit.
    pub fn verified_by<'k>(
        &self,
        key: &'k VerifierKey,
    ) -> Result<Option<Verified<'k>>, BadSignature> {
        let line = self.signatures().iter().find(|line| line.is_by(key));
        line.map(|line| key.check(self.text(), line)).transpose()
    }
}

impl VerifierKey {
    /// Checks that this key made `line`, one of its own, over `text`.
    ///
    /// # Errors
    /// [`BadSignature`] when it did not.
    pub(crate) fn check(
        &self,
        text: &str,
        line: &SignatureLine,
    ) -> Result<Verified<'_>, BadSignature> {
        let at = match self.kind() {
            KeyKind::Note => {
                let is_signed = self.has_signed(text.as_bytes(), line.signature());
                is_signed.then_some(None)
            }
            KeyKind::Cosignature => cosignature::split(line.signature())
                .filter(|(at, rest)| self.has_signed(&cosignature::message(text, *at), rest))
                .map(|(at, _)| Some(at)),
        };
        at.map(|at| Verified { key: self, at })
            .ok_or_else(|| BadSignature {
                name: self.name().clone(),
                id: self.id(),
            })
    }

    /// Whether this key made the bare `signature` over `message`.
    #[must_use]
    pub fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        // Strict: no second signature can be made of a first one, and no weak point is accepted.
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.public.verify_strict(message, &signature).is_ok())
    }
}

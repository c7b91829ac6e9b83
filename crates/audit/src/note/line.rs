//! One signature of a note.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;

use crate::{KeyId, KeyName, VerifierKey};

/// An em dash (U+2014) and a space.
const START: &str = "\u{2014} ";

/// A line that says which key signed, and how: `— name base64(id ‖ signature)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    name: KeyName,
    id: KeyId,
    signature: Vec<u8>,
}

/// A text that is no signature line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a signature line is an em dash, a key's name, and id and signature in canonical base64")]
pub struct SignatureLineError;

impl SignatureLine {
    pub(crate) fn new(key: &VerifierKey, signature: Vec<u8>) -> Self {
        Self {
            name: key.name().clone(),
            id: key.id(),
            signature,
        }
    }

    /// Reads a line, without its end.
    ///
    /// # Errors
    /// [`SignatureLineError`] for a text that [`fmt::Display`] does not write.
    pub fn parse(line: &str) -> Result<Self, SignatureLineError> {
        Self::read(line).ok_or(SignatureLineError)
    }

    fn read(line: &str) -> Option<Self> {
        let (name, blob) = line.strip_prefix(START)?.split_once(' ')?;
        let blob = STANDARD.decode(blob).ok()?;
        let (id, signature) = blob.split_first_chunk::<{ KeyId::BYTES }>()?;
        if signature.is_empty() {
            return None;
        }
        Some(Self {
            name: KeyName::parse(name).ok()?,
            id: KeyId(*id),
            signature: signature.to_vec(),
        })
    }

    /// The name of the key.
    #[must_use]
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// What the key made, without its id.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// Whether `key` is said to have signed: name and id are its own.
    #[must_use]
    pub fn is_by(&self, key: &VerifierKey) -> bool {
        self.name == *key.name() && self.id == key.id()
    }

    /// Whether both lines are said to be by one key.
    pub(crate) fn has_key_of(&self, other: &Self) -> bool {
        self.name == other.name && self.id == other.id
    }
}

impl fmt::Display for SignatureLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blob = [&self.id.0[..], &self.signature].concat();
        write!(f, "{START}{} {}", self.name, STANDARD.encode(blob))
    }
}

//! Public keys, and how they are written down.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::VerifyingKey;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::{KeyName, KeyNameError};

/// The first four bytes of a hash of name, kind and key: it finds a key among known ones, and proves
/// nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; KeyId::BYTES]);

impl KeyId {
    /// Bytes of an id.
    pub const BYTES: usize = 4;

    /// `SHA-256(name ‖ 0x0A ‖ kind ‖ public key)[:4]`.
    fn of(name: &KeyName, kind: KeyKind, public: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(name.as_str());
        hash.update([b'\n', kind.byte()]);
        hash.update(public);
        let hash: [u8; 32] = hash.finalize().into();
        let [a, b, c, d, ..] = hash;
        Self([a, b, c, d])
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// What a key signs. Both kinds are Ed25519 (RFC 8032).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// The text of a note as it is; a log signs so. Type `0x01`.
    Note,
    /// The text of a checkpoint under a time; a witness signs so. Type `0x04`.
    Cosignature,
}

impl KeyKind {
    fn byte(self) -> u8 {
        match self {
            Self::Note => 0x01,
            Self::Cosignature => 0x04,
        }
    }

    fn of(byte: u8) -> Option<Self> {
        let mut kinds = [Self::Note, Self::Cosignature].into_iter();
        kinds.find(|kind| kind.byte() == byte)
    }
}

/// A public key with its name, written as a vkey: `name+74a2be1c+AQOh…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    kind: KeyKind,
    id: KeyId,
    pub(super) public: VerifyingKey,
}

/// A text that is no vkey of a kind known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum VerifierKeyError {
    /// It is not of three parts with `+` between.
    #[error("a verifier key is written name+id+key")]
    Shape,
    /// The name is none.
    #[error(transparent)]
    Name(#[from] KeyNameError),
    /// The id is not eight lower-case hexadecimal digits.
    #[error("the id of a key is eight lower-case hexadecimal digits")]
    Id,
    /// The key is not in canonical base64.
    #[error("the key is not in canonical base64")]
    Base64,
    /// A kind of signature that is not known here, such as ML-DSA-44.
    #[error("keys of type {byte:#04x} are not known here")]
    Kind {
        /// Its type.
        byte: u8,
    },
    /// Not 32 bytes of a point that may stand for a key.
    #[error("these are not the bytes of a sound Ed25519 key")]
    Key,
    /// The id was not made from this name and this key.
    #[error("the id {written} is not that of the key, {made}")]
    OtherId {
        /// The id in the text.
        written: KeyId,
        /// The id that name, kind and key make.
        made: KeyId,
    },
}

impl VerifierKey {
    /// The key of this name, kind and point.
    pub(crate) fn new(name: KeyName, kind: KeyKind, public: VerifyingKey) -> Self {
        let id = KeyId::of(&name, kind, public.as_bytes());
        Self {
            name,
            kind,
            id,
            public,
        }
    }

    /// Reads a vkey. The base64 may hold `+`, so only the first two of them part it.
    ///
    /// # Errors
    /// [`VerifierKeyError`] says which part is wrong; an id of another key is.
    pub fn parse(text: &str) -> Result<Self, VerifierKeyError> {
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(VerifierKeyError::Shape);
        };
        let name = KeyName::parse(name)?;
        let written = parse_id(id).ok_or(VerifierKeyError::Id)?;
        let key = STANDARD.decode(key).map_err(|_| VerifierKeyError::Base64)?;
        let (byte, public) = key.split_first().ok_or(VerifierKeyError::Key)?;
        let kind = KeyKind::of(*byte).ok_or(VerifierKeyError::Kind { byte: *byte })?;
        let key = Self::new(name, kind, sound(public).ok_or(VerifierKeyError::Key)?);
        if key.id != written {
            let made = key.id;
            return Err(VerifierKeyError::OtherId { written, made });
        }
        Ok(key)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// What it signs.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The bytes of the public key alone. Two vkeys may share them under other names.
    #[must_use]
    pub fn public_bytes(&self) -> [u8; 32] {
        self.public.to_bytes()
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut key = vec![self.kind.byte()];
        key.extend_from_slice(self.public.as_bytes());
        write!(f, "{}+{}+{}", self.name, self.id, STANDARD.encode(key))
    }
}

fn parse_id(text: &str) -> Option<KeyId> {
    let bytes = hex::decode(text).ok()?.try_into().ok()?;
    let id = KeyId(bytes);
    (id.to_string() == text).then_some(id)
}

/// A point of small order would let one signature fit many texts.
fn sound(public: &[u8]) -> Option<VerifyingKey> {
    let key = VerifyingKey::from_bytes(public.try_into().ok()?).ok()?;
    (!key.is_weak()).then_some(key)
}

//! Identities of events and commands.

use std::fmt;

use sha2::{Digest, Sha256};
use thiserror::Error;
use uuid::Uuid;

use crate::LedgerId;

/// The id of an event: a version 7 UUID, made by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub Uuid);

impl EventId {
    /// # Errors
    /// [`IdentityError`] unless the text is a UUID in lower case with its hyphens.
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        let id = Uuid::try_parse(text).map(Self).ok();
        let id = id.filter(|id| id.to_string() == text);
        id.ok_or(IdentityError { expected: 32 })
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// The text is not the lower-case hexadecimal form that the wire knows.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected {expected} lower-case hexadecimal digits")]
pub struct IdentityError {
    /// Digits of the form.
    pub expected: usize,
}

/// The idempotency key of a command that follows from an event by itself: by which reaction, from
/// which event, and as which of its commands, from 0. Whoever has the ledger can derive the command's
/// id from it ([`CommandId::derive`]) and so check what caused what.
#[must_use]
pub fn reaction_key(reaction: &str, event: EventId, place: usize) -> String {
    format!("reaction/{reaction}/{event}/{place}")
}

/// The id of a command (`causationid` on the wire): the events of one append share it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommandId([u8; 16]);

impl CommandId {
    /// The first 16 bytes of SHA-256 over ledger, acting assignment and idempotency key, each
    /// preceded by its length in bytes as a big-endian 64-bit number, so that no two triples run
    /// together.
    #[must_use]
    pub fn derive(ledger: &LedgerId, assignment: &str, key: &str) -> Self {
        let mut hash = Sha256::new();
        for part in [ledger.as_str(), assignment, key] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let digest: [u8; 32] = hash.finalize().into();
        let mut first = [0; 16];
        first.copy_from_slice(&digest[..16]);
        Self(first)
    }

    /// The id with these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes of the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// # Errors
    /// [`IdentityError`] unless the text is 32 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        parse_hex(text).map(Self)
    }
}

/// A keyed hash of a command's body, kept with the first event of its append.
///
/// The same idempotency key with another fingerprint is a mistake of the caller.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint with these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// # Errors
    /// [`IdentityError`] unless the text is 64 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        parse_hex(text).map(Self)
    }

    /// Reads the fingerprint out of the canonical data of an append's first event.
    ///
    /// `None` when there is none, as in data that was not written as the first of an append.
    #[must_use]
    pub fn of_first_event(data: &[u8]) -> Option<Self> {
        let data: serde_json::Value = serde_json::from_slice(data).ok()?;
        Self::parse(data.get("fingerprint")?.as_str()?).ok()
    }
}

fn parse_hex<const N: usize>(text: &str) -> Result<[u8; N], IdentityError> {
    let wrong = IdentityError { expected: 2 * N };
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| wrong.clone())?;
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Err(wrong);
    }
    Ok(bytes)
}

/// At most 32 bytes in hexadecimal digits: ids and hashes, which every leaf has some of.
pub(crate) fn write_hex(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    let mut digits = [0; 64];
    let digits = digits.get_mut(..2 * bytes.len()).ok_or(fmt::Error)?;
    hex::encode_to_slice(bytes, digits).map_err(|_| fmt::Error)?;
    f.write_str(str::from_utf8(digits).map_err(|_| fmt::Error)?)
}

macro_rules! shown_as_hex {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_hex(f, &self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    )+};
}
shown_as_hex!(CommandId, Fingerprint);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_command_id_never_run_together() {
        let ledger = LedgerId::parse("hon-quan").unwrap();
        assert_ne!(
            CommandId::derive(&ledger, "a-1", "2"),
            CommandId::derive(&ledger, "a-", "12")
        );
    }

    #[test]
    fn hexadecimal_is_lower_case_only() {
        assert!(CommandId::parse("00112233445566778899aabbccddeeff").is_ok());
        assert!(CommandId::parse("00112233445566778899AABBCCDDEEFF").is_err());
        assert!(CommandId::parse("0011").is_err());
    }
}

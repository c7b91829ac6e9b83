//! The bytes and hashes that make an event evidence.
//!
//! `datahash` binds the payload through a salt, so that a payload can be withheld without breaking
//! a proof; the leaf binds everything else. Source: the C2SP transparency log formats, RFC 6962
//! section 2.1 (leaf hash), RFC 8785 (canonical form).

use std::fmt;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::{
    CanonicalError, RecordedEvent, envelope::write_leaf, identity::write_hex,
    limits::LEAF_BYTES_MAX,
};

const DATA_HASH_DOMAIN: &[u8] = b"khen/datahash/v1\n";
/// Bytes that hardly any leaf goes beyond.
const LEAF_BYTES_USUAL: usize = 768;
/// RFC 6962 section 2.1: a leaf hash is SHA-256(0x00 ‖ entry).
const LEAF_PREFIX: [u8; 1] = [0];

/// The salted hash of an event's canonical data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DataHash(pub [u8; 32]);

impl fmt::Display for DataHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sha256:")?;
        write_hex(f, &self.0)
    }
}

/// A leaf could not be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LeafError {
    /// A member has no canonical form.
    #[error("a member of the leaf has no canonical form")]
    Canonical(#[from] CanonicalError),
    /// It is longer than an entry of a transparency log may be.
    #[error("a leaf is at most {LEAF_BYTES_MAX} bytes, got {bytes}")]
    TooLong {
        /// What was written.
        bytes: usize,
    },
}

/// `SHA-256("khen/datahash/v1\n" ‖ salt ‖ data)`, `data` being canonical bytes.
#[must_use]
pub fn data_hash(salt: &[u8; 32], data: &[u8]) -> DataHash {
    let mut hash = Sha256::new();
    hash.update(DATA_HASH_DOMAIN);
    hash.update(salt);
    hash.update(data);
    DataHash(hash.finalize().into())
}

/// The leaf of `event` in the ledger whose fixed source is `source`: the canonical form of exactly
/// fourteen members, all strings.
///
/// # Errors
/// [`LeafError`] when a member has no canonical form or the leaf is too long for a log.
pub fn leaf_bytes(source: &str, event: &RecordedEvent) -> Result<Vec<u8>, LeafError> {
    let mut leaf = Vec::with_capacity(LEAF_BYTES_USUAL);
    write_leaf(&mut leaf, source, event)?;
    if leaf.len() > LEAF_BYTES_MAX {
        return Err(LeafError::TooLong { bytes: leaf.len() });
    }
    Ok(leaf)
}

/// The RFC 6962 hash of a leaf.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(LEAF_PREFIX);
    hash.update(leaf);
    hash.finalize().into()
}

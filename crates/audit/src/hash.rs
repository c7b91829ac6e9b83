//! A hash of the tree.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;

/// A SHA-256 hash: of a leaf, of a node, or the root of a whole tree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; Hash::BYTES]);

/// A text that is no hash in base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a hash is 32 bytes in canonical base64")]
pub struct HashError;

impl Hash {
    /// Bytes of a hash.
    pub const BYTES: usize = 32;

    /// Reads the form that [`fmt::Display`] writes: RFC 4648 section 4, padded, with no stray bits.
    ///
    /// # Errors
    /// [`HashError`] when the text is anything else.
    pub fn parse(text: &str) -> Result<Self, HashError> {
        let bytes = STANDARD.decode(text).map_err(|_| HashError)?;
        bytes.try_into().map(Self).map_err(|_| HashError)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_in_one_way() {
        let text = Hash([0xff; 32]).to_string();
        assert_eq!(Hash::parse(&text), Ok(Hash([0xff; 32])));
        let unpadded = text.trim_end_matches('=');
        // The last digit before the padding carries two bits that mean nothing and must be zero.
        let stray_bits = text.replace("8=", "9=");
        assert_ne!(stray_bits, text);
        for other in [
            unpadded,
            &stray_bits,
            &text.replace('/', "_"),
            &format!("{text}\n"),
            "AAAA",
            "",
        ] {
            assert_eq!(Hash::parse(other), Err(HashError), "{other:?}");
        }
    }
}

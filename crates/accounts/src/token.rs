//! Tokens as text.

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use thiserror::Error;

use crate::limits::{TOKEN_ID_BYTES, TOKEN_SECRET_BYTES};
use khen_ambient::Chance;

const PREFIX: &str = "khen_";

/// A token in clear: whoever holds it is let in. `Debug` shows its id only.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenText(String);

/// The text is not a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a token has the form khen_<16 hexadecimal digits>_<64 hexadecimal digits>")]
pub struct TokenShapeError;

impl TokenText {
    /// A fresh token.
    pub(crate) fn random(chance: &dyn Chance) -> Self {
        let id = hex::encode(chance.bytes::<TOKEN_ID_BYTES>());
        let secret = hex::encode(chance.bytes::<TOKEN_SECRET_BYTES>());
        Self(format!("{PREFIX}{id}_{secret}"))
    }

    /// Reads a token.
    ///
    /// # Errors
    /// [`TokenShapeError`] unless the text has exactly the form of a token.
    pub fn parse(text: &str) -> Result<Self, TokenShapeError> {
        let (id, secret) = text
            .strip_prefix(PREFIX)
            .and_then(|rest| rest.split_once('_'))
            .ok_or(TokenShapeError)?;
        let is_token = is_hex(id, TOKEN_ID_BYTES) && is_hex(secret, TOKEN_SECRET_BYTES);
        is_token
            .then(|| Self(text.to_owned()))
            .ok_or(TokenShapeError)
    }

    /// The part that names the token; not a secret.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0[PREFIX.len()..PREFIX.len() + 2 * TOKEN_ID_BYTES]
    }

    /// The whole text, for the one who will show it at the door.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the secret's bytes. A secret of 256 random bits needs no slow hash.
    pub(crate) fn secret_hash(&self) -> [u8; 32] {
        let digits = &self.0[PREFIX.len() + 2 * TOKEN_ID_BYTES + 1..];
        let secret = hex::decode(digits).expect("a token's secret is hexadecimal");
        Sha256::digest(secret).into()
    }

    /// Whether this is the secret with that hash, in constant time.
    pub(crate) fn has_secret(&self, hash: &[u8; 32]) -> bool {
        self.secret_hash().ct_eq(hash).into()
    }
}

fn is_hex(text: &str, bytes: usize) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 2 * bytes && text.bytes().all(is_digit)
}

impl fmt::Debug for TokenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenText({PREFIX}{}_REDACTED)", self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_ambient::SeededChance;

    #[test]
    fn a_fresh_token_reads_back() {
        let token = TokenText::random(&SeededChance::new(1));
        assert_eq!(TokenText::parse(token.reveal()), Ok(token));
    }

    #[test]
    fn the_secret_is_not_shown() {
        let token = TokenText::random(&SeededChance::new(1));
        let (_, secret) = token.reveal().rsplit_once('_').unwrap();
        assert!(!format!("{token:?}").contains(secret));
    }

    #[test]
    fn other_texts_are_no_tokens() {
        let (id, secret) = ("0123456789abcdef", "ab".repeat(32));
        assert!(TokenText::parse(&format!("khen_{id}_{secret}")).is_ok());
        for wrong in [
            String::new(),
            format!("khen_{id}"),
            format!("{id}_{secret}"),
            format!("khen_{id}_{}", &secret[2..]),
            format!("khen_{id}_{secret}_"),
            format!("khen_{id}_{}", secret.to_uppercase()),
            format!("khen_{id}é_{secret}"),
        ] {
            assert_eq!(TokenText::parse(&wrong), Err(TokenShapeError), "{wrong}");
        }
    }
}

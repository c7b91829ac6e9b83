//! Tokens as text.

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use thiserror::Error;

use crate::limits::{TOKEN_ID_BYTES, TOKEN_SECRET_BYTES};
use khen_ambient::Chance;

/// Whose token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Of an assignment: issued by hand, for months.
    Standing,
    /// Of a client: granted for minutes.
    Access,
}

impl TokenKind {
    /// How such a token begins.
    fn prefix(self) -> &'static str {
        match self {
            Self::Standing => "khen_",
            Self::Access => "khen-access_",
        }
    }
}

/// A token in clear: whoever holds it is let in. `Debug` shows its id only.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenText {
    kind: TokenKind,
    text: String,
}

/// The text is not a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "a token has the form khen_<16 hexadecimal digits>_<64 hexadecimal digits>, or khen-access_…"
)]
pub struct TokenShapeError;

impl TokenText {
    /// A fresh token.
    pub(crate) fn random(kind: TokenKind, chance: &dyn Chance) -> Self {
        let id = hex::encode(chance.bytes::<TOKEN_ID_BYTES>());
        let secret = hex::encode(chance.bytes::<TOKEN_SECRET_BYTES>());
        let text = format!("{}{id}_{secret}", kind.prefix());
        Self { kind, text }
    }

    /// Reads a token.
    ///
    /// # Errors
    /// [`TokenShapeError`] unless the text has exactly the form of a token.
    pub fn parse(text: &str) -> Result<Self, TokenShapeError> {
        let kinds = [TokenKind::Standing, TokenKind::Access];
        let found = kinds.into_iter().find_map(|kind| {
            let rest = text.strip_prefix(kind.prefix())?;
            let (id, secret) = rest.split_once('_')?;
            let is_token = is_hex(id, TOKEN_ID_BYTES) && is_hex(secret, TOKEN_SECRET_BYTES);
            is_token.then(|| Self {
                kind,
                text: text.to_owned(),
            })
        });
        found.ok_or(TokenShapeError)
    }

    /// Whose token it is.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The part that names the token; not a secret.
    #[must_use]
    pub fn id(&self) -> &str {
        let start = self.kind.prefix().len();
        &self.text[start..start + 2 * TOKEN_ID_BYTES]
    }

    /// The whole text, for the one who will show it at the door.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the secret's bytes. A secret of 256 random bits needs no slow hash.
    pub(crate) fn secret_hash(&self) -> [u8; 32] {
        let start = self.text.len() - 2 * TOKEN_SECRET_BYTES;
        let secret = hex::decode(&self.text[start..]).expect("a token's secret is hexadecimal");
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
        write!(f, "TokenText({}{}_REDACTED)", self.kind.prefix(), self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_ambient::SeededChance;

    #[test]
    fn a_fresh_token_reads_back() {
        for kind in [TokenKind::Standing, TokenKind::Access] {
            let token = TokenText::random(kind, &SeededChance::new(1));
            assert_eq!(TokenText::parse(token.reveal()), Ok(token));
        }
    }

    #[test]
    fn the_secret_is_not_shown() {
        let token = TokenText::random(TokenKind::Access, &SeededChance::new(1));
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
            format!("khen-access_{id}"),
            format!("khen-other_{id}_{secret}"),
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

//! The private half of a key, which only its client has.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode, jwk::Jwk};
use serde_json::{Value, json};
use thiserror::Error;
use zeroize::Zeroizing;

use super::{PublicKey, public::pem};
use crate::limits::ASSERTION_LIFE;
use khen_ambient::Chance;

/// What stands before the 32 secret bytes of an Ed25519 key in PKCS #8. Source: RFC 8410, section 7.
const ED25519_INFO: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// A private key. It is wiped from memory with its owner; `Debug` shows its public half only.
#[derive(Clone)]
pub struct PrivateKey {
    secret: EncodingKey,
    public: PublicKey,
}

/// A text that is no private key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "this is no private key of the kinds Ed25519 and P-256 as PKCS #8 (BEGIN PRIVATE KEY): make one with \
     `khen client key`, or bring an older one into that form with `openssl pkcs8 -topk8 -nocrypt`"
)]
pub struct PrivateKeyError;

/// What an assertion says.
#[derive(Debug, Clone, Copy)]
pub struct AssertionParts<'a> {
    /// Who it is.
    pub client_id: &'a str,
    /// Whom it is for: the issuer or its token endpoint.
    pub audience: &'a str,
    /// What it is called: never the same twice.
    pub id: &'a str,
    /// The present.
    pub now: Timestamp,
}

impl PrivateKey {
    /// A fresh Ed25519 key.
    #[must_use]
    pub fn random(chance: &dyn Chance) -> Self {
        Self::of_seed(&Zeroizing::new(chance.bytes::<32>()))
    }

    /// Reads a key.
    ///
    /// # Errors
    /// [`PrivateKeyError`].
    pub fn parse(text: &str) -> Result<Self, PrivateKeyError> {
        let text = text.trim().as_bytes();
        let ed25519 = EncodingKey::from_ed_pem(text);
        let found = ed25519.map(|key| (key, Algorithm::EdDSA));
        let found =
            found.or_else(|_| EncodingKey::from_ec_pem(text).map(|key| (key, Algorithm::ES256)));
        let (secret, algorithm) = found.map_err(|_| PrivateKeyError)?;
        Self::of(secret, algorithm).ok_or(PrivateKeyError)
    }

    fn of_seed(seed: &[u8; 32]) -> Self {
        let info = Zeroizing::new([&ED25519_INFO[..], seed].concat());
        let made = Self::of(EncodingKey::from_ed_der(&info), Algorithm::EdDSA);
        made.expect("any 32 bytes are an Ed25519 key")
    }

    fn of(secret: EncodingKey, algorithm: Algorithm) -> Option<Self> {
        let jwk = Jwk::from_encoding_key(&secret, algorithm).ok()?;
        let jwk = serde_json::to_string(&jwk).ok()?;
        let public = PublicKey::parse(&jwk).ok()?;
        Some(Self { secret, public })
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The key as PEM (PKCS #8), for its owner.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        let base64 = Zeroizing::new(STANDARD.encode(self.secret.as_bytes()));
        Zeroizing::new(pem("PRIVATE KEY", &base64))
    }

    /// An assertion of who asks (RFC 7523), good for one token.
    #[must_use]
    pub fn assertion(&self, parts: AssertionParts<'_>) -> String {
        let issued = parts.now.as_second();
        let claims = json!({
            "iss": parts.client_id,
            "sub": parts.client_id,
            "aud": parts.audience,
            "jti": parts.id,
            "iat": issued,
            "exp": issued + ASSERTION_LIFE.as_secs(),
        });
        self.sign(&claims, Some(&self.public.id()))
    }

    /// A JWT with these claims.
    pub(crate) fn sign(&self, claims: &Value, kid: Option<&str>) -> String {
        let header = Header {
            kid: kid.map(str::to_owned),
            ..Header::new(self.public.algorithm())
        };
        let signed = encode(&header, claims, &self.secret);
        signed.expect("the key was read, and the claims are JSON")
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({})", self.public)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khen_ambient::SeededChance;

    /// Made by `openssl genpkey`, P-256 and P-384.
    const P256: &str = "-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJZC/vD+eIe2hqtrj
zTwyNh5xHgjJzqbZ1wRxfLU1OcShRANCAAS6s5RwXkoAUoUCWxu3iL5dLauWymGC
gVid+CVrf/4BnDraOXJYNIQUoA1sgv+a33N9MMIzQ1dJpeUTRt5W5Ze+
-----END PRIVATE KEY-----";
    const P384: &str = "-----BEGIN PRIVATE KEY-----
MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDB7SdFp5sMR8+vJXLbX
g7ug/KHk0+0Ig7LvDroqw3UdQZMGGqy3KmoM5kMfdaaoPtChZANiAAT/hWLTsRkt
AH9paUMBvDMcGaxzP0hTjp/URQ0W3PqGy8pQiExpe7UHJzeLCRqc5weu6VgkyGXD
qJW6O/Fz0k+ZmqHKpiWenjzyatxRm18uoTmGEteIi5UgcnM/XzbTitU=
-----END PRIVATE KEY-----";

    #[test]
    fn a_key_reads_back() {
        let made = PrivateKey::random(&SeededChance::new(1));
        let read = PrivateKey::parse(&made.reveal()).unwrap();
        assert_eq!(read.public(), made.public());
        let p256 = PrivateKey::parse(P256).unwrap();
        assert!(p256.public().jwk().contains("P-256"));
        let again = PrivateKey::parse(&p256.reveal()).unwrap();
        assert_eq!(again.public(), p256.public());
    }

    #[test]
    fn the_secret_is_not_shown() {
        let made = PrivateKey::random(&SeededChance::new(1));
        assert_eq!(
            format!("{made:?}"),
            format!("PrivateKey({})", made.public().id())
        );
    }

    #[test]
    fn other_texts_are_no_private_keys() {
        let made = PrivateKey::random(&SeededChance::new(1));
        for wrong in ["", "khen", P384, &made.public().pem(), &made.public().jwk()] {
            assert_eq!(
                PrivateKey::parse(wrong).unwrap_err(),
                PrivateKeyError,
                "{wrong}"
            );
        }
    }
}

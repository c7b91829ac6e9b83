//! The public half of a key, as it is registered.

use std::fmt;

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

/// What stands before an Ed25519 key in a `SubjectPublicKeyInfo`. Source: RFC 8410, section 4.
const ED25519_INFO: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];
/// What stands before the coordinates of a P-256 key in a `SubjectPublicKeyInfo`. Source: RFC 5480,
/// section 2.
const P256_INFO: [u8; 27] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
];

/// A public key that an assertion may be checked with. Its algorithm belongs to it, whatever an
/// assertion says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(Point);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Point {
    Ed25519([u8; 32]),
    P256 { x: [u8; 32], y: [u8; 32] },
}

/// A text that is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PublicKeyError {
    /// It is a private key.
    #[error(
        "this is a private key, which belongs to its client alone: make a new one, for this one was \
         shown to others, and send only its public half"
    )]
    Private,
    /// It is neither of the two kinds.
    #[error(
        "this is no public key of the kinds Ed25519 and P-256, as PEM (BEGIN PUBLIC KEY) or as one JWK"
    )]
    Other,
}

/// The members of a JWK that matter here.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    crv: String,
    x: String,
    y: Option<String>,
    d: Option<serde::de::IgnoredAny>,
}

impl PublicKey {
    /// Reads a key: PEM, or a JWK.
    ///
    /// # Errors
    /// [`PublicKeyError`].
    pub fn parse(text: &str) -> Result<Self, PublicKeyError> {
        let text = text.trim();
        if text.contains("PRIVATE KEY") {
            return Err(PublicKeyError::Private);
        }
        let point = if text.starts_with('{') {
            of_jwk(text)?
        } else {
            of_pem(text).ok_or(PublicKeyError::Other)?
        };
        let key = Self(point);
        // No signature is checked yet, but a point that is none is found.
        let checked = crypto::verify("", b"", &key.decoding_key(), key.algorithm());
        checked.map(|_| key).map_err(|_| PublicKeyError::Other)
    }

    /// The members of the JWK that its thumbprint is of, in their order: the form in which it is kept.
    #[must_use]
    pub fn jwk(&self) -> String {
        match &self.0 {
            Point::Ed25519(x) => {
                format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, encoded(x))
            }
            Point::P256 { x, y } => {
                let (x, y) = (encoded(x), encoded(y));
                format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#)
            }
        }
    }

    /// What it is called: its thumbprint (RFC 7638), also the `kid` of assertions.
    #[must_use]
    pub fn id(&self) -> String {
        encoded(&Sha256::digest(self.jwk()))
    }

    /// The key as PEM (`SubjectPublicKeyInfo`).
    #[must_use]
    pub fn pem(&self) -> String {
        let info = match &self.0 {
            Point::Ed25519(x) => [&ED25519_INFO[..], x].concat(),
            Point::P256 { x, y } => [&P256_INFO[..], x, y].concat(),
        };
        pem("PUBLIC KEY", &STANDARD.encode(info))
    }

    /// The one algorithm that it checks.
    pub(crate) fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Point::Ed25519(_) => Algorithm::EdDSA,
            Point::P256 { .. } => Algorithm::ES256,
        }
    }

    pub(crate) fn decoding_key(&self) -> DecodingKey {
        match &self.0 {
            Point::Ed25519(x) => DecodingKey::from_ed_der(x),
            Point::P256 { x, y } => DecodingKey::from_ec_der(&[&[0x04][..], x, y].concat()),
        }
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id())
    }
}

/// A text between the lines that name it. Source: RFC 7468.
pub(super) fn pem(label: &str, base64: &str) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    let mut rest = base64;
    while !rest.is_empty() {
        let (line, next) = rest.split_at(rest.len().min(64));
        text.extend([line, "\n"]);
        rest = next;
    }
    text + &format!("-----END {label}-----\n")
}

fn of_jwk(text: &str) -> Result<Point, PublicKeyError> {
    let jwk: Jwk = serde_json::from_str(text).map_err(|_| PublicKeyError::Other)?;
    if jwk.d.is_some() {
        return Err(PublicKeyError::Private);
    }
    let y = jwk.y.as_deref();
    let point = match (jwk.kty.as_str(), jwk.crv.as_str(), y) {
        ("OKP", "Ed25519", None) => decoded(&jwk.x).map(Point::Ed25519),
        ("EC", "P-256", Some(y)) => decoded(&jwk.x)
            .zip(decoded(y))
            .map(|(x, y)| Point::P256 { x, y }),
        _ => None,
    };
    point.ok_or(PublicKeyError::Other)
}

fn of_pem(text: &str) -> Option<Point> {
    let body = text
        .strip_prefix("-----BEGIN PUBLIC KEY-----")?
        .strip_suffix("-----END PUBLIC KEY-----")?;
    let base64: String = body.split_whitespace().collect();
    let info = STANDARD.decode(base64).ok()?;
    if let Some(x) = info.strip_prefix(&ED25519_INFO) {
        return x.try_into().ok().map(Point::Ed25519);
    }
    let point: &[u8; 64] = info.strip_prefix(&P256_INFO)?.try_into().ok()?;
    let (x, y) = point.split_at(32);
    let (x, y) = (x.try_into().ok()?, y.try_into().ok()?);
    Some(Point::P256 { x, y })
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decoded(text: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 8037, appendix A.2, and its thumbprint of A.3.
    const ED25519: &str =
        r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    /// The key of RFC 7515, appendix A.3.1, without its secret.
    const P256: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;

    #[test]
    fn both_kinds_read_back_as_jwk_and_as_pem() {
        for jwk in [ED25519, P256] {
            let key = PublicKey::parse(jwk).unwrap();
            assert_eq!(PublicKey::parse(&key.jwk()), Ok(key.clone()));
            assert_eq!(PublicKey::parse(&key.pem()), Ok(key));
        }
    }

    #[test]
    fn a_key_is_called_by_its_thumbprint() {
        let key = PublicKey::parse(ED25519).unwrap();
        assert_eq!(key.id(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn private_keys_and_other_kinds_are_refused() {
        let secret = P256.replace("\"x\"", "\"d\":\"AAAA\",\"x\"");
        let pem =
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----";
        for private in [secret.as_str(), pem] {
            assert_eq!(PublicKey::parse(private), Err(PublicKeyError::Private));
        }
        let off_the_curve = P256.replace("x_FEzR", "x_FEzS");
        let short = ED25519.replace("HURo", "");
        let other = r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#;
        for wrong in ["", "{}", &off_the_curve, &short, other, "MCowBQYDK2VwAyEA"] {
            assert_eq!(
                PublicKey::parse(wrong),
                Err(PublicKeyError::Other),
                "{wrong}"
            );
        }
    }
}

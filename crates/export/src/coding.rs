//! How the bytes of an answer travel: compressed or not, and with a digest.

use std::io::{self, Read};

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, read::GzDecoder, read::GzEncoder};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// The level at which `zstd` is about as fast as the network.
const ZSTD_LEVEL: i32 = 3;

/// A content coding (RFC 9110 section 8.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As it is.
    Identity,
    /// `gzip`.
    Gzip,
    /// `zstd` (RFC 8878).
    Zstd,
}

/// The bytes could not be coded or decoded, or would be more than the reader takes.
#[derive(Debug, Error)]
pub enum CodingError {
    /// They are not of this coding, or broke off.
    #[error("the bytes are not what their coding says")]
    Broken(#[from] io::Error),
    /// They would be more than the reader takes.
    #[error("the answer unpacks to more than {max} bytes")]
    TooLong {
        /// The limit.
        max: usize,
    },
}

impl Coding {
    /// The best coding that an `Accept-Encoding` takes. Every reader takes bytes as they are, unless it
    /// says so; who refuses even those is sent them all the same, as RFC 9110 section 12.5.3 allows.
    #[must_use]
    pub fn chosen(accept_encoding: &str) -> Self {
        let takes = |wanted: &str| {
            accept_encoding.split(',').any(|entry| {
                let mut parts = entry.split(';').map(str::trim);
                let is_named = parts
                    .next()
                    .is_some_and(|name| name.eq_ignore_ascii_case(wanted));
                is_named && !parts.any(is_zero)
            })
        };
        if takes("zstd") {
            Self::Zstd
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// The coding of a `Content-Encoding`; `None` for one that is not ours.
    #[must_use]
    pub fn parse(content_encoding: &str) -> Option<Self> {
        let codings = [Self::Gzip, Self::Zstd];
        let mut named = codings.into_iter();
        named.find(|coding| coding.content_encoding() == Some(content_encoding))
    }

    /// What `Content-Encoding` says; nothing for bytes as they are.
    #[must_use]
    pub fn content_encoding(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Zstd => Some("zstd"),
        }
    }

    /// Codes the bytes.
    ///
    /// # Errors
    /// [`CodingError::Broken`] when there is no memory for it.
    pub fn encode(self, bytes: Vec<u8>) -> Result<Vec<u8>, CodingError> {
        match self {
            Self::Identity => Ok(bytes),
            Self::Gzip => {
                let mut coded = Vec::new();
                GzEncoder::new(&*bytes, Compression::fast()).read_to_end(&mut coded)?;
                Ok(coded)
            }
            Self::Zstd => Ok(zstd::encode_all(&*bytes, ZSTD_LEVEL)?),
        }
    }

    /// Decodes the bytes to at most `max` bytes.
    ///
    /// # Errors
    /// [`CodingError`].
    pub fn decode(self, bytes: Vec<u8>, max: usize) -> Result<Vec<u8>, CodingError> {
        match self {
            Self::Identity if bytes.len() > max => Err(CodingError::TooLong { max }),
            Self::Identity => Ok(bytes),
            Self::Gzip => read_all(GzDecoder::new(&*bytes), max),
            Self::Zstd => read_all(zstd::Decoder::new(&*bytes)?, max),
        }
    }
}

/// `q=0` and its longer forms.
fn is_zero(parameter: &str) -> bool {
    let weight = parameter.split_once('=').map(|(_, weight)| weight.trim());
    weight.is_some_and(|weight| weight.parse() == Ok(0.0_f32))
}

fn read_all(reader: impl Read, max: usize) -> Result<Vec<u8>, CodingError> {
    let mut bytes = Vec::new();
    let one_more = u64::try_from(max).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(one_more).read_to_end(&mut bytes)?;
    if bytes.len() > max {
        return Err(CodingError::TooLong { max });
    }
    Ok(bytes)
}

/// What `Repr-Digest` says of these bytes, as they are sent: the digest is of the coded ones (RFC 9530
/// section 3).
#[must_use]
pub fn repr_digest(coded: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(coded)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_coding_that_is_taken_is_chosen() {
        for (accepted, chosen) in [
            ("gzip, zstd", Coding::Zstd),
            ("gzip;q=1.0, zstd;q=0", Coding::Gzip),
            ("GZIP", Coding::Gzip),
            ("gzip;q=0.000", Coding::Identity),
            ("br, deflate", Coding::Identity),
            ("", Coding::Identity),
        ] {
            assert_eq!(Coding::chosen(accepted), chosen, "{accepted}");
        }
    }

    #[test]
    fn what_is_coded_decodes_within_the_limit() {
        let bytes = b"Hon Quan ".repeat(1_000);
        for coding in [Coding::Identity, Coding::Gzip, Coding::Zstd] {
            let coded = coding.encode(bytes.clone()).unwrap();
            let decoded = coding.decode(coded.clone(), bytes.len()).unwrap();
            assert_eq!(decoded, bytes);
            let refused = coding.decode(coded.clone(), bytes.len() - 1);
            assert!(matches!(refused, Err(CodingError::TooLong { .. })));
            let name = coding.content_encoding();
            assert!(name.is_none_or(|name| Coding::parse(name) == Some(coding)));
            if coding != Coding::Identity {
                assert!(coded.len() < bytes.len() / 10);
                let broken = coding.decode(coded[..coded.len() - 1].to_vec(), bytes.len());
                assert!(matches!(broken, Err(CodingError::Broken(_))));
            }
        }
    }

    #[test]
    fn a_digest_has_the_form_of_rfc_9530() {
        // The example of RFC 9530, appendix B.1, of the text `{"hello": "world"}` and a line feed.
        assert_eq!(
            repr_digest(b"{\"hello\": \"world\"}\n"),
            "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"
        );
    }
}

//! What this server is called by those who ask it for tokens.

use std::fmt;

use thiserror::Error;

/// Where tokens are asked for, below the issuer.
pub const TOKEN_PATH: &str = "/oauth/token";

/// The issuer of access tokens: the address at which the outside knows this server (RFC 8414).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer(String);

/// A text that is no issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "an issuer is an address such as https://khen.example, without `?`, `#` and `/` at its end"
)]
pub struct IssuerError;

impl Issuer {
    /// Reads an issuer.
    ///
    /// # Errors
    /// [`IssuerError`].
    pub fn parse(text: &str) -> Result<Self, IssuerError> {
        let schemes = ["https://", "http://"];
        let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"?#\"\\<>".contains(&byte);
        let is_address =
            |rest: &str| !rest.is_empty() && !rest.starts_with('/') && rest.bytes().all(is_plain);
        let is_issuer = rest.is_some_and(is_address) && !text.ends_with('/');
        is_issuer.then(|| Self(text.to_owned())).ok_or(IssuerError)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where tokens are asked for.
    #[must_use]
    pub fn token_endpoint(&self) -> String {
        format!("{self}{TOKEN_PATH}")
    }

    /// Whether an assertion for this audience is for us.
    pub(crate) fn is_meant_by(&self, audience: &str) -> bool {
        audience
            .strip_prefix(self.as_str())
            .is_some_and(|rest| rest.is_empty() || rest == TOKEN_PATH)
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_an_address_without_an_end() {
        for right in [
            "https://khen.example",
            "http://127.0.0.1:8080",
            "https://a.example/khen",
        ] {
            assert_eq!(Issuer::parse(right).unwrap().as_str(), right);
        }
        for wrong in [
            "",
            "khen.example",
            "https://",
            "https:///a",
            "https://khen.example/",
            "https://khen.example?a",
            "ftp://khen.example",
            "https://khen example",
        ] {
            assert_eq!(Issuer::parse(wrong), Err(IssuerError), "{wrong}");
        }
    }

    #[test]
    fn the_issuer_and_its_token_endpoint_are_meant_alike() {
        let issuer = Issuer::parse("https://khen.example").unwrap();
        assert!(issuer.is_meant_by("https://khen.example"));
        assert!(issuer.is_meant_by(&issuer.token_endpoint()));
        for other in [
            "https://khen.example/",
            "https://khen.example.org",
            "",
            "https://loc-ninh.example",
        ] {
            assert!(!issuer.is_meant_by(other), "{other}");
        }
    }
}

//! Which log a checkpoint is of.

use std::fmt;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::{KeyName, note::name::is_control};

/// The identity of a log: the first line of its checkpoints. A log of Khen signs with a key of the
/// same name, so its origin is a [`KeyName`]; that of another log may be any line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(String);

/// A text that is no origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an origin is a line that is not empty")]
pub struct OriginError;

impl Origin {
    /// Reads an origin.
    ///
    /// # Errors
    /// [`OriginError`] when it is empty or holds a control character.
    pub fn parse(text: &str) -> Result<Self, OriginError> {
        if text.is_empty() || text.contains(is_control) {
            return Err(OriginError);
        }
        Ok(Self(text.to_owned()))
    }

    /// The origin as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The SHA-256 of the origin in hexadecimal digits: under `<it>/checkpoint` a witness serves the
    /// latest checkpoint that it cosigned. Source: `c2sp.org/tlog-witness@v1.0.0`.
    #[must_use]
    pub fn sha256_hex(&self) -> String {
        hex::encode(Sha256::digest(&self.0))
    }
}

impl From<KeyName> for Origin {
    fn from(name: KeyName) -> Self {
        Self(name.as_str().to_owned())
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

//! Names of the files in a bundle.

use std::fmt;

use thiserror::Error;

/// Bytes of a path, so that a bundle can be unpacked anywhere.
const PATH_BYTES_MAX: usize = 240;

/// The path of a file in a bundle: parts of `A-Z a-z 0-9 . _ @ % -` with `/` between, none of them
/// empty or beginning with a dot. Unpacked, it never leaves the folder of the bundle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BundlePath(String);

/// A text that is no path in a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a path in a bundle has parts of `A-Z a-z 0-9 . _ @ % -`, none empty or hidden")]
pub struct BundlePathError;

impl BundlePath {
    /// Reads a path.
    ///
    /// # Errors
    /// [`BundlePathError`] for every other text, also one longer than 240 bytes.
    pub fn parse(text: &str) -> Result<Self, BundlePathError> {
        let is_part = |part: &str| {
            let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"._@%-".contains(&byte);
            !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_known)
        };
        if text.len() > PATH_BYTES_MAX || !text.split('/').all(is_part) {
            return Err(BundlePathError);
        }
        Ok(Self(text.to_owned()))
    }

    /// The path as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BundlePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_leaves_the_bundle() {
        for path in ["events.ndjson", "proofs/3.tlog-proof", "state/a/B-1@3.json"] {
            assert_eq!(BundlePath::parse(path).unwrap().as_str(), path);
        }
        let long = "a".repeat(241);
        for path in [
            "", "/etc", "a//b", "../x", "a/../b", ".hidden", "a/", "a b", "c:d", "a\\b", "ê", &long,
        ] {
            assert_eq!(BundlePath::parse(path), Err(BundlePathError), "{path:?}");
        }
    }
}

//! What a key is called.

use std::fmt;

use thiserror::Error;

/// The name of a key, such as `khen.example/log/hon-quan`: a URL without its scheme that nobody has
/// to serve. Not empty; no `+`, no Unicode white space, no control character.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

/// A text that names no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a key's name is not empty and has neither `+` nor white space nor control characters")]
pub struct KeyNameError;

impl KeyName {
    /// Reads a name.
    ///
    /// # Errors
    /// [`KeyNameError`] when it is empty or holds a character that it may not.
    pub fn parse(text: &str) -> Result<Self, KeyNameError> {
        let is_foreign = |one: char| one == '+' || one.is_whitespace() || is_control(one);
        if text.is_empty() || text.contains(is_foreign) {
            return Err(KeyNameError);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether this is a character that no note may hold, a line's end aside.
pub(crate) fn is_control(one: char) -> bool {
    one < ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_neither_plus_nor_white_space() {
        for name in [
            "khen.example/log/hon-quan",
            "x",
            "oid/1.3.6",
            "sổ-nhật-ký",
            "\u{2014}",
        ] {
            assert_eq!(KeyName::parse(name).unwrap().as_str(), name);
        }
        for name in [
            "",
            "a b",
            "a+b",
            "a\u{a0}b",
            "a\u{2003}b",
            "a\n",
            "\ta",
            "a\u{1}b",
            "a\u{85}",
        ] {
            assert_eq!(KeyName::parse(name), Err(KeyNameError), "{name:?}");
        }
    }
}

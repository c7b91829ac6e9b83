//! The languages that Khen speaks.

use std::{fmt, str::FromStr};

use unic_langid::{LanguageIdentifier, langid};

/// A language of the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Vietnamese, the source language.
    #[default]
    Vi,
    /// English.
    En,
}

/// The tag names no language of the catalogues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl Language {
    /// Every language, the source language first.
    pub const ALL: &'static [Self] = &[Self::Vi, Self::En];

    /// The tag, for `lang` and `Content-Language`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    pub(crate) fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Vi => langid!("vi"),
            Self::En => langid!("en"),
        }
    }

    /// What stands between groups of three digits.
    pub(crate) fn group_separator(self) -> char {
        match self {
            Self::Vi => '.',
            Self::En => ',',
        }
    }

    /// What stands before the decimals.
    pub(crate) fn decimal_separator(self) -> char {
        match self {
            Self::Vi => ',',
            Self::En => '.',
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a tag such as `vi` or `en-GB`; only the language counts.
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let tag: LanguageIdentifier = tag.trim().parse().map_err(|_| UnknownLanguage)?;
        let of = |language: &Self| language.identifier().language == tag.language;
        Self::ALL.iter().copied().find(of).ok_or(UnknownLanguage)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the languages are `vi` and `en`")
    }
}

impl std::error::Error for UnknownLanguage {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_language_of_a_tag_counts() {
        assert_eq!("vi-VN".parse(), Ok(Language::Vi));
        assert_eq!(" en-GB".parse(), Ok(Language::En));
        for unknown in ["fr", "", "*", "tiếng Việt"] {
            assert_eq!(unknown.parse::<Language>(), Err(UnknownLanguage));
        }
    }
}

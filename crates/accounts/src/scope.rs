//! What an access token is good for.

use std::{collections::BTreeSet, fmt};

use thiserror::Error;

/// One thing that a client may do. Source: the contract of the export, section A.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Read the export.
    Read,
    /// Fetch the documents that its events name.
    Blobs,
    /// Say how far the export was stored.
    Ack,
}

/// Several of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scopes(BTreeSet<Scope>);

/// A text that is no scope.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{word}` is no scope; there are export.read, export.blobs and export.ack")]
pub struct ScopeError {
    /// The word that is none.
    word: String,
}

impl Scope {
    /// Every scope.
    pub const ALL: &'static [Self] = &[Self::Read, Self::Blobs, Self::Ack];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "export.read",
            Self::Blobs => "export.blobs",
            Self::Ack => "export.ack",
        }
    }

    /// Reads a name.
    ///
    /// # Errors
    /// [`ScopeError`].
    pub fn parse(word: &str) -> Result<Self, ScopeError> {
        let found = Self::ALL.iter().find(|scope| scope.as_str() == word);
        found.copied().ok_or_else(|| ScopeError {
            word: word.to_owned(),
        })
    }
}

impl Scopes {
    /// Reads words with a space between them.
    ///
    /// # Errors
    /// [`ScopeError`] names the first word that is no scope.
    pub fn parse(text: &str) -> Result<Self, ScopeError> {
        let words = text.split(' ').filter(|word| !word.is_empty());
        words.map(Scope::parse).collect::<Result<_, _>>().map(Self)
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn contains(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Whether all of them are among the others.
    #[must_use]
    pub fn is_within(&self, others: &Self) -> bool {
        self.0.is_subset(&others.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().collect())
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.0.iter().map(|scope| scope.as_str()).collect();
        f.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_read_back_whatever_their_order() {
        let scopes = Scopes::parse("export.ack  export.read export.ack").unwrap();
        assert_eq!(scopes.to_string(), "export.read export.ack");
        assert_eq!(Scopes::parse(&scopes.to_string()), Ok(scopes));
        assert!(Scopes::parse("").unwrap().is_empty());
        let error = Scopes::parse("export.read export.write").unwrap_err();
        assert!(error.to_string().starts_with("`export.write`"));
    }
}

//! Places in a ledger and in a stream, and the reigns of those who work on them.

use std::fmt;

/// The place of an event in its ledger: 0-based, dense, in commit order (`sequence` on the wire).
///
/// As a cursor it is a prefix length: `Position(n)` says "I have the first n events".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position(pub u64);

impl Position {
    /// The place after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The version of a stream: the number of its events (`subjectversion` on the wire).
///
/// The first event has version 1; [`Version::NONE`] means that the stream does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Version(pub u64);

impl Version {
    /// The version of a stream that has no event.
    pub const NONE: Self = Self(0);

    /// The version after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The reign of whoever holds a partition: it grows each time that the partition is taken.
///
/// A cursor keeps the epoch that it was last written under and refuses whoever comes with an
/// earlier one: who has lost a partition without knowing writes nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Epoch(pub u64);

impl Epoch {
    /// The epoch of a process that shares its ledgers with nobody; taking gives later ones only.
    pub const ALONE: Self = Self(0);
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

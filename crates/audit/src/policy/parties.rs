//! Logs, witnesses, groups and the quorum.

use std::fmt;

use crate::VerifierKey;

/// Which logs are believed, and which witnesses must have cosigned their checkpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    pub(super) logs: Vec<PolicyLog>,
    /// In the order of their lines: a group names only earlier ones.
    pub(super) parties: Vec<Party>,
    pub(super) quorum: Quorum,
}

/// A log that is believed. The name of its key is its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyLog {
    /// Its key, of [`crate::KeyKind::Note`].
    pub key: VerifierKey,
    /// Where to reach it.
    pub url: Option<String>,
}

/// A witness that is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyWitness {
    /// What the policy calls it.
    pub name: String,
    /// Its key, of [`crate::KeyKind::Cosignature`].
    pub key: VerifierKey,
    /// Where to reach it.
    pub url: Option<String>,
}

/// Who must have witnessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quorum {
    Nobody,
    /// The party at this place.
    Party(usize),
}

/// Whatever can witness a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Party {
    Witness(Box<PolicyWitness>),
    Group(Group),
}

/// Parties of which enough must have witnessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) threshold: Threshold,
    /// Places among the parties, all before the group's own.
    pub(super) members: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Threshold {
    Any,
    All,
    AtLeast(usize),
}

impl Policy {
    /// The logs that are believed.
    #[must_use]
    pub fn logs(&self) -> &[PolicyLog] {
        &self.logs
    }

    /// The witnesses, in the order of their lines.
    pub fn witnesses(&self) -> impl Iterator<Item = &PolicyWitness> {
        self.parties.iter().filter_map(|party| match party {
            Party::Witness(witness) => Some(witness.as_ref()),
            Party::Group(_) => None,
        })
    }

    /// What the policy calls its quorum: a witness, a group, or `none`.
    #[must_use]
    pub fn quorum(&self) -> &str {
        match self.quorum {
            Quorum::Nobody => NONE,
            Quorum::Party(place) => self.parties[place].name(),
        }
    }
}

/// The quorum of nobody.
pub(super) const NONE: &str = "none";

impl Party {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Witness(witness) => &witness.name,
            Self::Group(group) => &group.name,
        }
    }
}

impl Group {
    /// Whether so many of its members are enough.
    pub(super) fn has_enough(&self, witnessed: usize) -> bool {
        match self.threshold {
            Threshold::Any => witnessed >= 1,
            Threshold::All => witnessed == self.members.len(),
            Threshold::AtLeast(least) => witnessed >= least,
        }
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("any"),
            Self::All => f.write_str("all"),
            Self::AtLeast(least) => least.fmt(f),
        }
    }
}

impl fmt::Display for Policy {
    /// Writes the policy without comments, one line each: logs, then witnesses and groups in their
    /// order, then the quorum.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for PolicyLog { key, url } in &self.logs {
            writeln!(f, "log {key}{}", Url(url.as_deref()))?;
        }
        for party in &self.parties {
            match party {
                Party::Witness(witness) => {
                    let PolicyWitness { name, key, url } = witness.as_ref();
                    writeln!(f, "witness {name} {key}{}", Url(url.as_deref()))?;
                }
                Party::Group(group) => {
                    write!(f, "group {} {}", group.name, group.threshold)?;
                    for member in &group.members {
                        write!(f, " {}", self.parties[*member].name())?;
                    }
                    writeln!(f)?;
                }
            }
        }
        writeln!(f, "quorum {}", self.quorum())
    }
}

struct Url<'a>(Option<&'a str>);

impl fmt::Display for Url<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |url| write!(f, " {url}"))
    }
}

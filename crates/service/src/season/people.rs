//! The demo's people: handles of the definition, the assignment each acts under, and its token.

use std::{collections::BTreeMap, fmt};

use anyhow::anyhow;

use khen_domain::Role;

/// A person in a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Who {
    /// Handle in the people definition, for example `CM`.
    pub(crate) handle: &'static str,
    /// The role that acts.
    pub(crate) role: Role,
}

/// `who("CM", Role::Reviewer)`
pub(crate) const fn who(handle: &'static str, role: Role) -> Who {
    Who { handle, role }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.handle, self.role.as_str())
    }
}

/// What is known of one assignment of the demo.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The assignment.
    pub(crate) assignment: String,
    /// The person.
    pub(crate) person: String,
    /// Title of the assignment, in Vietnamese.
    pub(crate) title: String,
    /// The token of this run.
    pub(crate) token: String,
}

/// Everybody, by handle and role.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast(BTreeMap<(String, Role), Part>);

impl Cast {
    /// Gives a part to a handle.
    pub(crate) fn add(&mut self, handle: String, role: Role, part: Part) {
        self.0.insert((handle, role), part);
    }

    /// All parts, by handle and role.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&str, Role, &Part)> {
        self.0
            .iter()
            .map(|((handle, role), part)| (handle.as_str(), *role, part))
    }

    pub(crate) fn token(&self, who: Who) -> anyhow::Result<&str> {
        self.part(who).map(|part| part.token.as_str())
    }

    pub(crate) fn assignment(&self, who: Who) -> anyhow::Result<&str> {
        self.part(who).map(|part| part.assignment.as_str())
    }

    pub(crate) fn person(&self, who: Who) -> anyhow::Result<&str> {
        self.part(who).map(|part| part.person.as_str())
    }

    fn part(&self, who: Who) -> anyhow::Result<&Part> {
        self.0
            .get(&(who.handle.to_owned(), who.role))
            .ok_or_else(|| anyhow!("the people definition has no {who}"))
    }
}

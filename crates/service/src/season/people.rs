//! The season's people: handles of the definition, the assignment each acts under, and its token.

use std::{collections::BTreeMap, fmt};

use anyhow::{Context as _, anyhow};
use serde_json::Value;

use khen_domain::Role;

/// A person in a role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Who {
    /// Handle in the people definition, for example `CM`.
    pub(crate) handle: String,
    /// The role that acts.
    pub(crate) role: Role,
}

/// `who("CM", Role::Reviewer)`
pub(crate) fn who(handle: impl Into<String>, role: Role) -> Who {
    Who {
        handle: handle.into(),
        role,
    }
}

/// `CM/reviewer` as it stands in a season's file.
///
/// # Errors
/// When it is not a handle and a role.
pub(super) fn parse_who(word: &str) -> anyhow::Result<Who> {
    let (handle, role) = word
        .split_once('/')
        .ok_or_else(|| anyhow!("{word} is not handle/role"))?;
    let role = serde_json::from_value(Value::String(role.to_owned()));
    Ok(who(
        handle,
        role.with_context(|| format!("{word}: no such role"))?,
    ))
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.handle, self.role.as_str())
    }
}

/// What is known of one assignment of the season.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The assignment.
    pub(crate) assignment: String,
    /// The person.
    pub(crate) person: String,
    /// The made-up name.
    pub(crate) name: String,
    /// Title of the assignment, in Vietnamese.
    pub(crate) title: String,
    /// The unit, where it is held in one.
    pub(crate) unit: Option<String>,
    /// Full name of the unit or body that the person works for.
    pub(crate) unit_name: String,
    /// The token of this run.
    pub(crate) token: String,
}

/// Everybody, by handle and role.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast(BTreeMap<Who, Part>);

impl Cast {
    /// Gives a part to a handle.
    pub(crate) fn add(&mut self, who: Who, part: Part) {
        self.0.insert(who, part);
    }

    /// All parts, by handle and role.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&Who, &Part)> {
        self.0.iter()
    }

    /// The part of somebody.
    ///
    /// # Errors
    /// When the people definition has nobody of this handle in this role.
    pub(crate) fn part(&self, who: &Who) -> anyhow::Result<&Part> {
        let part = self.0.get(who);
        part.ok_or_else(|| anyhow!("the people definition has no {who}"))
    }

    /// The assignment of somebody.
    pub(crate) fn assignment(&self, who: &Who) -> anyhow::Result<&str> {
        self.part(who).map(|part| part.assignment.as_str())
    }

    /// The person behind a handle in a role.
    pub(crate) fn person(&self, who: &Who) -> anyhow::Result<&str> {
        self.part(who).map(|part| part.person.as_str())
    }
}

//! The units and nominees of a season that is played.
//!
//! A season may be played several times over at once: each copy has the same units and people under
//! other names, and the quota is as many times as large.

use anyhow::Context as _;

use super::{
    people::{Who, who},
    script::UnitRow,
};
use khen_domain::{NomineeKind, Role};

/// A unit that nominates.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) slug: String,
    pub(crate) officer: Who,
    pub(crate) secretary: Who,
    pub(crate) head: Who,
    /// Who chairs and signs: the head, or the deputy where the head is the nominee.
    pub(crate) chair: Who,
    pub(crate) nominees: Vec<Nominee>,
    /// The unit of the season that it plays.
    pub(crate) base: String,
    /// From 0.
    pub(crate) copy: usize,
}

/// Somebody who is nominated.
#[derive(Debug, Clone)]
pub(crate) struct Nominee {
    /// `C1`, in a copy `C1.2`; of an individual the handle too.
    pub(crate) code: String,
    /// The nominee of the season that it plays.
    pub(crate) base: String,
    pub(crate) kind: NomineeKind,
}

impl Unit {
    /// Its nominee who plays this one of the season.
    ///
    /// # Errors
    /// When it nominates nobody of this code.
    pub(super) fn nominee(&self, base: &str) -> anyhow::Result<&Nominee> {
        let found = self.nominees.iter().find(|nominee| nominee.base == base);
        found.with_context(|| format!("{} does not nominate {base}", self.slug))
    }
}

/// The units of a season that is played `copies` times over at once.
pub(super) fn units(rows: &[UnitRow], copies: usize) -> Vec<Unit> {
    let copies = 0..copies.max(1);
    copies
        .flat_map(|copy| rows.iter().map(move |row| row.copy(copy)))
        .collect()
}

/// A word of the season in a copy of it: `C1` is `C1.2` in the second.
pub(super) fn in_copy(word: &str, copy: usize) -> String {
    match copy {
        0 => word.to_owned(),
        copy => format!("{word}.{}", copy + 1),
    }
}

/// A unit of the season in a copy of it: `tu-phap` is `tu-phap-2` in the second.
pub(super) fn unit_in_copy(slug: &str, copy: usize) -> String {
    match copy {
        0 => slug.to_owned(),
        copy => format!("{slug}-{}", copy + 1),
    }
}

impl UnitRow {
    fn copy(&self, copy: usize) -> Unit {
        let handle = |handle: &String| in_copy(handle, copy);
        let own = |suffix: &str| in_copy(&format!("{}-{suffix}", self.prefix), copy);
        let head = self.head.as_ref().map_or_else(|| own("TT"), handle);
        let head = who(head, Role::UnitHead);
        let chair = match &self.deputy {
            None => head.clone(),
            Some(deputy) => who(handle(deputy), Role::UnitDeputy),
        };
        let nominee = |base: &String| Nominee {
            code: handle(base),
            base: base.clone(),
            kind: if self.collective.as_ref() == Some(base) {
                NomineeKind::Collective
            } else {
                NomineeKind::Individual
            },
        };
        Unit {
            slug: unit_in_copy(&self.unit, copy),
            officer: who(own("CB"), Role::UnitOfficer),
            secretary: who(own("TK"), Role::UnitSecretary),
            head,
            chair,
            nominees: self.codes().map(nominee).collect(),
            base: self.unit.clone(),
            copy,
        }
    }
}

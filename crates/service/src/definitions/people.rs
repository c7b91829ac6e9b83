//! The definition of an office's people.

mod commands;
mod faults;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Kind;
use khen_domain::{Role, SourceDocument, StaffCategory, UnitId};

/// People and the assignments that they hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    /// Always `people`.
    #[serde(rename = "kind")]
    #[schemars(extend("const" = "people"))]
    _kind: Kind,
    /// What assignments rest on, by a name used in this file only.
    documents: BTreeMap<String, SourceDocument>,
    /// The people.
    people: Vec<Person>,
}

/// A person.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    /// How this file and the season speak of the person; never recorded.
    #[schemars(with = "String")]
    handle: Spanned<String>,
    /// Họ và tên.
    pub(crate) name: String,
    /// Category of staff.
    category: StaffCategory,
    /// The unit or body the person works for.
    #[schemars(with = "UnitId")]
    unit: Spanned<UnitId>,
    /// What the person may do.
    assignments: Vec<Assignment>,
}

/// A role held for a time.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Assignment {
    /// The role.
    #[schemars(with = "Role")]
    role: Spanned<Role>,
    /// The unit, where the role is held in one.
    #[schemars(with = "Option<UnitId>")]
    unit: Option<Spanned<UnitId>>,
    /// Chức vụ.
    pub(crate) title: String,
    /// Lãnh đạo chủ chốt.
    #[serde(default)]
    is_key_leader: bool,
    /// First day.
    from: Date,
    /// Last day, if known.
    to: Option<Date>,
    /// What it rests on: a name under `documents`.
    #[schemars(with = "String")]
    document: Spanned<String>,
}

/// An assignment with its holder.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat<'a> {
    /// The holder.
    pub(crate) person: &'a Person,
    /// The assignment.
    pub(crate) assignment: &'a Assignment,
}

impl Seat<'_> {
    /// How the season and the tokens speak of it, for example `CM/reviewer`.
    pub(crate) fn handle(self) -> String {
        format!("{}/{}", self.person.handle(), self.role().as_str())
    }

    /// The role.
    pub(crate) fn role(self) -> Role {
        *self.assignment.role.get_ref()
    }
}

impl Person {
    /// The handle, for example `CM`.
    pub(crate) fn handle(&self) -> &str {
        self.handle.get_ref()
    }

    /// The unit or body the person works for.
    #[cfg(test)]
    pub(crate) fn unit(&self) -> &UnitId {
        self.unit.get_ref()
    }
}

impl People {
    /// Every assignment, person by person.
    pub(crate) fn seats(&self) -> impl Iterator<Item = Seat<'_>> {
        self.people.iter().flat_map(|person| {
            let assignments = person.assignments.iter();
            assignments.map(move |assignment| Seat { person, assignment })
        })
    }

    /// The first seat with this role.
    pub(crate) fn seat_of(&self, role: Role) -> Option<Seat<'_>> {
        self.seats().find(|seat| seat.role() == role)
    }
}

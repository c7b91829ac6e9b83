//! The definition of an office's people.

mod commands;
mod faults;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Kind, source::Lines};
use khen_domain::{Role, SourceDocument, StaffCategory, UnitId};

/// People and the assignments that they hold.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    /// Always `people`.
    #[serde(rename = "kind")]
    #[schemars(extend("const" = "people"))]
    _kind: Kind,
    /// What a person or an assignment does not say itself.
    #[serde(default)]
    defaults: Defaults,
    /// What assignments rest on, by a name used in this file only.
    documents: BTreeMap<String, SourceDocument>,
    /// The people.
    pub(super) people: Vec<Person>,
    /// Where its lines begin.
    #[serde(skip)]
    pub(super) lines: Lines,
}

/// What holds for all people of the file who do not say otherwise.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Defaults {
    /// Category of staff.
    category: Option<StaffCategory>,
    /// First day of an assignment.
    from: Option<Date>,
    /// What an assignment rests on: a name under `documents`.
    #[schemars(with = "Option<String>")]
    document: Option<Spanned<String>>,
}

/// A person.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    /// How this file and the season speak of the person; never recorded.
    #[schemars(with = "String")]
    pub(super) handle: Spanned<String>,
    /// Họ và tên.
    pub(crate) name: String,
    /// Category of staff; where it is left out, the default's.
    category: Option<StaffCategory>,
    /// The unit or body the person works for.
    #[schemars(with = "UnitId")]
    pub(super) unit: Spanned<UnitId>,
    /// What the person may do.
    pub(super) assignments: Vec<Assignment>,
}

/// A role held for a time.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Assignment {
    /// The role.
    #[schemars(with = "Role")]
    pub(super) role: Spanned<Role>,
    /// The unit, where the role is held in another than the person's own.
    #[schemars(with = "Option<UnitId>")]
    unit: Option<Spanned<UnitId>>,
    /// Chức vụ.
    pub(crate) title: String,
    /// Lãnh đạo chủ chốt.
    #[serde(default)]
    is_key_leader: bool,
    /// First day; where it is left out, the default's.
    from: Option<Date>,
    /// Last day, if known.
    to: Option<Date>,
    /// What it rests on: a name under `documents`; where it is left out, the default's.
    #[schemars(with = "Option<String>")]
    document: Option<Spanned<String>>,
}

/// An assignment with its holder.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat<'a> {
    /// The holder.
    pub(crate) person: &'a Person,
    /// The assignment.
    pub(crate) assignment: &'a Assignment,
}

impl<'a> Seat<'a> {
    /// How the season and the tokens speak of it, for example `CM/reviewer`.
    pub(crate) fn handle(self) -> String {
        format!("{}/{}", self.person.handle(), self.role().as_str())
    }

    /// The role.
    pub(crate) fn role(self) -> Role {
        *self.assignment.role.get_ref()
    }

    /// The unit in which it is held: the person's own where it does not say another; none for the
    /// roles of the authority and its Council.
    pub(crate) fn unit(self) -> Option<&'a UnitId> {
        let said = self.assignment.unit.as_ref();
        let own = is_held_in_a_unit(self.role()).then_some(&self.person.unit);
        said.or(own).map(Spanned::get_ref)
    }
}

/// Whether a role is one of an office, and not of the authority, its Council or those above it.
fn is_held_in_a_unit(role: Role) -> bool {
    !matches!(
        role,
        Role::CampaignAuthority
            | Role::Chairman
            | Role::DeputySignatory
            | Role::CouncilChair
            | Role::CouncilViceChair
            | Role::CouncilMember
            | Role::CouncilSecretary
            | Role::Auditor
            | Role::ExportClient
            | Role::System
    )
}

impl Person {
    /// The handle, for example `CM`.
    pub(crate) fn handle(&self) -> &str {
        self.handle.get_ref()
    }

    /// The unit or body the person works for.
    pub(crate) fn unit(&self) -> &UnitId {
        self.unit.get_ref()
    }
}

impl People {
    /// Category of a person.
    fn category(&self, person: &Person) -> Option<StaffCategory> {
        person.category.or(self.defaults.category)
    }

    /// First day of an assignment.
    fn from(&self, assignment: &Assignment) -> Option<Date> {
        assignment.from.or(self.defaults.from)
    }

    /// Name of the document that an assignment rests on.
    fn document<'a>(&'a self, assignment: &'a Assignment) -> Option<&'a Spanned<String>> {
        let said = assignment.document.as_ref();
        said.or(self.defaults.document.as_ref())
    }

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

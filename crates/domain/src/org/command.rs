//! What may be asked of the directory.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DelegatedAct, DelegationForm};
use crate::{
    AssignmentId, DelegationId, GroupId, OfficeFunction, PersonId, Role, Sealed, SourceDocument,
    StaffCategory, UnitId, UnitKind,
};

/// Establishes the issuing authority of this ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EstablishAuthority {
    /// Full name.
    pub name: String,
    /// The body above it.
    pub parent: String,
    /// Địa danh of its documents.
    pub place: String,
    /// Title of the one who signs.
    pub signatory_title: String,
    /// First day of its validity.
    pub valid_from: Date,
    /// Last day of its validity, if known.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Sets the holidays and worked weekends of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCalendar {
    /// The year.
    pub year: i16,
    /// Weekdays off.
    pub holidays: Vec<Date>,
    /// Saturdays and Sundays worked.
    #[serde(default)]
    pub worked: Vec<Date>,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Establishes a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EstablishUnit {
    /// The unit.
    pub unit: UnitId,
    /// Full name.
    pub name: String,
    /// Kind of unit.
    pub kind: UnitKind,
    /// Its group (khối).
    pub group: GroupId,
    /// What the office does.
    #[serde(default)]
    pub functions: Vec<OfficeFunction>,
    /// Number of staff.
    pub staff: u32,
    /// First day.
    pub valid_from: Date,
    /// Last day, if known.
    #[serde(default)]
    pub valid_until: Option<Date>,
}

/// Dissolves a unit, with the units that go on with its work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DissolveUnit {
    /// The unit.
    pub unit: UnitId,
    /// Last day.
    pub on: Date,
    /// Who goes on with its work, from the day after.
    #[serde(default)]
    pub successors: Vec<UnitId>,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Moves a person to another unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MovePerson {
    /// The person.
    pub person: PersonId,
    /// The unit that the person goes to.
    pub to: UnitId,
    /// First day there.
    pub from: Date,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Joins two records of persons that turn out to be of one human being: a namesake that was none, or a
/// mistyped number (E11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeIdentity {
    /// The one record.
    pub person: PersonId,
    /// The other record.
    pub other: PersonId,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Parts two records that turn out to be of two human beings after all (E11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoIdentityMerge {
    /// The one record.
    pub person: PersonId,
    /// The other record.
    pub other: PersonId,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Records until when the issuing authority exists, as an act that ends it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndAuthority {
    /// Last day.
    pub on: Date,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Registers a person under a random id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterPerson {
    /// The random id.
    pub person: PersonId,
    /// Họ và tên.
    pub name: Sealed,
    /// Category of staff.
    pub category: StaffCategory,
    /// The unit the person works for.
    pub unit: UnitId,
}

/// Grants a role to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantAssignment {
    /// The assignment's random id.
    pub assignment: AssignmentId,
    /// The person.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// Where, for roles of a unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Chức vụ.
    pub title: String,
    /// Lãnh đạo chủ chốt.
    #[serde(default)]
    pub is_key_leader: bool,
    /// First day.
    pub from: Date,
    /// Last day, if known.
    #[serde(default)]
    pub to: Option<Date>,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Ends an assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndAssignment {
    /// The assignment.
    pub assignment: AssignmentId,
    /// Last day.
    pub to: Date,
    /// What it rests on.
    pub document: SourceDocument,
}

/// Delegates the power to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantDelegation {
    /// The delegation's id.
    pub delegation: DelegationId,
    /// Whose power it is.
    pub delegator: AssignmentId,
    /// Who may use it.
    pub delegate: AssignmentId,
    /// In which form the delegate signs.
    pub form: DelegationForm,
    /// For which acts.
    pub acts: Vec<DelegatedAct>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The writing that delegates.
    pub document: SourceDocument,
}

/// Ends a delegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndDelegation {
    /// The delegation.
    pub delegation: DelegationId,
    /// Last day.
    pub to: Date,
    /// What it rests on.
    pub document: SourceDocument,
}

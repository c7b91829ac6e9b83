//! What a later decision needs to know of the directory.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::{DelegatedAct, DelegationForm, Membership};
use crate::{
    AssignmentId, GroupId, OfficeFunction, PersonId, Role, StaffCategory, UnitId, UnitKind,
    calendar::Calendar,
};

/// The situation of one stream of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such thing.
    #[default]
    Absent,
    /// The issuing authority (cơ quan ban hành).
    Authority(Box<Authority>),
    /// A unit (đơn vị).
    Unit(Box<Unit>),
    /// A person.
    Person(Person),
    /// An assignment (phân công, bổ nhiệm).
    Assignment(Box<Assignment>),
    /// An assignment that a first person asked for, and nobody has granted (SD8).
    Asked(Box<Asked>),
    /// A delegation of the power to sign (giao ký thay, ủy quyền).
    Delegation(Box<Delegation>),
}

/// The issuing authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// Full name.
    pub name: String,
    /// The body above it.
    pub parent: String,
    /// Địa danh of its documents.
    pub place: String,
    /// Title of the one who signs.
    pub signatory_title: String,
    /// Validity.
    pub validity: Validity,
    /// Its working days.
    pub calendar: Calendar,
    /// Whether its end was recorded by an act of its own.
    pub is_ended: bool,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// Full name.
    pub name: String,
    /// Kind of unit.
    pub kind: UnitKind,
    /// Its group (khối).
    pub group: GroupId,
    /// What the office does.
    pub functions: Vec<OfficeFunction>,
    /// Number of staff.
    pub staff: u32,
    /// Validity.
    pub validity: Validity,
    /// Before and after it.
    pub succession: Succession,
}

/// Which units a unit follows, and which follow it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Succession {
    /// Whose work it goes on with, from which day.
    pub predecessors: BTreeMap<UnitId, Date>,
    /// Who goes on with its work, once it was dissolved by an act of its own.
    pub successors: Option<BTreeSet<UnitId>>,
}

/// A person: no name here, rules never look at names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The units that the person works for, by date.
    pub works: Membership,
    /// Category of staff.
    pub category: StaffCategory,
    /// What was assigned to the person, whether in force or not.
    pub assignments: BTreeSet<AssignmentId>,
    /// Other records that are of the same human being (E11).
    pub joined: BTreeSet<PersonId>,
}

/// An assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assignment {
    /// The person.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// Where, for roles of a unit.
    pub unit: Option<UnitId>,
    /// Chức vụ, as it is printed under a signature.
    pub title: String,
    /// Lãnh đạo chủ chốt.
    pub is_key_leader: bool,
    /// Validity.
    pub validity: Validity,
    /// Whether its end was recorded by an act of its own.
    pub is_ended: bool,
}

/// What a first person asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The assignment, as it would be.
    pub assignment: Assignment,
    /// Who asked.
    pub by: PersonId,
}

/// A delegation of the power to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delegation {
    /// Whose power it is.
    pub delegator: AssignmentId,
    /// Who may use it.
    pub delegate: AssignmentId,
    /// In which form the delegate signs.
    pub form: DelegationForm,
    /// For which acts.
    pub acts: BTreeSet<DelegatedAct>,
    /// Validity.
    pub validity: Validity,
    /// Whether its end was recorded by an act of its own.
    pub is_ended: bool,
}

/// From the first day to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Validity {
    /// First day.
    pub from: Date,
    /// Last day, if known.
    pub until: Option<Date>,
}

/// What an act that ends something comes to.
pub(super) enum Ending {
    /// It ends by this act.
    Now,
    /// The same is recorded already.
    Recorded,
    /// It was ended on another day.
    Over(Date),
    /// It ends on an earlier day by itself.
    TooLate(Date),
}

impl Validity {
    /// From this day until that one.
    #[must_use]
    pub fn new(from: Date, until: Option<Date>) -> Self {
        Self { from, until }
    }

    /// Whether the day lies inside.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|last| date <= last)
    }

    /// What an act that ends it on this day comes to: it ends once, and never later than known.
    pub(super) fn ending(&self, is_ended: bool, on: Date) -> Ending {
        match self.until {
            Some(last) if is_ended && last == on => Ending::Recorded,
            Some(last) if is_ended => Ending::Over(last),
            Some(last) if last < on => Ending::TooLate(last),
            Some(_) | None => Ending::Now,
        }
    }

    /// Whether there is a day that lies in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.until.is_none_or(|last| other.from <= last)
            && other.until.is_none_or(|last| self.from <= last)
    }
}

impl Authority {
    /// Whether it was established as this one, whatever its calendar and its end.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let until = if self.is_ended {
            other.validity.until
        } else {
            self.validity.until
        };
        let established = Self {
            validity: Validity::new(self.validity.from, until),
            calendar: other.calendar.clone(),
            is_ended: other.is_ended,
            ..self.clone()
        };
        established == *other
    }
}

impl Unit {
    /// Whether it was established as this one, whatever became of it.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let until = match self.succession.successors {
            Some(_) => other.validity.until,
            None => self.validity.until,
        };
        let established = Self {
            validity: Validity::new(self.validity.from, until),
            succession: other.succession.clone(),
            ..self.clone()
        };
        established == *other
    }
}

impl Assignment {
    /// Whether it is in force on this day (INV-06).
    #[must_use]
    pub fn is_in_force(&self, date: Date) -> bool {
        self.validity.contains(date)
    }
}

impl State {
    /// The authority.
    #[must_use]
    pub fn authority(&self) -> Option<&Authority> {
        match self {
            Self::Authority(authority) => Some(authority),
            Self::Absent
            | Self::Unit(_)
            | Self::Person(_)
            | Self::Assignment(_)
            | Self::Asked(_)
            | Self::Delegation(_) => None,
        }
    }

    /// The unit.
    #[must_use]
    pub fn unit(&self) -> Option<&Unit> {
        match self {
            Self::Unit(unit) => Some(unit),
            Self::Absent
            | Self::Authority(_)
            | Self::Person(_)
            | Self::Assignment(_)
            | Self::Asked(_)
            | Self::Delegation(_) => None,
        }
    }

    /// The person.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Absent
            | Self::Authority(_)
            | Self::Unit(_)
            | Self::Assignment(_)
            | Self::Asked(_)
            | Self::Delegation(_) => None,
        }
    }

    /// The assignment.
    #[must_use]
    pub fn assignment(&self) -> Option<&Assignment> {
        match self {
            Self::Assignment(assignment) => Some(assignment),
            Self::Absent
            | Self::Authority(_)
            | Self::Unit(_)
            | Self::Person(_)
            | Self::Asked(_)
            | Self::Delegation(_) => None,
        }
    }

    /// The delegation.
    #[must_use]
    pub fn delegation(&self) -> Option<&Delegation> {
        match self {
            Self::Delegation(delegation) => Some(delegation),
            Self::Absent
            | Self::Authority(_)
            | Self::Unit(_)
            | Self::Person(_)
            | Self::Assignment(_)
            | Self::Asked(_) => None,
        }
    }
}

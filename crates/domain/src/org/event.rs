//! What happened to the directory: authority, units, people, assignments,
//! delegations.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DelegatedAct, DelegationForm};
use crate::{
    AssignmentId, GroupId, OfficeFunction, PersonId, Role, Sealed, SourceDocument, StaffCategory,
    UnitId, UnitKind,
};

/// Events of the `org` streams: one stream each for the authority, a unit, a person, an
/// assignment, a delegation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The issuing authority exists (cơ quan ban hành).
    AuthorityEstablished {
        /// Full name, for example `UBND huyện Hớn Quản`.
        name: String,
        /// The body above it.
        parent: String,
        /// Địa danh of its documents.
        place: String,
        /// Title of the one who signs, for example `Chủ tịch UBND huyện`.
        signatory_title: String,
        /// First day of its validity.
        valid_from: Date,
        /// Last day of its validity, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_until: Option<Date>,
        /// What it rests on.
        document: SourceDocument,
    },
    /// The holidays of a year are known (ngày nghỉ, ngày làm bù).
    CalendarSet {
        /// The year.
        year: i16,
        /// Weekdays off.
        holidays: Vec<Date>,
        /// Saturdays and Sundays worked.
        worked: Vec<Date>,
        /// What it rests on.
        document: SourceDocument,
    },
    /// A unit exists (đơn vị).
    UnitEstablished {
        /// The unit.
        unit: UnitId,
        /// Full name.
        name: String,
        /// Kind of unit.
        kind: UnitKind,
        /// Its group (khối).
        group: GroupId,
        /// What the office does.
        functions: Vec<OfficeFunction>,
        /// Number of staff (tổng số cán bộ, công chức, viên chức).
        staff: u32,
        /// First day.
        valid_from: Date,
        /// Last day, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_until: Option<Date>,
    },
    /// A unit ends (giải thể, sáp nhập).
    UnitDissolved {
        /// Last day.
        on: Date,
        /// Who goes on with its work, from the day after.
        successors: Vec<UnitId>,
        /// What it rests on.
        document: SourceDocument,
    },
    /// A unit goes on with the work of one that ends.
    UnitSucceeded {
        /// The unit that ends.
        predecessor: UnitId,
        /// First day.
        from: Date,
    },
    /// The authority ends on a day (E41).
    AuthorityEnded {
        /// Last day.
        on: Date,
        /// What it rests on.
        document: SourceDocument,
    },
    /// A person is known.
    PersonRegistered {
        /// Họ và tên.
        name: Sealed,
        /// Category of staff.
        category: StaffCategory,
        /// The unit the person works for.
        unit: UnitId,
    },
    /// A person goes to another unit (điều động, E06).
    PersonMoved {
        /// The unit that the person goes to.
        to: UnitId,
        /// First day there.
        from: Date,
        /// What it rests on.
        document: SourceDocument,
    },
    /// Another record is of the same human being (E11).
    IdentityMerged {
        /// The other record.
        with: PersonId,
        /// What it rests on.
        document: SourceDocument,
    },
    /// Another record is of another human being after all (E11).
    IdentityMergeUndone {
        /// The other record.
        with: PersonId,
        /// What it rests on.
        document: SourceDocument,
    },
    /// A first administrator asks for an assignment; nobody holds it yet (SD8).
    AssignmentRequested {
        /// The assignment.
        assignment: AssignmentId,
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// Where, for roles of a unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
        /// Chức vụ, as it is printed under a signature.
        title: String,
        /// Lãnh đạo chủ chốt (criterion C4x).
        is_key_leader: bool,
        /// First day.
        from: Date,
        /// Last day, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
        /// What it rests on.
        document: SourceDocument,
    },
    /// A person holds a role for a time (phân công, bổ nhiệm).
    AssignmentGranted {
        /// The assignment.
        assignment: AssignmentId,
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// Where, for roles of a unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
        /// Chức vụ, as it is printed under a signature.
        title: String,
        /// Lãnh đạo chủ chốt (criterion C4x).
        is_key_leader: bool,
        /// First day.
        from: Date,
        /// Last day, if known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
        /// What it rests on.
        document: SourceDocument,
    },
    /// An assignment is noted with its person.
    AssignmentNoted {
        /// The assignment.
        assignment: AssignmentId,
    },
    /// An assignment ends.
    AssignmentEnded {
        /// Last day.
        to: Date,
        /// What it rests on.
        document: SourceDocument,
    },
    /// The power to sign is delegated (giao ký thay, ủy quyền).
    DelegationGranted {
        /// Whose power it is.
        delegator: AssignmentId,
        /// Who may use it.
        delegate: AssignmentId,
        /// In which form the delegate signs.
        form: DelegationForm,
        /// For which acts.
        acts: Vec<DelegatedAct>,
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
        /// The writing that delegates.
        document: SourceDocument,
    },
    /// A delegation ends.
    DelegationEnded {
        /// Last day.
        to: Date,
        /// What it rests on.
        document: SourceDocument,
    },
}

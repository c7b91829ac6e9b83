//! Why a command on the directory is refused.

use jiff::civil::Date;

use crate::{AssignmentId, Role, UnitId};

refusals! {
    /// Reasons against a command on the directory, each with its facts.
    pub enum Refusal {
        /// The ledger has no authority yet.
        #[error("no authority is established")]
        AuthorityUnknown {} = "authority_unknown",
        /// The issuing authority does not exist on that day (INV-29, INV-30).
        #[error("the issuing authority does not exist on {day}")]
        IssuerNotValid {
            /// The day.
            day: Date,
            /// First day of the authority.
            #[serde(skip_serializing_if = "Option::is_none")]
            valid_from: Option<Date>,
            /// Last day of the authority.
            #[serde(skip_serializing_if = "Option::is_none")]
            valid_until: Option<Date>,
        } = "issuer_not_valid",
        /// There is no such unit.
        #[error("there is no unit {unit}")]
        UnitUnknown {
            /// The unit.
            unit: UnitId,
        } = "unit_unknown",
        /// There is no such person.
        #[error("there is no such person")]
        PersonUnknown {} = "person_unknown",
        /// There is no such assignment.
        #[error("there is no assignment {assignment}")]
        AssignmentAbsent {
            /// The assignment.
            assignment: AssignmentId,
        } = "assignment_absent",
        /// It is there already, with other content.
        #[error("{stream} is there already, with other content")]
        ExistsOtherwise {
            /// The stream.
            stream: String,
        } = "exists_otherwise",
        /// The last day lies before the first.
        #[error("the last day {to} lies before the first, {from}")]
        PeriodBackwards {
            /// First day.
            from: Date,
            /// Last day.
            to: Date,
        } = "period_backwards",
        /// A day of the calendar lies outside its year.
        #[error("{date} is not in {year}")]
        DayOutsideYear {
            /// The day.
            date: Date,
            /// The year.
            year: i16,
        } = "day_outside_year",
        /// Nobody grants or ends a role of his own (SD8).
        #[error("nobody grants or ends a role of his own")]
        OwnAssignment {} = "own_assignment",
        /// The role is one of a unit, and none is named.
        #[error("the role {role:?} needs a unit")]
        UnitNeeded {
            /// The role.
            role: Role,
        } = "unit_needed",
        /// No person holds this role.
        #[error("no person holds the role {role:?}")]
        RoleOfNobody {
            /// The role.
            role: Role,
        } = "role_of_nobody",
        /// The assignment has ended already, on another day.
        #[error("the assignment {assignment} has ended on {last}")]
        AssignmentOver {
            /// The assignment.
            assignment: AssignmentId,
            /// Its last day.
            last: Date,
        } = "assignment_over",
        /// An end never makes an assignment longer.
        #[error("the assignment {assignment} ends on {last}, before {to}")]
        AssignmentNotExtended {
            /// The assignment.
            assignment: AssignmentId,
            /// Its last day.
            last: Date,
            /// The day asked for.
            to: Date,
        } = "assignment_not_extended",
    }
}

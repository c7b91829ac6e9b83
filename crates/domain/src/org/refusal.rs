//! Why a command on the directory is refused.

use jiff::civil::Date;

use super::DelegatedAct;
use crate::{AssignmentId, DelegationId, Role, UnitId};

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
        /// The unit has ended already, or ends before that day.
        #[error("the unit {unit} ends on {last}")]
        UnitOver {
            /// The unit.
            unit: UnitId,
            /// Its last day.
            last: Date,
        } = "unit_over",
        /// Who goes on is another unit, there on the day after (E40).
        #[error("{successor} does not go on from {day}")]
        SuccessorUnfit {
            /// The unit named as the successor.
            successor: UnitId,
            /// The day after the end.
            day: Date,
        } = "successor_unfit",
        /// The authority has ended already, or ends before that day.
        #[error("the authority ends on {last}")]
        AuthorityOver {
            /// Its last day.
            last: Date,
        } = "authority_over",
        /// Whoever moves goes to a unit that exists on that day (E06).
        #[error("{unit} does not exist on {day}")]
        UnitNotThere {
            /// The unit.
            unit: UnitId,
            /// The first day there.
            day: Date,
        } = "unit_not_there",
        /// Moves are recorded in their order.
        #[error("the last move was on {last}")]
        MovedLater {
            /// The first day of the last move.
            last: Date,
        } = "moved_later",
        /// The person works there already.
        #[error("the person works for {unit} already")]
        WorksThere {
            /// The unit.
            unit: UnitId,
        } = "works_there",
        /// There is no such person.
        #[error("there is no such person")]
        PersonUnknown {} = "person_unknown",
        /// A record is of the same human being as itself.
        #[error("both are one record")]
        MergedWithItself {} = "identity_merged_with_itself",
        /// Nobody says of himself who he is.
        #[error("nobody merges or parts the own records")]
        OwnIdentity {} = "own_identity",
        /// A paper says so.
        #[error("no document says so")]
        IdentityUnfounded {} = "identity_unfounded",
        /// They are joined through a third record, and parted there.
        #[error("both are joined through another record")]
        MergedThroughOthers {} = "identity_merged_through_others",
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
        /// What is asked for is not what the first person asked for (SD8).
        #[error("the assignment {assignment} was asked for with other content")]
        AskedOtherwise {
            /// The assignment.
            assignment: AssignmentId,
        } = "assignment_asked_otherwise",
        /// Whoever audits has no seat in a body at that time (SD9).
        #[error("the person holds {role:?} by {assignment} at that time")]
        AuditorInBody {
            /// The assignment that the person holds.
            assignment: AssignmentId,
            /// Its role.
            role: Role,
        } = "auditor_in_body",
        /// There is no such delegation.
        #[error("there is no delegation {delegation}")]
        DelegationAbsent {
            /// The delegation.
            delegation: DelegationId,
        } = "delegation_absent",
        /// A delegation names what it covers.
        #[error("a delegation names at least one act")]
        DelegationWithoutActs {} = "delegation_without_acts",
        /// What was delegated is not delegated on (INV-29).
        #[error("{assignment} holds delegated power, and does not delegate it on")]
        DelegatedPower {
            /// The assignment of the delegate.
            assignment: AssignmentId,
        } = "delegated_power",
        /// Nobody delegates the power of another.
        #[error("the power of {assignment} is not theirs who delegate it")]
        PowerOfAnother {
            /// The assignment named as the delegator's.
            assignment: AssignmentId,
        } = "power_of_another",
        /// The delegate may not sign for the Chairman, is himself the delegator, or is not in office.
        #[error("nothing is delegated to {assignment} from {day}")]
        DelegateUnfit {
            /// The assignment named as the delegate's.
            assignment: AssignmentId,
            /// First day of the delegation.
            day: Date,
        } = "delegate_unfit",
        /// The delegation has ended already, on another day.
        #[error("the delegation {delegation} has ended on {last}")]
        DelegationOver {
            /// The delegation.
            delegation: DelegationId,
            /// Its last day.
            last: Date,
        } = "delegation_over",
        /// An end never makes a delegation longer.
        #[error("the delegation {delegation} ends on {last}, before {to}")]
        DelegationNotExtended {
            /// The delegation.
            delegation: DelegationId,
            /// Its last day.
            last: Date,
            /// The day asked for.
            to: Date,
        } = "delegation_not_extended",
        /// A delegate names the delegation (INV-29).
        #[error("{assignment} acts under a delegation only, and names none")]
        DelegationNotNamed {
            /// The assignment of the delegate.
            assignment: AssignmentId,
        } = "delegation_not_named",
        /// The delegation is another's (INV-29).
        #[error("the delegation {delegation} is not given to {assignment}")]
        DelegatedToAnother {
            /// The delegation.
            delegation: DelegationId,
            /// The assignment of who acts.
            assignment: AssignmentId,
        } = "delegated_to_another",
        /// The delegation is not in force on that day (INV-29).
        #[error("the delegation {delegation} is not in force on {day}")]
        DelegationNotInForce {
            /// The delegation.
            delegation: DelegationId,
            /// The day.
            day: Date,
            /// Its first day.
            from: Date,
            /// Its last day.
            #[serde(skip_serializing_if = "Option::is_none")]
            to: Option<Date>,
        } = "delegation_not_in_force",
        /// The delegation does not cover the act (INV-29).
        #[error("the delegation {delegation} does not cover {wanted:?}")]
        ActNotDelegated {
            /// The delegation.
            delegation: DelegationId,
            /// The act.
            wanted: DelegatedAct,
        } = "act_not_delegated",
        /// Who delegated does not hold the office on that day (INV-29).
        #[error("{assignment}, who delegated, is not in force on {day}")]
        DelegatorNotInOffice {
            /// The assignment of the delegator.
            assignment: AssignmentId,
            /// The day.
            day: Date,
        } = "delegator_not_in_office",
    }
}

//! Why somebody may not act, or not now.

use jiff::civil::Date;

use crate::{AssignmentId, Moment, Role, UnitId};

refusals! {
    /// Reasons against an actor or a time, each with its facts.
    pub enum Refusal {
        /// The role may not give this command.
        #[error("the role {role:?} may not {command}")]
        RoleNotAllowed {
            /// The command.
            command: String,
            /// The acting role.
            role: Role,
        } = "role_not_allowed",
        /// There is no such assignment, or it says something else than the actor does.
        #[error("the assignment {assignment} does not say so")]
        AssignmentUnknown {
            /// The assignment.
            assignment: AssignmentId,
        } = "assignment_unknown",
        /// The assignment is not in force on this day (INV-06).
        #[error("the assignment {assignment} is not in force on {date}")]
        AssignmentNotInForce {
            /// The assignment.
            assignment: AssignmentId,
            /// The day.
            date: Date,
        } = "assignment_not_in_force",
        /// Who records an act of another says whose it is.
        #[error("the role {role:?} records this only on behalf of somebody")]
        NotOnBehalf {
            /// The acting role.
            role: Role,
        } = "not_on_behalf",
        /// The one acted for may not do this either.
        #[error("the assignment {assignment} does not cover this")]
        OnBehalfNotCovered {
            /// Whose act is recorded.
            assignment: AssignmentId,
        } = "on_behalf_not_covered",
        /// Who acts in an own right acts for nobody else, but for the Chairman who approves (SD11).
        #[error("the role {role:?} does not do this on behalf of {assignment}")]
        OnBehalfNotAllowed {
            /// The acting role.
            role: Role,
            /// Whose act it is said to be.
            assignment: AssignmentId,
        } = "on_behalf_not_allowed",
        /// Only for the own unit.
        #[error("{unit} is another unit")]
        OtherUnit {
            /// The unit that the command is about.
            unit: UnitId,
        } = "other_unit",
        /// Nobody attests, allocates or ranks for the own unit (SD11).
        #[error("{unit} is the own unit")]
        OwnUnit {
            /// The unit that the command is about.
            unit: UnitId,
        } = "own_unit",
        /// It is said to have happened later than now (INV-05).
        #[error("{occurred_at} is later than {now}")]
        OccurredLater {
            /// When it is said to have happened.
            occurred_at: Moment,
            /// The present.
            now: Moment,
        } = "occurred_later",
        /// It is recorded late without a reason (INV-05).
        #[error("recorded more than {allowed_days} working days after {date} without a reason")]
        LateWithoutReason {
            /// The day it happened.
            date: Date,
            /// Working days by which it may be recorded late without a reason.
            allowed_days: u32,
        } = "late_without_reason",
    }
}

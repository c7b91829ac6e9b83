//! Why a command on a nomination is refused.

use jiff::civil::Date;

use crate::{AssignmentId, DecisionId, NominationId, Role, UnitId, nomination::Gate};

refusals! {
    /// Reasons against a command on a nomination, each with its facts.
    pub enum Refusal {
        /// There is no such nomination.
        #[error("there is no such nomination")]
        Absent {} = "nomination_absent",
        /// The unit is outside the scope of the plan (L1, plan II.2).
        #[error("{unit} is outside the scope of the plan")]
        OutOfScope {
            /// The unit.
            unit: UnitId,
        } = "out_of_scope",
        /// A nomination of this nominee lives, or was awarded (INV-08).
        #[error("{nomination} claims the nominee")]
        NomineeClaimed {
            /// The nomination that claims the nominee.
            nomination: NominationId,
        } = "nominee_claimed",
        /// The nominee works for another unit.
        #[error("the nominee does not work for {unit}")]
        NomineeElsewhere {
            /// The nominating unit.
            unit: UnitId,
        } = "nominee_elsewhere",
        /// A report is a PDF or a DOCX.
        #[error("a report cannot be of type {media_type}")]
        ReportType {
            /// The media type found.
            media_type: String,
        } = "report_type",
        /// No report is attached.
        #[error("{nomination} has no report")]
        ReportMissing {
            /// The nomination.
            nomination: NominationId,
        } = "report_missing",
        /// The dossier is out of the unit's hands: the report is fixed.
        #[error("{nomination} is out of the unit's hands")]
        OutOfHands {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "out_of_hands",
        /// The unit does not declare that nothing is pending against the nominee (step 5).
        #[error("the declaration for {nomination} is missing")]
        DeclarationMissing {
            /// The nomination.
            nomination: NominationId,
        } = "declaration_missing",
        /// Nobody acts on the own nomination: the deputy takes the head's place (SD10).
        #[error("{nomination} nominates the one who acts")]
        OwnNomination {
            /// The nomination.
            nomination: NominationId,
        } = "own_nomination",
        /// While a dossier is supplemented, only what was asked for may change.
        #[error("no new report was asked for in {nomination}")]
        ReportNotAskedFor {
            /// The nomination.
            nomination: NominationId,
        } = "report_not_asked_for",
        /// A collective is named by its unit; there is nothing to correct.
        #[error("{nomination} nominates a collective")]
        DetailsOfCollective {
            /// The nomination.
            nomination: NominationId,
        } = "details_of_collective",
        /// The person is not the nominee.
        #[error("{nomination} does not nominate this person")]
        NotTheNominee {
            /// The nomination.
            nomination: NominationId,
        } = "not_the_nominee",
        /// The names are in the draft of a decision already (4.5 row 2).
        #[error("{nomination} is in the draft {decision}")]
        DecisionDrafted {
            /// The nomination.
            nomination: NominationId,
            /// The decision.
            decision: DecisionId,
        } = "decision_drafted",
        /// It has come to an end.
        #[error("{nomination} has ended: {gate:?}")]
        Ended {
            /// The nomination.
            nomination: NominationId,
            /// How.
            gate: Gate,
        } = "nomination_ended",
        /// After the signature only another decision ends it (4.9).
        #[error("the decision on {nomination} is signed")]
        Signed {
            /// The nomination.
            nomination: NominationId,
        } = "nomination_signed",
        /// The Chairman consents to what the unit has asked for.
        #[error("nobody asks to withdraw {nomination}")]
        WithdrawalNotRequested {
            /// The nomination.
            nomination: NominationId,
        } = "withdrawal_not_requested",
        /// Only a person goes on with another unit (E08).
        #[error("{nomination} cannot end in favour of {unit}")]
        NotForAnotherUnit {
            /// The nomination.
            nomination: NominationId,
            /// The unit.
            unit: UnitId,
        } = "not_for_another_unit",
        /// A unit objects to a negative result, and to nothing else.
        #[error("{nomination} is at {gate:?}, which is no negative result")]
        NoNegativeResult {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "no_negative_result",
        /// The term for objections is over (4.10).
        #[error("{nomination} ended on {ended_on}, objections were due on {due}")]
        ObjectionLate {
            /// The nomination.
            nomination: NominationId,
            /// The day of the result.
            ended_on: Date,
            /// The last day.
            due: Date,
        } = "objection_late",
        /// Only a head's individual nomination needs another signer, before its letter is sent (SD10).
        #[error("{nomination} at {gate:?} needs no other signer")]
        NoAlternateNeeded {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "no_alternate_needed",
        /// Another unit's head or deputy signs in the head's place (SD10).
        #[error("{assignment} does not lead another unit on {day}")]
        NotAnAlternate {
            /// The assignment.
            assignment: AssignmentId,
            /// The day.
            day: Date,
        } = "not_an_alternate",
        /// A substitute holds the role of one (SD3).
        #[error("{assignment} is not in force as {expected:?} on {day}")]
        NotASubstitute {
            /// The assignment.
            assignment: AssignmentId,
            /// The role asked for.
            expected: Role,
            /// The day.
            day: Date,
        } = "not_a_substitute",
        /// Who reviews does not confirm (SD2).
        #[error("one person cannot be both substitutes")]
        SubstitutesSamePerson {} = "substitutes_same_person",
        /// Both substitutes are of one office (SD3).
        #[error("the substitutes are not of one office")]
        SubstitutesApart {} = "substitutes_apart",
        /// A substitute is the nominee, or of the nominee's unit (SD3).
        #[error("a substitute is involved in {nomination}")]
        SubstituteInvolved {
            /// The nomination.
            nomination: NominationId,
        } = "substitute_involved",
        /// The substitutes' office has a nominee itself (SD3).
        #[error("{unit} has a nominee: {nomination}")]
        OfficeHasNominee {
            /// The office.
            unit: UnitId,
            /// The nomination.
            nomination: NominationId,
        } = "office_has_nominee",
        /// Only where Home Affairs is the nominee's unit do others review (SD3).
        #[error("Home Affairs reviews {nomination} of {unit}")]
        HomeAffairsReviews {
            /// The nomination.
            nomination: NominationId,
            /// Its unit.
            unit: UnitId,
        } = "home_affairs_reviews",
        /// The review is confirmed: naming another reviewer is too late.
        #[error("the review of {nomination} is over, it is at {gate:?}")]
        ReviewOver {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "review_over",
    }
}

//! Why a command of the review is refused.

use crate::{
    AssignmentId, CriterionCode, NominationId, Role, UnitId, fact::Tasks, nomination::Gate,
};

refusals! {
    /// Reasons against a command of the review, each with its facts.
    pub enum Refusal {
        /// The nomination stands at another gate.
        #[error("{nomination} stands at {}", gate.as_str())]
        WrongGate {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
            /// Where it would have to stand.
            expected: Gate,
        } = "wrong_gate",
        /// The assignment does not make a reviewer, or not on this day.
        #[error("the assignment {assignment} does not make a reviewer today")]
        NotAReviewer {
            /// The assignment.
            assignment: AssignmentId,
            /// Its role, if it is in force.
            role: Option<Role>,
        } = "not_a_reviewer",
        /// Who drafted the nomination or attached its report may not review it (SD1).
        #[error("the reviewer wrote {nomination}")]
        ReviewerIsAuthor {
            /// The nomination.
            nomination: NominationId,
        } = "reviewer_is_author",
        /// Who belongs to the nominee's unit may neither review nor confirm (SD3).
        #[error("{nomination} is of the same unit, {unit}")]
        OfNomineesUnit {
            /// The nomination.
            nomination: NominationId,
            /// The unit.
            unit: UnitId,
        } = "of_nominees_unit",
        /// Somebody else is the assigned reviewer.
        #[error("another reviewer is assigned to {nomination}")]
        NotTheReviewer {
            /// The nomination.
            nomination: NominationId,
            /// The assignment of the reviewer.
            reviewer: Option<AssignmentId>,
        } = "not_the_reviewer",
        /// The plan has no such criterion for this kind of nominee.
        #[error("there is no criterion {criterion} for {nomination}")]
        UnknownCriterion {
            /// The nomination.
            nomination: NominationId,
            /// The criterion.
            criterion: CriterionCode,
        } = "unknown_criterion",
        /// The facts are not final yet: until then the finding is pending.
        #[error("the facts on {criterion} of {nomination} are not final")]
        FactsNotFinal {
            /// The nomination.
            nomination: NominationId,
            /// The criterion.
            criterion: CriterionCode,
        } = "facts_not_final",
        /// The final facts say otherwise.
        #[error("the facts on {criterion} of {nomination} say otherwise")]
        FindingContradictsFacts {
            /// The nomination.
            nomination: NominationId,
            /// The criterion.
            criterion: CriterionCode,
            /// What the facts say.
            facts: Grounds,
        } = "finding_contradicts_facts",
        /// The plan leaves the case open; only a recorded interpretation can settle it.
        #[error("{criterion} needs an interpretation for {nomination}")]
        InterpretationNeeded {
            /// The nomination.
            nomination: NominationId,
            /// The criterion.
            criterion: CriterionCode,
        } = "interpretation_needed",
        /// A mandatory criterion is not met, or nothing is found on it yet (INV-12).
        #[error("not every criterion of {nomination} is met")]
        CriteriaNotMet {
            /// The nomination.
            nomination: NominationId,
            /// The criteria.
            criteria: Vec<CriterionCode>,
        } = "criteria_not_met",
        /// A rejection names at least one criterion (INV-13).
        #[error("no criterion of {nomination} is found not met")]
        NoCriterionFailed {
            /// The nomination.
            nomination: NominationId,
        } = "no_criterion_failed",
        /// The reviewer recommends something else, or nothing yet.
        #[error("the reviewer of {nomination} does not recommend this")]
        NotRecommended {
            /// The nomination.
            nomination: NominationId,
        } = "not_recommended",
        /// Who ever reviewed it may not confirm (SD2).
        #[error("who reviewed {nomination} may not confirm it")]
        ConfirmerIsReviewer {
            /// The nomination.
            nomination: NominationId,
        } = "confirmer_is_reviewer",
        /// Nobody can tell any more who the nominee is: the person's key is destroyed.
        #[error("the nominee of {nomination} is erased")]
        NomineeErased {
            /// The nomination.
            nomination: NominationId,
        } = "nominee_erased",
    }
}

/// What the final facts say on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Tasks done of tasks given.
    Tasks(Tasks),
    /// The score, and that of the year before, in basis points of their scale.
    Scores {
        /// This year.
        score_bp: u32,
        /// The year before.
        prior_score_bp: u32,
    },
    /// The yearly rating. It is about a person, so only its bearing is told: good enough or not.
    Rating {
        /// Whether it is good enough.
        is_good: bool,
    },
    /// An initiative of the nominee is recognised.
    Initiative {},
    /// Discipline of a key leader of the unit within the year.
    LeaderDiscipline {
        /// Whether any is recorded.
        is_recorded: bool,
    },
}

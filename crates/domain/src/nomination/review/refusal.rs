//! Why a command of the review is refused.

use jiff::civil::Date;

use crate::{
    AssignmentId, CriterionCode, InstrumentId, NominationId, Role, UnitId,
    fact::Tasks,
    nomination::{Gate, OpinionValue, ReopeningReason},
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
        /// The Chairman named somebody else for this case (SD3).
        #[error("the substitute for {nomination} is {assignment}")]
        SubstituteNamed {
            /// The nomination.
            nomination: NominationId,
            /// The assignment that is named.
            assignment: AssignmentId,
        } = "substitute_named",
        /// A substitute acts only where the Chairman named substitutes (SD3).
        #[error("no substitutes are named for {nomination}")]
        NoSubstitutes {
            /// The nomination.
            nomination: NominationId,
        } = "no_substitutes",
        /// Nobody reviews or confirms the own case (SD3).
        #[error("the nominee of {nomination} neither reviews nor confirms it")]
        IsTheNominee {
            /// The nomination.
            nomination: NominationId,
        } = "is_the_nominee",
        /// A reviewer is assigned already; another takes the place only for a reason.
        #[error("a reviewer is assigned to {nomination} already")]
        ReviewerAssigned {
            /// The nomination.
            nomination: NominationId,
            /// The assignment of the reviewer.
            reviewer: AssignmentId,
        } = "reviewer_assigned",
        /// Somebody else is the assigned reviewer.
        #[error("another reviewer is assigned to {nomination}")]
        NotTheReviewer {
            /// The nomination.
            nomination: NominationId,
            /// The assignment of the reviewer.
            reviewer: Option<AssignmentId>,
        } = "not_the_reviewer",
        /// Prize rules are pinned at receipt; before it none can be reassigned (INV-17).
        #[error("no prize rules are pinned for {nomination}")]
        RegimeNotPinned {
            /// The nomination.
            nomination: NominationId,
        } = "regime_not_pinned",
        /// Prize rules are reassigned with a basis only (INV-17).
        #[error("a reassignment to {legal_regime} rests on no document")]
        RegimeBasisMissing {
            /// The prize rules asked for.
            legal_regime: InstrumentId,
        } = "regime_basis_missing",
        /// These are no prize rules in force.
        #[error("{legal_regime} is no set of prize rules in force on {day}")]
        RegimeNotInForce {
            /// The prize rules asked for.
            legal_regime: InstrumentId,
            /// The day.
            day: Date,
        } = "regime_not_in_force",
        /// Only more favourable prize rules take the place of those pinned (E42).
        #[error("{legal_regime} is not more favourable to {nomination} than {pinned}")]
        RegimeNotMoreFavourable {
            /// The nomination.
            nomination: NominationId,
            /// The prize rules asked for.
            legal_regime: InstrumentId,
            /// Those that are pinned.
            pinned: InstrumentId,
        } = "regime_not_more_favourable",
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
        /// The finding cites an interpretation of something else, or none.
        #[error("{number} is no interpretation of {criterion} for {nomination}")]
        InterpretationElsewhere {
            /// The nomination.
            nomination: NominationId,
            /// The criterion.
            criterion: CriterionCode,
            /// The number cited.
            number: u32,
        } = "interpretation_elsewhere",
        /// The facts or the reviewer decide; an interpretation changes nothing there.
        #[error("{criterion} needs no interpretation for {nomination}")]
        InterpretationUnneeded {
            /// The nomination.
            nomination: NominationId,
            /// The criterion.
            criterion: CriterionCode,
        } = "interpretation_unneeded",
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
        /// An award of the same year of achievement asks for an answer (L3).
        #[error("{awards} awards of the nominee of {nomination} are not answered")]
        PastAwardsUnanswered {
            /// The nomination.
            nomination: NominationId,
            /// How many.
            awards: u32,
        } = "past_awards_unanswered",
        /// The own collective is nominated with the same report, which asks for an answer (L3, E09).
        #[error("{nomination} has the report of {collective}, and that is not answered")]
        AchievementSharedUnanswered {
            /// The nomination.
            nomination: NominationId,
            /// The nomination of the collective.
            collective: NominationId,
        } = "achievement_shared_unanswered",
        /// One human being is nominated by two records (INV-08, E11).
        #[error("the nominee of {nomination} is nominated in {other} as well")]
        NominatedTwice {
            /// The nomination.
            nomination: NominationId,
            /// The other nomination.
            other: NominationId,
        } = "nominated_twice",
        /// The collective is no more (L4).
        #[error("{unit}, the nominee of {nomination}, is no more")]
        UnitDissolved {
            /// The nomination.
            nomination: NominationId,
            /// The unit.
            unit: UnitId,
        } = "unit_dissolved",
        /// So many rounds of supplement as the rules allow were asked for (INV-14).
        #[error("{nomination} had its {max} rounds of supplement")]
        RoundsUsedUp {
            /// The nomination.
            nomination: NominationId,
            /// How many the rules allow.
            max: u32,
        } = "supplement_rounds_used_up",
        /// A request for a supplement says what is asked for (INV-14).
        #[error("nothing is asked for {nomination}")]
        NothingAskedFor {
            /// The nomination.
            nomination: NominationId,
        } = "supplement_without_items",
        /// The unit must have its working days (INV-14).
        #[error("{due} is too soon, the earliest day is {earliest}")]
        SupplementDueTooSoon {
            /// The day asked for.
            due: Date,
            /// The earliest day.
            earliest: Date,
        } = "supplement_due_too_soon",
        /// The body was asked, and has not answered yet.
        #[error("{body} is asked about {nomination} until {due}")]
        OpinionPending {
            /// The nomination.
            nomination: NominationId,
            /// The body.
            body: String,
            /// By when.
            due: Date,
        } = "opinion_pending",
        /// An opinion cannot be due before it is asked for.
        #[error("an opinion due on {due} is asked for on {today}")]
        OpinionDuePassed {
            /// The day asked for.
            due: Date,
            /// The day.
            today: Date,
        } = "opinion_due_passed",
        /// The unit that a nominee went to is asked, and answers or lets its day pass (E06).
        #[error("{unit}, for which the nominee of {nomination} works now, is to be heard")]
        CurrentUnitUnheard {
            /// The nomination.
            nomination: NominationId,
            /// The unit.
            unit: UnitId,
        } = "current_unit_unheard",
        /// The body was not asked.
        #[error("{body} was not asked about {nomination}")]
        OpinionNotAsked {
            /// The nomination.
            nomination: NominationId,
            /// The body.
            body: String,
        } = "opinion_not_asked",
        /// The body answered otherwise.
        #[error("{body} answered about {nomination} already")]
        OpinionAnswered {
            /// The nomination.
            nomination: NominationId,
            /// The body.
            body: String,
            /// What it answered.
            value: OpinionValue,
        } = "opinion_answered",
        /// Where the case stands, this cannot be why its review is opened again.
        #[error("{nomination}, at {}, is not reopened because of {reason_code:?}", gate.as_str())]
        ReopeningReason {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
            /// The reason given.
            reason_code: ReopeningReason,
        } = "reopening_reason",
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
    /// Whether the unit exists.
    UnitExists {
        /// Whether it does.
        exists: bool,
    },
    /// Discipline of a key leader of the unit since the year began.
    LeaderDiscipline {
        /// Whether any is recorded.
        is_recorded: bool,
    },
}

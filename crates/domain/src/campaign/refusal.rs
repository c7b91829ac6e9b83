//! Why a command on a campaign is refused.

use jiff::civil::Date;

use crate::{
    CampaignId, CriterionCode, FeedbackId, Moment, NominationId, NomineeKind,
    campaign::UnclearSituation, nomination,
};

refusals! {
    /// Reasons against a command on a campaign, each with its facts.
    pub enum Refusal {
        /// The campaign is not launched, or there is none.
        #[error("there is no such campaign, or it is not launched")]
        Absent {} = "campaign_absent",
        /// No plan is registered.
        #[error("no plan is registered for {campaign}")]
        PlanMissing {
            /// The campaign.
            campaign: CampaignId,
        } = "plan_missing",
        /// Another plan is registered.
        #[error("another plan is registered for {campaign}")]
        PlanRegistered {
            /// The campaign.
            campaign: CampaignId,
        } = "plan_registered",
        /// The symbol of decisions is empty or too long.
        #[error("a symbol of decisions has 1 to {chars_max} characters, got {chars}")]
        DecisionSymbol {
            /// Characters of the symbol.
            chars: usize,
            /// The most there may be.
            chars_max: usize,
        } = "decision_symbol",
        /// What was fixed before the launch can no longer change like this.
        #[error("{campaign} is launched")]
        Launched {
            /// The campaign.
            campaign: CampaignId,
            /// The day of the launch.
            date: Date,
        } = "campaign_launched",
        /// A kind of nominee has no criterion.
        #[error("there is no criterion for a {kind}")]
        CriteriaMissing {
            /// The kind.
            kind: NomineeKind,
        } = "criteria_missing",
        /// Two criteria have the same code.
        #[error("the code {criterion} stands twice")]
        CriterionTwice {
            /// The code.
            criterion: CriterionCode,
        } = "criterion_twice",
        /// These criteria are in force, and what becomes of reviewed cases is decided (E51).
        #[error("version {version} of {campaign} has these criteria already")]
        CriteriaUnchanged {
            /// The campaign.
            campaign: CampaignId,
            /// The version in force.
            version: u32,
        } = "criteria_unchanged",
        /// A reviewed case is beyond the review, so that not all can be assessed again (E51).
        #[error("{cases} reviewed cases are beyond the review, first {nomination} at {gate:?}")]
        BeyondReview {
            /// The first of them.
            nomination: NominationId,
            /// Where it stands.
            gate: nomination::Gate,
            /// How many they are.
            cases: u32,
        } = "reviewed_case_beyond_review",
        /// A rule of the gates cannot be kept.
        #[error("the rules of {gate:?} are unsound: {flaw:?}")]
        RulesUnsound {
            /// The body.
            gate: Body,
            /// What is wrong.
            flaw: Flaw,
        } = "rules_unsound",
        /// Something that the launch needs is not there.
        #[error("the launch waits for: {missing:?}")]
        NotReady {
            /// What is missing.
            missing: Vec<LaunchNeed>,
        } = "campaign_not_ready",
        /// The day of the launch lies ahead.
        #[error("the launch of {date} lies ahead")]
        LaunchAhead {
            /// The day.
            date: Date,
        } = "launch_ahead",
        /// Another deadline is announced.
        #[error("the deadline is {due}")]
        DeadlineAnnounced {
            /// The deadline.
            due: Moment,
        } = "deadline_announced",
        /// The deadline is too near: at least one working day ahead (step 4).
        #[error("the deadline must not be earlier than {earliest}")]
        DeadlineTooNear {
            /// The first day that it may be on.
            earliest: Date,
        } = "deadline_too_near",
        /// No deadline is announced that could move.
        #[error("no deadline is announced")]
        NothingToExtend {} = "nothing_to_extend",
        /// A deadline moves later, never earlier.
        #[error("the deadline is {due} already")]
        DeadlineNotLater {
            /// The deadline as it is.
            due: Moment,
        } = "deadline_not_later",
        /// The new deadline has passed already.
        #[error("the deadline {due} has passed already")]
        DeadlineBehind {
            /// The new deadline.
            due: Moment,
        } = "deadline_behind",
        /// An extension says why (step 4).
        #[error("the extension gives no reason")]
        ExtensionReasonMissing {} = "extension_reason_missing",
        /// Running cases rest on this part of the plan.
        #[error("{part:?} of the plan stands after the launch")]
        PlanPartFixed {
            /// The part.
            part: PlanPart,
        } = "plan_part_fixed",
        /// The paper that it rests on has no title.
        #[error("the paper has no title")]
        PaperUntitled {} = "campaign_paper_untitled",
        /// The feedback is about another campaign.
        #[error("{feedback} is not about {campaign}")]
        FeedbackElsewhere {
            /// The campaign.
            campaign: CampaignId,
            /// The feedback.
            feedback: FeedbackId,
        } = "feedback_elsewhere",
        /// The criteria in force have no such code.
        #[error("there is no criterion {criterion}")]
        NoSuchCriterion {
            /// The code.
            criterion: CriterionCode,
        } = "criterion_absent",
        /// The words of this criterion do not leave this situation open: the facts, or the reviewer,
        /// decide.
        #[error("{criterion} leaves nothing open about {situation:?}")]
        NothingToInterpret {
            /// The criterion.
            criterion: CriterionCode,
            /// The situation.
            situation: UnclearSituation,
        } = "nothing_to_interpret",
        /// An interpretation settles: met or not met. There is no waiver (4.6).
        #[error("an interpretation of {criterion} says met or not met")]
        InterpretationOpen {
            /// The criterion.
            criterion: CriterionCode,
        } = "interpretation_open",
        /// Like cases are treated alike: the situation is ruled on already.
        #[error("{criterion} is interpreted for {situation:?} by number {number}")]
        InterpretedOtherwise {
            /// The criterion.
            criterion: CriterionCode,
            /// The situation.
            situation: UnclearSituation,
            /// The number of the ruling.
            number: u32,
        } = "interpreted_otherwise",
        /// An interpretation says why.
        #[error("the interpretation gives no reason")]
        InterpretationReasonMissing {} = "interpretation_reason_missing",
        /// What is recorded lies ahead.
        #[error("{date} lies ahead")]
        DayAhead {
            /// The day.
            date: Date,
        } = "campaign_day_ahead",
        /// The selection is over: nobody is chosen any more.
        #[error("the selection of {campaign} ended on {date}")]
        SelectionClosed {
            /// The campaign.
            campaign: CampaignId,
            /// The day.
            date: Date,
        } = "selection_closed",
        /// A campaign is closed after its selection.
        #[error("the selection of {campaign} goes on")]
        SelectionOpen {
            /// The campaign.
            campaign: CampaignId,
        } = "selection_open",
        /// What is signed is issued first, or its signature voided.
        #[error("the decision on {nomination} is signed and not issued")]
        DecisionUnissued {
            /// The nomination.
            nomination: NominationId,
        } = "signed_decision_unissued",
        /// A campaign is handed over before its issuer ends (E41).
        #[error("the issuing authority ended on {last}")]
        IssuerOver {
            /// Its last day.
            last: Date,
        } = "issuer_over",
        /// The end of the issuer is recorded first (E41).
        #[error("no end of the issuing authority is recorded")]
        IssuerGoesOn {} = "issuer_goes_on",
        /// The campaign is closed already.
        #[error("the campaign was closed on {date}")]
        CampaignClosed {
            /// The campaign.
            campaign: CampaignId,
            /// The day.
            date: Date,
        } = "campaign_closed",
        /// Every prize is paid, given back or recovered before a campaign is closed.
        #[error("the prize of {nomination} is not settled")]
        PrizeUnsettled {
            /// The awardee.
            nomination: NominationId,
        } = "prize_unsettled",
        /// Every certificate is handed over before a campaign is closed, or it is said why not.
        #[error("the certificate of {nomination} is not handed over")]
        CertificateOpen {
            /// The awardee.
            nomination: NominationId,
        } = "certificate_not_handed_over",
        /// Every feedback is answered before a campaign is closed.
        #[error("{feedback} has no answer")]
        FeedbackOpen {
            /// The feedback.
            feedback: FeedbackId,
        } = "campaign_feedback_open",
        /// The archive takes the files of a campaign that is closed.
        #[error("{campaign} is not closed")]
        CampaignOpen {
            /// The campaign.
            campaign: CampaignId,
        } = "campaign_not_closed",
        /// Files are kept for a time.
        #[error("no retention period is named")]
        NoRetention {} = "retention_missing",
    }
}

/// A body that votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The unit's meeting.
    UnitSession,
    /// The Standing Committee.
    StandingCommittee,
    /// The full Council.
    FullCouncil,
    /// The full Council, asked in writing.
    WrittenConsultation,
    /// No body: the slots, where the campaign overbooks.
    Slots,
}

/// What is wrong with rules of voting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// A share that is more than all, or of nothing.
    NoShare,
    /// Less than half could carry.
    MinorityCarries,
    /// Fewer live submissions than slots.
    FewerThanSlots,
    /// Nobody needs to be eligible.
    NobodyVotes,
    /// The side of the chair, where votes are recorded as sums.
    ChairUnknown,
    /// A rule for ties, where the majority is not simple and knows none.
    TieWithoutHalf,
    /// A council whose seats are not counted, or a unit whose seats are.
    SizeUnsound,
    /// Whoever takes no part stays in a denominator of those who may vote.
    RecusedEligible,
}

/// What a launch needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LaunchNeed {
    /// Approved criteria.
    Criteria,
    /// The rules of the gates.
    GateRules,
    /// The quota.
    Quota,
}

/// A part of the plan that stands once the campaign is launched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanPart {
    /// Year of achievement.
    Year,
    /// Cơ quan ban hành.
    Issuer,
    /// Hình thức khen thưởng.
    AwardForm,
    /// Rules of prize money.
    Regimes,
    /// The series of base wages.
    BaseWage,
    /// Symbol of the decision's number.
    DecisionSymbol,
}

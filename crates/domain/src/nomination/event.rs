//! What happened to a nomination.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CampaignId, CouncilSessionId, CriterionCode, DecisionId, Document, Finding,
    InstrumentId, Moment, NomineeKind, NomineeRef, PresentationId, Sealed, SubmissionId, Tally,
    UnitId, UnitSessionId,
    nomination::{CouncilReason, Nominee, Recommendation, ReviewReason, UnitReason, WaitReason},
};

/// Events of a `nomination` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A unit drafts a nomination.
    NominationDrafted {
        /// The campaign.
        campaign: CampaignId,
        /// The nominating unit; it stays when the nominee moves.
        unit: UnitId,
        /// For whom.
        nominee_kind: NomineeKind,
        /// The nominee within this campaign.
        nominee_ref: NomineeRef,
        /// How the nominee will be named.
        nominee: Nominee,
    },
    /// The achievement report is attached (báo cáo thành tích, plan III.3).
    ReportAttached {
        /// The report.
        document: Document,
    },
    /// The nominee confirmed the report, as the head of the unit records.
    AchievementReportConfirmed {
        /// Hash of the confirmed report.
        sha256: String,
    },
    /// The unit proposes the nominee.
    NomineeProposed {
        /// The unit declares that nothing is pending against the nominee.
        declares_no_discipline: bool,
        /// Version of the criteria at that time.
        criteria_version: u32,
    },
    /// The unit's vote carried, and a slot is there.
    UnitEndorsed {
        /// The meeting.
        session: UnitSessionId,
        /// The votes.
        tally: Tally,
    },
    /// The unit's vote was lost.
    UnitNotEndorsed {
        /// The meeting.
        session: UnitSessionId,
        /// The votes.
        tally: Tally,
        /// Why.
        reason_code: UnitReason,
    },
    /// Endorsed, but waiting for a slot or a ranking.
    NominationWaitlisted {
        /// Why.
        reason_code: WaitReason,
    },
    /// Out of the waitlist: a slot is there.
    WaitlistPromoted {
        /// Rank in the recorded ranking, from 1.
        rank: u32,
    },
    /// Sent with the unit's letter (hồ sơ).
    DossierSubmitted {
        /// The submission.
        submission: SubmissionId,
        /// All three parts.
        documents: Vec<Document>,
    },
    /// Received by Home Affairs; the law in force is pinned.
    DossierReceived {
        /// Number of the receipt.
        receipt_no: String,
        /// The prize rules in force.
        legal_regime: InstrumentId,
        /// When it was submitted.
        submitted_at: Moment,
    },
    /// A reviewer is assigned (thẩm định).
    ReviewerAssigned {
        /// The reviewer's assignment.
        reviewer: AssignmentId,
    },
    /// A criterion is assessed; the last assessment counts.
    CriterionAssessed {
        /// The criterion.
        criterion: CriterionCode,
        /// The finding.
        value: Finding,
        /// What proves it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Document>,
        /// A note on the case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Sealed>,
        /// Version of the criteria.
        criteria_version: u32,
    },
    /// The reviewer recommends.
    ReviewRecommended {
        /// What.
        recommendation: Recommendation,
        /// For a rejection: the criteria not met.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        criteria: Vec<CriterionCode>,
    },
    /// The review is confirmed: passed.
    ReviewPassed {
        /// Version of the criteria.
        criteria_version: u32,
        /// Every criterion with its finding.
        criteria: Vec<CriterionResult>,
    },
    /// The review is confirmed: rejected.
    ReviewRejected {
        /// Version of the criteria.
        criteria_version: u32,
        /// At least one criterion or check.
        criteria: Vec<CriterionCode>,
        /// Why.
        reason_code: ReviewReason,
        /// In words, for the unit.
        reason: Sealed,
    },
    /// On the agenda of the Council.
    NominationListed {
        /// The session.
        session: CouncilSessionId,
    },
    /// The Council approved.
    CouncilApproved {
        /// The session.
        session: CouncilSessionId,
        /// The votes.
        tally: Tally,
    },
    /// The Council rejected.
    CouncilRejected {
        /// The session.
        session: CouncilSessionId,
        /// The votes.
        tally: Tally,
        /// Why.
        reason_code: CouncilReason,
    },
    /// The Council put it off.
    CouncilDeferred {
        /// The session.
        session: CouncilSessionId,
        /// Why.
        reason_code: CouncilReason,
    },
    /// Before the Chairman.
    PresentedToChairman {
        /// The presentation.
        presentation: PresentationId,
    },
    /// The Chairman approved.
    ChairmanApproved {
        /// The presentation.
        presentation: PresentationId,
        /// The assignment under which he approved.
        approved_by: AssignmentId,
    },
    /// The Chairman declined.
    ChairmanDeclined {
        /// The presentation.
        presentation: PresentationId,
        /// In words, for the unit.
        reason: Sealed,
    },
    /// In the draft of a decision.
    DecisionDrafted {
        /// The decision.
        decision: DecisionId,
    },
    /// The decision is signed.
    DecisionSigned {
        /// The decision.
        decision: DecisionId,
    },
    /// Awarded: the decision is issued.
    Awarded {
        /// The decision.
        decision: DecisionId,
        /// Its number.
        number: u32,
        /// Its symbol.
        symbol: String,
        /// Its date.
        date: jiff::civil::Date,
    },
}

/// One criterion with its finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionResult {
    /// The criterion.
    pub code: CriterionCode,
    /// The finding.
    pub value: Finding,
}

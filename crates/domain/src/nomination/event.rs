//! What happened to a nomination.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CampaignId, ComplaintId, CouncilSessionId, CriterionCode, DecisionId, Document,
    Finding, InstrumentId, Moment, NomineeKind, NomineeRef, PresentationId, Sealed, SourceDocument,
    SubmissionId, Tally, UnitId, UnitSessionId,
    decision::{AwardDetails, Conduct, DecisionKind, RevocationGround},
    nomination::{
        CouncilReason, Gate, IntakeReason, LapseReason, Nominee, OpinionValue, Recommendation,
        ReopeningReason, ReplacementReason, ReturnedTo, ReviewReason, SupplementItem,
        SupplementStage, UnitReason, WaitGate, WaitReason,
    },
    quota::SlotHolder,
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
    /// How the person will be named is corrected.
    NomineeDetailsCorrected {
        /// Họ và tên, as it will be printed.
        name: Sealed,
        /// Chức vụ, as it will be printed.
        title: Sealed,
    },
    /// The draft is thrown away.
    DraftDiscarded {},
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
    /// The vote that endorsed it is annulled.
    EndorsementAnnulled {
        /// The meeting.
        session: UnitSessionId,
    },
    /// Endorsed, but waiting for a slot or a ranking (dự phòng).
    NominationWaitlisted {
        /// Where.
        gate: WaitGate,
        /// Why.
        reason_code: WaitReason,
    },
    /// Out of the waitlist: a slot is there.
    WaitlistPromoted {
        /// Where it waited.
        gate: WaitGate,
        /// Rank in the recorded ranking, from 1.
        rank: u32,
        /// Until when its dossier may be sent, in the place of the deadline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Moment>,
        /// Where it goes on, when a complaint reopened it while no slot was free: where it had stopped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Gate>,
    },
    /// An upheld complaint opens it again (4.5 row 41).
    ReopenedByComplaint {
        /// The complaint.
        complaint: ComplaintId,
        /// Where it goes on, at once or once a slot is free.
        gate_to: Gate,
    },
    /// Sent with the unit's letter (hồ sơ).
    DossierSubmitted {
        /// The submission.
        submission: SubmissionId,
        /// Whose slot it takes; it stays when the unit moves to another group.
        slot_holder: SlotHolder,
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
    /// The unit took the submission back.
    DossierWithdrawn {
        /// The submission.
        submission: SubmissionId,
    },
    /// Intake refused the dossier, for its form.
    DossierRefused {
        /// Why.
        reason_code: IntakeReason,
        /// In words, for the unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Sealed>,
    },
    /// The unit must supplement the dossier (yêu cầu bổ sung).
    SupplementRequested {
        /// At which stage.
        stage: SupplementStage,
        /// What.
        items: Vec<SupplementItem>,
        /// The last day.
        due: Date,
        /// In words, for the unit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Sealed>,
    },
    /// The unit supplemented the dossier.
    DossierResubmitted {
        /// At which stage.
        stage: SupplementStage,
        /// What came.
        documents: Vec<Document>,
    },
    /// The supplement did not come in time.
    SupplementClosed {
        /// At which stage.
        stage: SupplementStage,
    },
    /// The Chairman names who signs and presides where the head is the nominee and there is no deputy
    /// (SD10).
    AlternateSignerNamed {
        /// The assignment.
        signer: AssignmentId,
    },
    /// The Chairman named substitutes for Home Affairs (SD3).
    SubstitutesNamed {
        /// Assignment of the reviewer.
        reviewer: AssignmentId,
        /// Assignment of the confirmer.
        confirmer: AssignmentId,
    },
    /// A reviewer is assigned (thẩm định).
    ReviewerAssigned {
        /// The reviewer's assignment.
        reviewer: AssignmentId,
    },
    /// Another reviewer takes the place of the assigned one.
    ReviewerReassigned {
        /// The new reviewer's assignment.
        reviewer: AssignmentId,
        /// Why.
        reason_code: ReplacementReason,
    },
    /// Another body is asked (hiệp y).
    OpinionRequested {
        /// The body.
        body: String,
        /// In words.
        question: Sealed,
        /// By when.
        due: Date,
    },
    /// The body answered.
    OpinionReceived {
        /// The body.
        body: String,
        /// What it thinks.
        value: OpinionValue,
        /// Its letter.
        document: Document,
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
        /// The number of the interpretation that it rests on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        interpretation: Option<u32>,
    },
    /// The reviewer recommends.
    ReviewRecommended {
        /// What.
        recommendation: Recommendation,
        /// For a rejection: the criteria not met.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        criteria: Vec<CriterionCode>,
    },
    /// The recommendation went back to the reviewer.
    ReturnedToReviewer {
        /// In words.
        reason: Sealed,
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
    /// The review is open again.
    ReviewReopened {
        /// Why.
        reason_code: ReopeningReason,
        /// In words.
        reason: Sealed,
    },
    /// All reviewed cases are assessed again, by new criteria (E51).
    ReassessmentOrdered {
        /// The version that it goes by from now on.
        criteria_version: u32,
        /// Where it goes on: under review, or in the unit's hands while a supplement is open.
        gate_to: Gate,
    },
    /// More favourable prize rules take the place of those pinned at receipt (INV-17, E42).
    LegalRegimeReassigned {
        /// The prize rules from now on.
        legal_regime: InstrumentId,
        /// What it rests on.
        basis: SourceDocument,
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
    /// The Office sent the presentation back.
    PresentationReturned {
        /// The presentation.
        presentation: PresentationId,
    },
    /// The Chairman sent the case back.
    ChairmanReturned {
        /// The presentation.
        presentation: PresentationId,
        /// Where to.
        to: ReturnedTo,
        /// In words.
        reason: Sealed,
    },
    /// Home Affairs answered the Chairman's question.
    ChairmanAnswered {
        /// The presentation.
        presentation: PresentationId,
        /// In words.
        answer: Sealed,
    },
    /// The Chairman took the approval back.
    ApprovalWithdrawn {
        /// The presentation.
        presentation: PresentationId,
        /// In words.
        reason: Sealed,
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
    /// A redraft of the decision leaves it out: it is free for another.
    LeftOutOfDraft {
        /// The decision.
        decision: DecisionId,
    },
    /// The decision is signed.
    DecisionSigned {
        /// The decision.
        decision: DecisionId,
    },
    /// The signature is voided before the issue: the approval stands.
    SignatureVoided {
        /// The decision.
        decision: DecisionId,
    },
    /// The Chairman has the award issued although something is being verified (INV-16).
    IssueDespiteHoldRecorded {
        /// The decision.
        decision: DecisionId,
        /// In words.
        reason: Sealed,
    },
    /// The unit asks to withdraw a case that is before the Chairman.
    WithdrawalRequested {
        /// In words.
        reason: Sealed,
    },
    /// Withdrawn by the unit, with the Chairman's consent where it takes one.
    NominationWithdrawn {
        /// In words; missing where the request gave it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Sealed>,
    },
    /// The nominee declines the honour.
    HonourDeclined {
        /// The nominee's letter.
        document: Document,
    },
    /// Ended in favour of another nomination of the same nominee.
    NominationSuperseded {
        /// The unit that goes on with the nominee.
        in_favour_of: UnitId,
        /// In words.
        reason: Sealed,
    },
    /// Lapsed: its way ended before the signature (4.5 row 40).
    NominationLapsed {
        /// Why.
        reason_code: LapseReason,
    },
    /// The unit objects to a negative result.
    ObjectionFiled {
        /// In words.
        text: Sealed,
        /// What belongs to it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attachments: Vec<Document>,
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
        date: Date,
    },
    /// In the draft of a decision that names the awardee otherwise.
    AmendmentDrafted {
        /// The decision.
        decision: DecisionId,
        /// How the award will be named.
        details: AwardDetails,
    },
    /// The award stands in a later decision: named rightly, or in one that replaces the first.
    AwardAmended {
        /// The decision.
        decision: DecisionId,
        /// Its number.
        number: u32,
        /// Its symbol.
        symbol: String,
        /// Its date.
        date: Date,
        /// Amending or replacing.
        kind: DecisionKind,
        /// How the award is named from now on, where that changes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        details: Option<AwardDetails>,
    },
    /// The award is revoked: certificate and money are recovered.
    AwardRevoked {
        /// The revoking decision.
        decision: DecisionId,
        /// Its number.
        number: u32,
        /// Its symbol.
        symbol: String,
        /// Its date.
        date: Date,
        /// On which of the four grounds (Law art. 93.2).
        ground: RevocationGround,
    },
    /// Conduct of the awardee became known that touches the award not by itself (E04).
    ConductNoted {
        /// When it took place.
        conduct: Conduct,
        /// The paper that tells of it.
        document: Document,
        /// In words.
        note: Sealed,
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
    /// Hashes of what proves it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

//! What a later decision needs to know of a nomination.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    AssignmentId, CampaignId, ComplaintId, CouncilSessionId, CriterionCode, DecisionId, Document,
    DocumentKind, Finding, InstrumentId, Moment, NomineeKind, NomineeRef, PersonId, PresentationId,
    Sealed, SubmissionId, UnitId, UnitSessionId,
    decision::AwardDetails,
    nomination::{
        Nominee, OpinionValue, Recommendation, ReturnedTo, SupplementItem, SupplementStage,
    },
    quota::SlotHolder,
};

/// The situation of a nomination.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no such nomination.
    #[default]
    Absent,
    /// There is one.
    Present(Box<Case>),
}

/// A nomination, with what later gates ask of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Case {
    /// The gate it stands at.
    pub gate: Gate,
    /// The campaign.
    pub campaign: CampaignId,
    /// The nominating unit.
    pub unit: UnitId,
    /// For whom.
    pub kind: NomineeKind,
    /// The nominee within the campaign.
    pub nominee_ref: NomineeRef,
    /// How the nominee will be named.
    pub nominee: Nominee,
    /// Who drafted it or attached a report (SD1).
    pub authors: Vec<PersonId>,
    /// The attached report.
    pub report: Option<Document>,
    /// Whether the nominee confirmed the attached report.
    pub is_report_confirmed: bool,
    /// The day it was proposed to the unit's meeting.
    pub proposed_on: Option<Date>,
    /// The meeting whose vote carried.
    pub session: Option<UnitSessionId>,
    /// The submission that carries it.
    pub submission: Option<SubmissionId>,
    /// Whose slot it took or will take again, once it was submitted.
    pub slot_holder: Option<SlotHolder>,
    /// Until when its dossier may be sent, where it was promoted from the waitlist.
    pub promotion_due: Option<Moment>,
    /// When it was submitted; it stays whatever is supplemented.
    pub submitted_at: Option<Moment>,
    /// The prize rules pinned at receipt, or reassigned since (INV-17).
    pub legal_regime: Option<InstrumentId>,
    /// The assigned reviewer.
    pub reviewer: Option<AssignmentId>,
    /// Everybody who ever assessed or recommended it, replaced or not (SD2).
    pub reviewers: BTreeSet<PersonId>,
    /// The version of the criteria that it is reviewed by, from the first finding on (INV-12).
    pub criteria_version: Option<u32>,
    /// Last assessment per criterion.
    pub findings: BTreeMap<CriterionCode, Assessed>,
    /// The recommendation, and the person who gave it (SD2).
    pub recommended: Option<(Recommendation, PersonId)>,
    /// The criteria that the recommendation to reject names.
    pub failed_criteria: Vec<CriterionCode>,
    /// The session whose agenda it is on.
    pub council_session: Option<CouncilSessionId>,
    /// The presentation that carries it.
    pub presentation: Option<PresentationId>,
    /// The assignment under which the Chairman approved.
    pub approved_by: Option<AssignmentId>,
    /// Where the Chairman sent it back to, while it is there.
    pub returned_to: Option<ReturnedTo>,
    /// The decision that it is drafted into.
    pub decision: Option<DecisionId>,
    /// The draft that amends its award, and how it would be named.
    pub amendment: Option<(DecisionId, AwardDetails)>,
    /// The decision that the Chairman has issued although the nominee is held.
    pub despite_hold: Option<DecisionId>,
    /// Hashes of the papers on conduct that was noted (E04).
    pub conduct_notes: BTreeSet<String>,
    /// Who reviews and confirms in the place of Home Affairs (SD3).
    pub substitutes: Option<Substitutes>,
    /// Who signs and presides in the place of a head who is the nominee (SD10).
    pub alternate_signer: Option<AssignmentId>,
    /// What the unit was asked to supplement, while it is open.
    pub supplement: Option<Supplement>,
    /// Rounds of supplement that the review has asked for (INV-14).
    pub supplement_rounds: u32,
    /// Bodies that were asked (hiệp y).
    pub opinions: BTreeMap<String, Opinion>,
    /// Whether the unit asks to withdraw it from the Chairman.
    pub is_withdrawal_requested: bool,
    /// The day of the issue, once awarded.
    pub awarded_on: Option<Date>,
    /// When it came to an end that a unit may object to.
    pub ended_at: Option<Moment>,
    /// What the unit objected.
    pub objections: Vec<Sealed>,
    /// The complaints that opened it again.
    pub reopened_by: BTreeSet<ComplaintId>,
    /// Where it goes on after it was opened again, until it does.
    pub reopened_to: Option<Gate>,
}

/// What a body was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Opinion {
    /// By when.
    pub due: Date,
    /// What it answered.
    pub answer: Option<OpinionValue>,
}

/// Who reviews and confirms in the place of Home Affairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Substitutes {
    /// Assignment of the reviewer.
    pub reviewer: AssignmentId,
    /// Assignment of the confirmer.
    pub confirmer: AssignmentId,
}

/// An open request for a supplement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Supplement {
    /// At which stage.
    pub stage: SupplementStage,
    /// What is asked for.
    pub items: Vec<SupplementItem>,
    /// The last day.
    pub due: Date,
    /// In words, for the unit.
    pub note: Option<Sealed>,
    /// The report as it was when it was asked for.
    pub report: Option<Document>,
}

impl Supplement {
    /// Whether a part of this kind is asked for.
    #[must_use]
    pub fn asks_for(&self, part: DocumentKind) -> bool {
        self.items.iter().any(|item| item.part == part)
    }
}

impl State {
    /// The nomination, if there is one.
    #[must_use]
    pub fn case(&self) -> Option<&Case> {
        match self {
            Self::Absent => None,
            Self::Present(case) => Some(case),
        }
    }
}

impl Case {
    /// A fresh draft.
    pub(super) fn drafted(
        campaign: &CampaignId,
        unit: &UnitId,
        kind: NomineeKind,
        nominee_ref: &NomineeRef,
        nominee: &Nominee,
    ) -> Self {
        Self {
            gate: Gate::Drafted,
            campaign: campaign.clone(),
            unit: unit.clone(),
            kind,
            nominee_ref: nominee_ref.clone(),
            nominee: nominee.clone(),
            authors: Vec::new(),
            report: None,
            is_report_confirmed: false,
            proposed_on: None,
            session: None,
            submission: None,
            slot_holder: None,
            promotion_due: None,
            submitted_at: None,
            legal_regime: None,
            reviewer: None,
            reviewers: BTreeSet::new(),
            criteria_version: None,
            findings: BTreeMap::new(),
            recommended: None,
            failed_criteria: Vec::new(),
            council_session: None,
            presentation: None,
            approved_by: None,
            returned_to: None,
            decision: None,
            amendment: None,
            despite_hold: None,
            conduct_notes: BTreeSet::new(),
            substitutes: None,
            alternate_signer: None,
            supplement: None,
            supplement_rounds: 0,
            opinions: BTreeMap::new(),
            is_withdrawal_requested: false,
            awarded_on: None,
            ended_at: None,
            objections: Vec::new(),
            reopened_by: BTreeSet::new(),
            reopened_to: None,
        }
    }

    /// A person is named as an amending decision says; a collective is its unit, whatever was printed.
    pub(super) fn rename(&mut self, details: &AwardDetails) {
        if let (Nominee::Individual { name, title }, Some(amended)) =
            (&mut self.nominee, &details.title)
        {
            *name = details.name.clone();
            *title = amended.clone();
        }
    }

    pub(super) fn add_author(&mut self, person: &PersonId) {
        if !self.authors.contains(person) {
            self.authors.push(person.clone());
        }
    }
}

/// What a reviewer said of one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessed {
    /// The finding.
    pub value: Finding,
    /// What proves it.
    pub evidence: Vec<Document>,
    /// A note on the case.
    pub note: Option<Sealed>,
    /// The number of the interpretation that it rests on.
    pub interpretation: Option<u32>,
}

/// Where a nomination stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Đang soạn.
    Drafted,
    /// Proposed to the unit's meeting.
    Proposed,
    /// Endorsed, with a slot to be taken.
    UnitEndorsed,
    /// Endorsed, waiting for a slot or a ranking.
    UnitWaitlisted,
    /// The unit's vote was lost.
    UnitNotEndorsed,
    /// Sent.
    Submitted,
    /// The unit supplements what is missing or defective.
    SupplementRequested,
    /// Received by Home Affairs.
    Received,
    /// Under review (thẩm định).
    UnderReview,
    /// The review passed.
    ReviewPassed,
    /// The review rejected.
    ReviewRejected,
    /// On the agenda of the Council.
    CouncilListed,
    /// The Council approved.
    CouncilApproved,
    /// The Council rejected.
    CouncilRejected,
    /// The Council put it off.
    CouncilDeferred,
    /// Before the Chairman.
    Presented,
    /// The Chairman sent it back.
    ChairmanReturned,
    /// The Chairman approved.
    ChairmanApproved,
    /// The Chairman declined.
    ChairmanDeclined,
    /// The decision is signed.
    DecisionSigned,
    /// Awarded.
    Awarded,
    /// Withdrawn by the unit, or declined by the nominee.
    Withdrawn,
    /// Ended in favour of another nomination of the same nominee.
    Superseded,
    /// Còn trong danh sách dự phòng sau thẩm định: overbooked, or the quota was lowered.
    ReviewWaitlisted,
    /// Dự phòng sau Hội đồng: the quota was lowered.
    CouncilWaitlisted,
    /// Hết hiệu lực: the selection closed on it, or its issuer ended.
    Lapsed,
    /// Bị hủy bỏ quyết định tặng Giấy khen.
    AwardRevoked,
}

impl Gate {
    /// Every gate, in the order of the way.
    pub const ALL: &'static [Self] = &[
        Self::Drafted,
        Self::Proposed,
        Self::UnitEndorsed,
        Self::UnitWaitlisted,
        Self::UnitNotEndorsed,
        Self::Submitted,
        Self::SupplementRequested,
        Self::Received,
        Self::UnderReview,
        Self::ReviewPassed,
        Self::ReviewRejected,
        Self::CouncilListed,
        Self::CouncilApproved,
        Self::CouncilRejected,
        Self::CouncilDeferred,
        Self::Presented,
        Self::ChairmanReturned,
        Self::ChairmanApproved,
        Self::ChairmanDeclined,
        Self::DecisionSigned,
        Self::Awarded,
        Self::Withdrawn,
        Self::Superseded,
        Self::ReviewWaitlisted,
        Self::CouncilWaitlisted,
        Self::Lapsed,
        Self::AwardRevoked,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Proposed => "proposed",
            Self::UnitEndorsed => "unit_endorsed",
            Self::UnitWaitlisted => "unit_waitlisted",
            Self::UnitNotEndorsed => "unit_not_endorsed",
            Self::Submitted => "submitted",
            Self::SupplementRequested => "supplement_requested",
            Self::Received => "received",
            Self::UnderReview => "under_review",
            Self::ReviewPassed => "review_passed",
            Self::ReviewRejected => "review_rejected",
            Self::CouncilListed => "council_listed",
            Self::CouncilApproved => "council_approved",
            Self::CouncilRejected => "council_rejected",
            Self::CouncilDeferred => "council_deferred",
            Self::Presented => "presented",
            Self::ChairmanReturned => "chairman_returned",
            Self::ChairmanApproved => "chairman_approved",
            Self::ChairmanDeclined => "chairman_declined",
            Self::DecisionSigned => "decision_signed",
            Self::Awarded => "awarded",
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
            Self::ReviewWaitlisted => "review_waitlisted",
            Self::CouncilWaitlisted => "council_waitlisted",
            Self::Lapsed => "lapsed",
            Self::AwardRevoked => "award_revoked",
        }
    }

    /// Whether nothing can happen to it any more (terminal states of the nomination).
    #[must_use]
    pub fn is_terminal(self) -> bool {
        match self {
            Self::UnitNotEndorsed
            | Self::ReviewRejected
            | Self::CouncilRejected
            | Self::ChairmanDeclined
            | Self::Awarded
            | Self::Withdrawn
            | Self::Superseded
            | Self::Lapsed
            | Self::AwardRevoked => true,
            Self::Drafted
            | Self::Proposed
            | Self::UnitEndorsed
            | Self::UnitWaitlisted
            | Self::Submitted
            | Self::SupplementRequested
            | Self::Received
            | Self::UnderReview
            | Self::ReviewPassed
            | Self::CouncilListed
            | Self::CouncilApproved
            | Self::CouncilDeferred
            | Self::Presented
            | Self::ChairmanReturned
            | Self::ChairmanApproved
            | Self::DecisionSigned
            | Self::ReviewWaitlisted
            | Self::CouncilWaitlisted => false,
        }
    }

    /// Whether the unit still holds the dossier, so that its report may change.
    #[must_use]
    pub fn is_in_hands_of_unit(self) -> bool {
        match self {
            Self::Drafted
            | Self::Proposed
            | Self::UnitEndorsed
            | Self::UnitWaitlisted
            | Self::SupplementRequested => true,
            Self::UnitNotEndorsed
            | Self::Submitted
            | Self::Received
            | Self::UnderReview
            | Self::ReviewPassed
            | Self::ReviewRejected
            | Self::CouncilListed
            | Self::CouncilApproved
            | Self::CouncilRejected
            | Self::CouncilDeferred
            | Self::Presented
            | Self::ChairmanReturned
            | Self::ChairmanApproved
            | Self::ChairmanDeclined
            | Self::DecisionSigned
            | Self::Awarded
            | Self::Withdrawn
            | Self::Superseded
            | Self::ReviewWaitlisted
            | Self::CouncilWaitlisted
            | Self::Lapsed
            | Self::AwardRevoked => false,
        }
    }

    /// Whether it holds a slot of its unit or group, or is about to take one.
    #[must_use]
    pub fn holds_slot(self) -> bool {
        match self {
            Self::UnitEndorsed
            | Self::Submitted
            | Self::SupplementRequested
            | Self::Received
            | Self::UnderReview
            | Self::ReviewPassed
            | Self::CouncilListed
            | Self::CouncilApproved
            | Self::CouncilDeferred
            | Self::Presented
            | Self::ChairmanReturned
            | Self::ChairmanApproved
            | Self::DecisionSigned
            | Self::Awarded
            | Self::AwardRevoked => true,
            Self::Drafted
            | Self::Proposed
            | Self::UnitWaitlisted
            | Self::UnitNotEndorsed
            | Self::ReviewRejected
            | Self::CouncilRejected
            | Self::ChairmanDeclined
            | Self::Withdrawn
            | Self::Superseded
            | Self::ReviewWaitlisted
            | Self::CouncilWaitlisted
            | Self::Lapsed => false,
        }
    }
}

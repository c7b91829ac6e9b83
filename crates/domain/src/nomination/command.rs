//! What may be asked of a nomination.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CampaignId, CriterionCode, Document, Finding, InstrumentId, NominationId,
    NomineeKind, NomineeRef, PersonId, Sealed, SourceDocument, UnitId,
    nomination::{OpinionValue, ReopeningReason, ReplacementReason, SupplementItem},
};

/// Whom a unit nominates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Candidate {
    /// The unit itself.
    Collective {},
    /// A person of the unit.
    Individual {
        /// The person.
        person: PersonId,
        /// The person within this campaign; the desk fills it in.
        #[schemars(skip)]
        nominee_ref: NomineeRef,
        /// Họ và tên, as it will be printed.
        name: Sealed,
        /// Chức vụ, as it will be printed.
        title: Sealed,
    },
}

/// Drafts a nomination of the own unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftNomination {
    /// The campaign.
    pub campaign: CampaignId,
    /// The unit.
    pub unit: UnitId,
    /// Whom.
    pub candidate: Candidate,
}

impl Candidate {
    /// For whom.
    #[must_use]
    pub fn kind(&self) -> NomineeKind {
        match self {
            Self::Collective {} => NomineeKind::Collective,
            Self::Individual { .. } => NomineeKind::Individual,
        }
    }
}

impl DraftNomination {
    /// The nominee within the campaign: a collective by its unit (INV-08).
    #[must_use]
    pub fn nominee_ref(&self) -> NomineeRef {
        match &self.candidate {
            Candidate::Collective {} => NomineeRef::from(&self.unit),
            Candidate::Individual { nominee_ref, .. } => nominee_ref.clone(),
        }
    }
}

/// Attaches the achievement report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachReport {
    /// The nomination.
    pub nomination: NominationId,
    /// The report, uploaded before.
    pub document: Document,
}

/// The head of the unit records that the nominee confirmed the attached report, by signature. The
/// nominee does not act: an actor on the case would tie its nominee to the person for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmReport {
    /// The nomination.
    pub nomination: NominationId,
    /// Hash of the report that is confirmed.
    pub sha256: String,
}

/// Proposes the nominee to the unit's meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeNominee {
    /// The nomination.
    pub nomination: NominationId,
    /// Nothing is pending against the nominee.
    pub declares_no_discipline: bool,
}

/// Assigns a reviewer to nominations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignReviewer {
    /// The nominations.
    pub nominations: Vec<NominationId>,
    /// The reviewer's assignment.
    pub reviewer: AssignmentId,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The criterion.
    pub criterion: CriterionCode,
    /// The finding.
    pub value: Finding,
    /// What proves it.
    #[serde(default)]
    pub evidence: Vec<Document>,
    /// A note on the case.
    #[serde(default)]
    pub note: Option<Sealed>,
    /// Where the plan's words leave the case open: the number of the interpretation.
    #[serde(default)]
    pub interpretation: Option<u32>,
}

/// Records findings on the criteria of one nomination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordFinding {
    /// The nomination.
    pub nomination: NominationId,
    /// The findings.
    pub findings: Vec<Assessment>,
}

/// The reviewer recommends to pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendPass {
    /// The nominations.
    pub nominations: Vec<NominationId>,
}

/// The reviewer recommends to reject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendReject {
    /// The nominations.
    pub nominations: Vec<NominationId>,
}

/// One rejection, with its reason for the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// The nomination.
    pub nomination: NominationId,
    /// In words, for the unit.
    pub reason: Sealed,
}

/// Confirms reviews: passes all except the rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmReviews {
    /// Passed.
    #[serde(default)]
    pub pass: Vec<NominationId>,
    /// Rejected.
    #[serde(default)]
    pub reject: Vec<Rejection>,
}

/// Corrects how a person will be named, before the decision is drafted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectNomineeDetails {
    /// The nomination.
    pub nomination: NominationId,
    /// Its campaign.
    pub campaign: CampaignId,
    /// The person whom it nominates.
    pub person: PersonId,
    /// The person within this campaign; the desk fills it in.
    #[schemars(skip)]
    pub nominee_ref: NomineeRef,
    /// Họ và tên, as it will be printed.
    pub name: Sealed,
    /// Chức vụ, as it will be printed.
    pub title: Sealed,
}

/// Throws a draft away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscardDraft {
    /// The nomination.
    pub nomination: NominationId,
}

/// One withdrawal, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The nomination.
    pub nomination: NominationId,
    /// In words.
    pub reason: Sealed,
}

/// Withdraws nominations of the own unit. From the presentation on, the Chairman must consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The withdrawals.
    pub withdrawals: Vec<Withdrawal>,
}

/// The Chairman consents to withdrawals that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentToWithdrawal {
    /// The nominations.
    pub nominations: Vec<NominationId>,
}

/// The head of the unit records that the nominee declines the honour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineHonour {
    /// The nomination.
    pub nomination: NominationId,
    /// The nominee's letter, uploaded before.
    pub document: Document,
}

/// Home Affairs ends a nomination in favour of another of the same nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Supersede {
    /// The nomination that ends.
    pub nomination: NominationId,
    /// The unit that goes on with the nominee.
    pub in_favour_of: UnitId,
    /// In words, for both units.
    pub reason: Sealed,
}

/// The Chairman names who reviews and who confirms in the place of Home Affairs (SD3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameSubstitutes {
    /// The nominations.
    pub nominations: Vec<NominationId>,
    /// Assignment of the reviewer.
    pub reviewer: AssignmentId,
    /// Assignment of the confirmer.
    pub confirmer: AssignmentId,
}

/// A unit objects to a negative result, within the term (4.10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileObjection {
    /// The nomination.
    pub nomination: NominationId,
    /// In words.
    pub text: Sealed,
    /// What belongs to it.
    #[serde(default)]
    pub attachments: Vec<Document>,
}

/// Puts another reviewer in the place of the assigned one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReassignReviewer {
    /// The nominations.
    pub nominations: Vec<NominationId>,
    /// The new reviewer's assignment.
    pub reviewer: AssignmentId,
    /// Why.
    pub reason_code: ReplacementReason,
}

/// Asks another body what it thinks (hiệp y).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestOpinion {
    /// The nomination.
    pub nomination: NominationId,
    /// The body.
    pub body: String,
    /// In words.
    pub question: Sealed,
    /// By when.
    pub due: Date,
}

/// Records what the body answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordOpinion {
    /// The nomination.
    pub nomination: NominationId,
    /// The body.
    pub body: String,
    /// What it thinks.
    pub value: OpinionValue,
    /// Its letter, uploaded before.
    pub document: Document,
}

/// The reviewer asks the unit for a supplement: a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestSupplement {
    /// The nomination.
    pub nomination: NominationId,
    /// What is asked for.
    pub items: Vec<SupplementItem>,
    /// The last day.
    pub due: Date,
    /// In words, for the unit.
    #[serde(default)]
    pub note: Option<Sealed>,
}

/// One recommendation that is sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnedRecommendation {
    /// The nomination.
    pub nomination: NominationId,
    /// In words, for the reviewer.
    pub reason: Sealed,
}

/// The confirmer sends recommendations back to the reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnToReviewer {
    /// The recommendations.
    pub returns: Vec<ReturnedRecommendation>,
}

/// One review that is opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    /// The nomination.
    pub nomination: NominationId,
    /// Why.
    pub reason_code: ReopeningReason,
    /// In words.
    pub reason: Sealed,
}

/// Opens confirmed reviews again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenReview {
    /// The reviews.
    pub reviews: Vec<Reopening>,
}

/// Puts more favourable prize rules in the place of those pinned at receipt (INV-17, E42).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReassignLegalRegime {
    /// The nominations.
    pub nominations: Vec<NominationId>,
    /// The prize rules.
    pub legal_regime: InstrumentId,
    /// What it rests on.
    pub basis: SourceDocument,
}

/// Names who signs the letter and presides over the meeting where the head is the nominee and the
/// unit has no deputy (SD10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameAlternateSigner {
    /// The head's nomination.
    pub nomination: NominationId,
    /// An assignment as head or deputy of another unit.
    pub signer: AssignmentId,
}

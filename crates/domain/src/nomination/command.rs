//! What may be asked of a nomination.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, CampaignId, CriterionCode, Document, Finding, NominationId, NomineeKind,
    NomineeRef, PersonId, Sealed, UnitId,
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

//! What may be asked of a submission.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, Document, Moment, NominationId, Sealed, SubmissionId, UnitSessionId,
    minutes::Stated,
    nomination::{IntakeReason, SupplementItem},
    submission::LateCause,
};

/// Begins a submission of the own unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenSubmission {
    /// The submission.
    pub submission: SubmissionId,
}

/// Attaches the letter or the extract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachPart {
    /// The submission.
    pub submission: SubmissionId,
    /// The part, uploaded before.
    pub document: Document,
}

/// Says whom the letter proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetList {
    /// The submission.
    pub submission: SubmissionId,
    /// The meeting that endorsed them.
    pub session: UnitSessionId,
    /// The nominations, best first.
    pub nominations: Vec<NominationId>,
}

/// Certifies the extract of the minutes: chair and secretary of the meeting have signed the paper, and
/// one of them says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertifyMinutesExtract {
    /// The submission.
    pub submission: SubmissionId,
    /// Hash of the extract.
    pub sha256: String,
    /// Who presided, as the paper says.
    pub chair: AssignmentId,
    /// Who kept the minutes, as the paper says: another person.
    pub secretary: AssignmentId,
    /// The figures that the paper states, at least of every nomination on the list.
    pub stated: Stated,
}

/// Signs the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignSubmissionLetter {
    /// The submission.
    pub submission: SubmissionId,
    /// Hash of the letter.
    pub sha256: String,
}

/// Sends the submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitSubmission {
    /// The submission.
    pub submission: SubmissionId,
}

/// Asks for leave to send after the deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestLatePermission {
    /// The submission.
    pub submission: SubmissionId,
    /// Why it comes late.
    pub reason_code: LateCause,
}

/// Permits to send after the deadline, in answer to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantLatePermission {
    /// The submission.
    pub submission: SubmissionId,
    /// Until when.
    pub until: Moment,
    /// Why it may come late.
    pub reason_code: LateCause,
}

/// Acknowledges a submission item by item, in form; no merit is judged. Whoever is not named is
/// complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeSubmission {
    /// The submission.
    pub submission: SubmissionId,
    /// A shared part is defective: all of it goes back.
    #[serde(default)]
    pub returned: Option<ReturnedParts>,
    /// Dossiers of single nominees that are not complete.
    #[serde(default)]
    pub incomplete: Vec<IncompleteDossier>,
    /// Dossiers of single nominees that are refused.
    #[serde(default)]
    pub refuse: Vec<RefusedDossier>,
}

/// Shared parts that go back to the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnedParts {
    /// What is wrong.
    pub items: Vec<SupplementItem>,
    /// The last day.
    pub due: Date,
}

/// The dossier of one nominee that is not complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncompleteDossier {
    /// The nomination.
    pub nomination: NominationId,
    /// What is wrong.
    pub items: Vec<SupplementItem>,
    /// The last day.
    pub due: Date,
    /// In words, for the unit.
    #[serde(default)]
    pub note: Option<Sealed>,
}

/// The dossier of one nominee that is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusedDossier {
    /// The nomination.
    pub nomination: NominationId,
    /// Why.
    pub reason_code: IntakeReason,
    /// In words, for the unit (INV-13).
    pub reason: Sealed,
}

/// Sends again what was returned, or what the review asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resubmit {
    /// The submission.
    pub submission: SubmissionId,
    /// Single nominees; none when shared parts were returned.
    #[serde(default)]
    pub items: Vec<ResubmittedDossier>,
}

/// What one nominee's dossier is supplemented by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResubmittedDossier {
    /// The nomination.
    pub nomination: NominationId,
    /// What comes, uploaded before: evidence; a new report is attached to the nomination.
    #[serde(default)]
    pub documents: Vec<Document>,
}

/// Closes supplements that did not come in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseSupplement {
    /// The submission.
    pub submission: SubmissionId,
    /// Single nominees; none when shared parts were returned.
    #[serde(default)]
    pub nominations: Vec<NominationId>,
}

/// Takes a submission back before it is received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawSubmission {
    /// The submission.
    pub submission: SubmissionId,
}

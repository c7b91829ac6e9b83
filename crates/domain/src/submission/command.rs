//! What may be asked of a submission.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Document, NominationId, SubmissionId, UnitSessionId};

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

/// Certifies the extract of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CertifyMinutesExtract {
    /// The submission.
    pub submission: SubmissionId,
    /// Hash of the extract.
    pub sha256: String,
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

/// Acknowledges that the submission is complete in form; no merit is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcknowledgeSubmission {
    /// The submission.
    pub submission: SubmissionId,
}

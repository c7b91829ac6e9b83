//! What may be asked of a decision.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Document, Moment, NominationId, PresentationId,
    decision::{InitialAspect, NumberSource, RecallReason, SignatureKind},
};

/// Drafts the decision on approved nominees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftDecision {
    /// The decision.
    pub decision: DecisionId,
    /// The presentation that it follows.
    pub presentation: PresentationId,
    /// Who is awarded: approved cases.
    pub awardees: Vec<NominationId>,
    /// Nơi nhận: to whom it will be sent.
    pub recipients: Vec<String>,
    /// The draft, uploaded before.
    pub document: Document,
}

/// Initials the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InitialDraft {
    /// The decision.
    pub decision: DecisionId,
    /// For what.
    pub aspect: InitialAspect,
    /// Hash of the draft that is initialled.
    pub sha256: String,
}

/// Records the signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignDecision {
    /// The decision.
    pub decision: DecisionId,
    /// How it was signed.
    pub signature: SignatureKind,
    /// When it was signed.
    pub signed_at: Moment,
    /// Hash of the draft that was signed.
    pub sha256: String,
    /// The scan of the signed paper, uploaded before.
    pub scan: Document,
}

/// Gives number and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignNumber {
    /// The decision.
    pub decision: DecisionId,
    /// The number.
    pub number: u32,
    /// The date.
    pub date: Date,
    /// Whose number it is.
    pub source: NumberSource,
}

/// Applies the organisation's signature or seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplyOrganisationSignature {
    /// The decision.
    pub decision: DecisionId,
}

/// Issues the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueDecision {
    /// The decision.
    pub decision: DecisionId,
}

/// A unit confirms how its awardee is named in the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmAwardDetails {
    /// The decision.
    pub decision: DecisionId,
    /// The awardee.
    pub nomination: NominationId,
    /// Hash of the draft that was read.
    pub sha256: String,
}

/// Sends the issued decision out (phát hành).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    /// The decision.
    pub decision: DecisionId,
    /// To whom (nơi nhận); all of them from the list of the draft.
    pub recipients: Vec<String>,
}

/// Records that a recipient has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReceipt {
    /// The decision.
    pub decision: DecisionId,
    /// Who.
    pub recipient: String,
    /// When.
    pub received_on: Date,
}

/// Calls a document back that went to a wrong recipient (thu hồi văn bản).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecallDocument {
    /// The decision.
    pub decision: DecisionId,
    /// From whom.
    pub recipient: String,
    /// Why.
    pub reason_code: RecallReason,
}

/// Tells units the results of their nominees, with the reasons to those not selected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SendResultNotices {
    /// The decision.
    pub decision: DecisionId,
    /// The nominations, awarded or not.
    pub nominations: Vec<NominationId>,
}

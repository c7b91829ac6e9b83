//! What may be asked of a decision.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, DelegationId, Document, Moment, NominationId, Sealed,
    decision::{
        Conduct, DecisionContent, FormalError, InitialAspect, NumberVoidReason, RecallReason,
        SignatureKind, SignatureVoidReason,
    },
};

/// Drafts a decision of any kind (4.9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftDecision {
    /// The decision.
    pub decision: DecisionId,
    /// What it says.
    pub content: DecisionContent,
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
    /// Under which delegation, where a delegate signs for the Chairman.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<DelegationId>,
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
    /// The number that the document system has given; missing where the series is Khen's own, whose
    /// register gives the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The date.
    pub date: Date,
}

/// Voids a number before the issue (E28); it is never given again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VoidNumber {
    /// The decision.
    pub decision: DecisionId,
    /// The number that is voided.
    pub number: u32,
    /// Why.
    pub reason_code: NumberVoidReason,
}

/// Voids the signature before the issue; a number already given is voided with it (4.9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VoidSignedDecision {
    /// The decision.
    pub decision: DecisionId,
    /// Why.
    pub reason_code: SignatureVoidReason,
}

/// The Chairman has a signed decision issued although something is being verified about awardees
/// (INV-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueDespiteHold {
    /// The decision.
    pub decision: DecisionId,
    /// The awardees who are held, each with the reason.
    pub held: Vec<DespiteHold>,
}

/// One awardee who is awarded although held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DespiteHold {
    /// The nomination.
    pub nomination: NominationId,
    /// In words.
    pub reason: Sealed,
}

/// Notes conduct of an awardee that revokes nothing by itself (E04).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteConduct {
    /// The nomination.
    pub nomination: NominationId,
    /// When it took place.
    pub conduct: Conduct,
    /// The paper that tells of it, uploaded before.
    pub document: Document,
    /// In words.
    pub note: Sealed,
}

/// Records a letter that corrects an error of form in an issued decision (E32).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueFormalCorrection {
    /// The decision.
    pub decision: DecisionId,
    /// Number and symbol of the letter.
    pub letter_no: String,
    /// Its date.
    pub date: Date,
    /// The letter, uploaded before.
    pub document: Document,
    /// What it corrects.
    pub corrects: FormalError,
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

/// Records that a recipient sent back or destroyed what was called back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordRecallConfirmed {
    /// The decision.
    pub decision: DecisionId,
    /// Who.
    pub recipient: String,
    /// When.
    pub confirmed_on: Date,
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

//! What may be asked of a presentation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CouncilSessionId, DelegationId, Document, NominationId, PresentationId, Sealed,
    nomination::{Rejection, ReturnedTo},
};

/// Presents approved nominations to the Chairman.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PresentToChairman {
    /// The presentation.
    pub presentation: PresentationId,
    /// The session that approved.
    pub session: CouncilSessionId,
    /// The list.
    pub nominations: Vec<NominationId>,
    /// The presentation letter, uploaded before.
    pub letter: Document,
}

/// Checks a presentation before the Chairman sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckPresentation {
    /// The presentation.
    pub presentation: PresentationId,
}

/// The Chairman approves all presented nominees except the declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecidePresentation {
    /// The presentation.
    pub presentation: PresentationId,
    /// Under which delegation, where a delegate decides for the Chairman.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<DelegationId>,
    /// Declined, each with its reason.
    #[serde(default)]
    pub decline: Vec<Rejection>,
    /// Sent back, each with its reason.
    #[serde(default, rename = "return")]
    pub send_back: Vec<SentBack>,
}

/// One case that the Chairman sends back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentBack {
    /// The nomination.
    pub nomination: NominationId,
    /// Where to.
    pub to: ReturnedTo,
    /// In words.
    pub reason: Sealed,
}

/// The Office sends a presentation back, before the Chairman sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnPresentation {
    /// The presentation.
    pub presentation: PresentationId,
    /// Why.
    pub reason_code: PresentationDefect,
}

/// Home Affairs answers what the Chairman asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerChairman {
    /// The answers.
    pub answers: Vec<Answer>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The nomination.
    pub nomination: NominationId,
    /// In words.
    pub answer: Sealed,
}

/// The Chairman takes approvals back, before the signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawApproval {
    /// The approvals.
    pub approvals: Vec<Rejection>,
}

/// What is wrong with a presentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PresentationDefect {
    /// The letter is not in the prescribed form.
    LetterForm,
    /// Letter and list differ.
    ListDiffers,
    /// A document is missing.
    DocumentMissing,
    /// The legal basis is wrong or missing.
    LegalBasis,
}

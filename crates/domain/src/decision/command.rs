//! What may be asked of a decision.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Document, Moment, NominationId, PresentationId,
    decision::{InitialAspect, NumberSource, SignatureKind},
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

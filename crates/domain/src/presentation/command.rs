//! What may be asked of a presentation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CouncilSessionId, Document, NominationId, PresentationId, nomination::Rejection};

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
    /// Declined, each with its reason.
    #[serde(default)]
    pub decline: Vec<Rejection>,
}

//! What happened to a presentation to the Chairman.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CouncilSessionId, Document, NominationId, NomineeKind, PresentationId};

/// Events of a `presentation` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The Council's letter and list go to the Chairman (trình).
    PresentedToChairman {
        /// The presentation.
        presentation: PresentationId,
        /// The session that approved.
        session: CouncilSessionId,
        /// The list.
        nominations: Vec<PresentedItem>,
        /// The presentation letter.
        letter: Document,
    },
    /// The Office checked it (phiếu trình).
    PresentationChecked {},
    /// The Chairman decided each nominee.
    ChairmanDecided {
        /// Approved.
        approved: Vec<NominationId>,
        /// Declined.
        declined: Vec<NominationId>,
    },
}

/// One presented nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PresentedItem {
    /// The nomination.
    pub nomination: NominationId,
    /// For whom.
    pub kind: NomineeKind,
}

//! What happened to a presentation to the Chairman.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CouncilSessionId, Document, NominationId, NomineeKind, PresentationId, nomination::ReturnedTo,
    presentation::PresentationDefect,
};

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
    /// The Office sent it back.
    PresentationReturned {
        /// Why.
        reason_code: PresentationDefect,
    },
    /// The Chairman decided each nominee that lay before him.
    ChairmanDecided {
        /// Approved.
        approved: Vec<NominationId>,
        /// Declined.
        declined: Vec<NominationId>,
        /// Sent back.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        returned: Vec<ReturnedItem>,
        /// Held: they stay before the Chairman, and stop nobody else (INV-26).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        held: Vec<NominationId>,
    },
    /// Home Affairs answered: these lie before the Chairman again.
    ChairmanAnswered {
        /// The nominations.
        nominations: Vec<NominationId>,
    },
    /// The Chairman took approvals back: these lie before the Chairman again.
    ApprovalsWithdrawn {
        /// The nominations.
        nominations: Vec<NominationId>,
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

/// One nominee that the Chairman sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnedItem {
    /// The nomination.
    pub nomination: NominationId,
    /// Where to.
    pub to: ReturnedTo,
}

//! What happened to feedback.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CampaignId, Document, OfficeFunction, Sealed, UnitId, feedback::FeedbackTopic};

/// Events of a `feedback` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A unit says what stands in its way (phản ánh, vướng mắc).
    FeedbackFiled {
        /// The campaign.
        campaign: CampaignId,
        /// The unit.
        unit: UnitId,
        /// What it is about.
        topic: FeedbackTopic,
        /// In words.
        text: Sealed,
        /// What belongs to it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attachments: Vec<Document>,
    },
    /// It is with another office.
    FeedbackRouted {
        /// The office.
        to: OfficeFunction,
    },
    /// It is answered.
    FeedbackAnswered {
        /// In words.
        answer: Sealed,
        /// Whether the answer is shown to all units.
        general: bool,
    },
    /// It is closed.
    FeedbackClosed {},
}

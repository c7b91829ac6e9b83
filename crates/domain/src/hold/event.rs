//! What happened to the holds of a subject.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    SourceDocument,
    hold::{HoldGround, HoldOutcome},
};

/// Events of a `hold` stream: one per subject, whatever the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A matter is being verified (tạm dừng xem xét).
    HoldPlaced {
        /// Number of the hold, from 1.
        hold: u32,
        /// Why.
        ground: HoldGround,
        /// Who verifies.
        verifying_body: String,
        /// The document that says so.
        document: SourceDocument,
        /// By when it is looked at again.
        review_by: Date,
    },
    /// It was looked at again, and stays.
    HoldReviewed {
        /// Number of the hold.
        hold: u32,
        /// By when it is looked at again.
        review_by: Date,
    },
    /// A first person asks to lift it.
    HoldLiftRequested {
        /// Number of the hold.
        hold: u32,
        /// How the verification ended.
        outcome: HoldOutcome,
        /// The document that says so.
        document: SourceDocument,
    },
    /// A second person lifts it.
    HoldLifted {
        /// Number of the hold.
        hold: u32,
        /// How the verification ended.
        outcome: HoldOutcome,
    },
}

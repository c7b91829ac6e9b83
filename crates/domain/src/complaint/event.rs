//! What happened to a complaint.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, Document, NominationId, Sealed,
    complaint::{ComplaintKind, ComplaintOutcome},
};

/// Events of a `complaint` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// It came in.
    ComplaintRegistered {
        /// The campaign.
        campaign: CampaignId,
        /// What the law calls it.
        complaint_kind: ComplaintKind,
        /// Whether it bears no name.
        is_anonymous: bool,
        /// The nomination that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        subject: Option<NominationId>,
        /// The day on which whoever writes came to know of it.
        knew_on: Date,
        /// In words.
        text: Sealed,
        /// The letter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<Document>,
    },
    /// It is taken up (thụ lý).
    ComplaintAccepted {},
    /// It is decided.
    ComplaintDecided {
        /// What the decision says.
        outcome: ComplaintOutcome,
        /// Number and symbol of the decision.
        number: String,
        /// Its date.
        date: Date,
        /// The decision.
        document: Document,
    },
    /// Whoever wrote it withdrew it.
    ComplaintWithdrawn {},
}

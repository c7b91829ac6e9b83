//! What happened to a conference.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CampaignId, DecisionId, Document, Moment};

/// Events of a `conference` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Scheduled, or moved.
    ConferenceScheduled {
        /// The campaign.
        campaign: CampaignId,
        /// The conference of the authority inside which it is held.
        within: String,
        /// When it begins.
        starts_at: Moment,
    },
    /// The awards of these decisions were presented.
    AwardCeremonyRecorded {
        /// The decisions.
        decisions: Vec<DecisionId>,
    },
    /// The summation report is there.
    SummationReportRecorded {
        /// The report.
        report: Document,
    },
    /// Closed.
    ConferenceClosed {},
}

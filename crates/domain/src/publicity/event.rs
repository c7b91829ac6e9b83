//! What happened to publicity.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, DecisionId, Document, NominationId,
    publicity::{Channel, WithdrawnBecause},
};

/// Events of a `publicity` stream: one per ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Planned.
    PublicityPlanned {
        /// The campaign.
        campaign: CampaignId,
        /// Where it will be published.
        channel: Channel,
        /// When it is planned for.
        planned_for: Date,
        /// Whom a planned story is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nomination: Option<NominationId>,
    },
    /// Broadcast.
    BroadcastRecorded {
        /// When.
        date: Date,
        /// Who was named as an awardee.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        nominations: Vec<NominationId>,
    },
    /// Published as a story.
    StoryPublished {
        /// When.
        date: Date,
        /// Whom it names as an awardee.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nomination: Option<NominationId>,
        /// The notice to its subject.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<Document>,
    },
    /// Withdrawn.
    StoryWithdrawn {
        /// Why.
        reason_code: WithdrawnBecause,
    },
    /// A correction has to be broadcast: awards that were named are revoked (E47).
    CorrectionRequired {
        /// The revoking decision.
        decision: DecisionId,
        /// Whose.
        nominations: Vec<NominationId>,
    },
    /// The correction was broadcast.
    CorrectionBroadcastRecorded {
        /// When.
        date: Date,
    },
    /// What was planned is given up: the award that it was about is revoked.
    PublicityCancelled {
        /// The revoking decision.
        decision: DecisionId,
    },
}

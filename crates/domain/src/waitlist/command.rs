//! What may be asked of the waitlists.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CampaignId, Moment, NominationId, NomineeKind};

/// Takes the next in rank out of a waitlist, to where each of them stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PromoteFromWaitlist {
    /// The nominations, all of one campaign.
    pub nominations: Vec<NominationId>,
    /// Until when those that their unit has not sent yet may be sent, in the place of the deadline;
    /// the campaign's term where none is given.
    #[serde(default)]
    pub due: Option<Moment>,
}

/// Ranks the cases of a kind for the Council: who finds no place of the quota waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RankForCouncil {
    /// The campaign.
    pub campaign: CampaignId,
    /// For whom.
    pub kind: NomineeKind,
    /// The nominations, best first.
    pub ranking: Vec<NominationId>,
}

//! What may be recorded of a unit's meeting.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, CampaignId, Document, GroupId, NominationId, Tally, UnitSessionId};

/// One item of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingItem {
    /// The nomination.
    pub nomination: NominationId,
    /// The votes.
    pub tally: Tally,
    /// How many stepped out of this item: a nominee steps out of the own.
    #[serde(default)]
    pub recused: u32,
}

/// Records a meeting that was held: the usual form, written as the events of the electronic way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordUnitMeeting {
    /// The meeting.
    pub session: UnitSessionId,
    /// The day.
    pub date: Date,
    /// Where.
    pub place: String,
    /// Who presided.
    pub chair: AssignmentId,
    /// Present.
    pub present: u32,
    /// Staff of the unit.
    pub total: u32,
    /// The items.
    pub items: Vec<MeetingItem>,
    /// The full minutes, uploaded before.
    pub minutes: Document,
}

/// Ranks the collectives of a group: Home Affairs, because a unit is its own only collective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RankGroup {
    /// The campaign.
    pub campaign: CampaignId,
    /// The group.
    pub group: GroupId,
    /// Best first.
    pub ranking: Vec<NominationId>,
}

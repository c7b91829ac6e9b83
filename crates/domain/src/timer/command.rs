//! What a timer asks to be recorded.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, CommandKind, Moment,
    desks::Due,
    timer::{About, WatchedDesk},
};

/// Desks are warned of what falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReminders {
    /// The campaign.
    pub campaign: CampaignId,
    /// One per desk, act, day and warning.
    pub reminders: Vec<Reminder>,
}

/// A desk is warned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// The act that is waited for.
    pub act: CommandKind,
    /// The desk.
    pub to: WatchedDesk,
    /// By when.
    pub due: Due,
    /// Which of the act's warnings: working days from the day it is due.
    pub offset: i8,
    /// What waits.
    pub waiting: Vec<WaitingItem>,
}

/// Deadlines were missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordMissedDeadlines {
    /// The campaign.
    pub campaign: CampaignId,
    /// One per desk, act and day.
    pub missed: Vec<MissedDeadline>,
}

/// A desk missed a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissedDeadline {
    /// The act that was waited for.
    pub act: CommandKind,
    /// The desk.
    pub desk: WatchedDesk,
    /// By when it was due.
    pub due: Due,
    /// What still waits.
    pub waiting: Vec<WaitingItem>,
}

/// Something that waits, with what its deadline is counted by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitingItem {
    /// What.
    pub about: About,
    /// Since when its time runs.
    pub counted_from: Moment,
    /// A time of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Moment>,
}

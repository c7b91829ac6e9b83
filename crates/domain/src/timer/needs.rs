//! What the commands of a timer read and write.

use super::{RecordMissedDeadlines, RecordReminders};
use crate::{CampaignId, Need, StreamKey, World};

pub(crate) fn record_reminders(command: &RecordReminders, _: &World) -> Vec<Need> {
    told(&command.campaign)
}

pub(crate) fn record_missed_deadlines(command: &RecordMissedDeadlines, _: &World) -> Vec<Need> {
    told(&command.campaign)
}

/// The cases themselves are not read: what moves on meanwhile is told of once too often, and a batch
/// of thousands does not fail because one of them moved.
fn told(campaign: &CampaignId) -> Vec<Need> {
    vec![
        Need::write(StreamKey::timer(campaign)),
        Need::read(StreamKey::campaign(campaign)),
    ]
}

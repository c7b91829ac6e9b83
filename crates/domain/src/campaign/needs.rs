//! What the commands on a campaign read and write.

use super::{AnnounceDeadline, ApproveCriteria, LaunchCampaign, RegisterPlan, SetGateRules};
use crate::{CampaignId, Need, StreamKey, World};

pub(crate) fn register_plan(command: &RegisterPlan, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn approve_criteria(command: &ApproveCriteria, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn set_gate_rules(command: &SetGateRules, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn launch_campaign(command: &LaunchCampaign, _: &World) -> Vec<Need> {
    vec![
        written(&command.campaign),
        Need::read(StreamKey::quota(&command.campaign)),
    ]
}

pub(crate) fn announce_deadline(command: &AnnounceDeadline, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

fn written(campaign: &CampaignId) -> Need {
    Need::write(StreamKey::campaign(campaign))
}

//! What the commands read and write.

use super::{AnnounceDeadline, ApproveCriteria, LaunchCampaign, RegisterPlan, SetGateRules};
use crate::{Need, World};

pub(crate) fn register_plan(_command: &RegisterPlan, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn approve_criteria(_command: &ApproveCriteria, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn set_gate_rules(_command: &SetGateRules, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn launch_campaign(_command: &LaunchCampaign, _world: &World) -> Vec<Need> {
    Vec::new()
}

pub(crate) fn announce_deadline(_command: &AnnounceDeadline, _world: &World) -> Vec<Need> {
    Vec::new()
}

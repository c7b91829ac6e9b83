//! What the commands on a campaign read and write.

use super::{
    AmendPlan, AnnounceDeadline, ApproveCriteria, ConfirmRollout, ExtendDeadline, LaunchCampaign,
    RecordInspection, RecordReminder, RegisterPlan, SetGateRules,
};
use crate::{CampaignId, Need, StreamKey, UnitId, World};

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

pub(crate) fn extend_deadline(command: &ExtendDeadline, _: &World) -> Vec<Need> {
    vec![written(&command.campaign)]
}

pub(crate) fn amend_plan(command: &AmendPlan, _: &World) -> Vec<Need> {
    let feedback = command.feedback.iter().map(StreamKey::feedback);
    let campaign = std::iter::once(written(&command.campaign));
    campaign.chain(feedback.map(Need::read)).collect()
}

pub(crate) fn confirm_rollout(command: &ConfirmRollout, _: &World) -> Vec<Need> {
    with_units(&command.campaign, [&command.unit])
}

pub(crate) fn record_reminder(command: &RecordReminder, _: &World) -> Vec<Need> {
    with_units(&command.campaign, &command.units)
}

pub(crate) fn record_inspection(command: &RecordInspection, _: &World) -> Vec<Need> {
    with_units(&command.campaign, &command.units)
}

fn with_units<'a>(campaign: &CampaignId, units: impl IntoIterator<Item = &'a UnitId>) -> Vec<Need> {
    let units = units.into_iter().map(StreamKey::unit).map(Need::read);
    std::iter::once(written(campaign)).chain(units).collect()
}

fn written(campaign: &CampaignId) -> Need {
    Need::write(StreamKey::campaign(campaign))
}

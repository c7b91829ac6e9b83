//! What the commands on publicity read and write.

use super::{
    PlanPublicity, PublishStory, RecordBroadcast, RecordCorrectionBroadcast, WithdrawStory,
};
use crate::{CampaignId, Need, PublicityId, StreamKey, World};

pub(crate) fn plan_publicity(command: &PlanPublicity, _: &World) -> Vec<Need> {
    let campaign = &command.publicity.campaign;
    vec![
        written(&command.publicity),
        Need::write(StreamKey::publicity_codes(campaign)),
        Need::read(StreamKey::campaign(campaign)),
    ]
}

pub(crate) fn record_broadcast(command: &RecordBroadcast, _: &World) -> Vec<Need> {
    let named = command.nominations.iter().map(StreamKey::nomination);
    let ticket = std::iter::once(written(&command.publicity));
    ticket.chain(named.map(Need::read)).collect()
}

pub(crate) fn publish_story(command: &PublishStory, _: &World) -> Vec<Need> {
    let named = command.nomination.iter().map(StreamKey::nomination);
    let ticket = std::iter::once(written(&command.publicity));
    ticket.chain(named.map(Need::read)).collect()
}

pub(crate) fn withdraw_story(command: &WithdrawStory, _: &World) -> Vec<Need> {
    vec![written(&command.publicity)]
}

pub(crate) fn record_correction_broadcast(
    command: &RecordCorrectionBroadcast,
    _: &World,
) -> Vec<Need> {
    vec![written(&command.publicity)]
}

/// Every ticket of a campaign, as far as its series of codes is in view.
pub(crate) fn all(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let mut needs = vec![Need::read(StreamKey::publicity_codes(campaign))];
    needs.extend(tickets(campaign, world).map(|one| written(&one)));
    needs
}

/// The tickets of a campaign, in order.
pub(crate) fn tickets(campaign: &CampaignId, world: &World) -> impl Iterator<Item = PublicityId> {
    let codes = StreamKey::publicity_codes(campaign);
    let is_shown = world.shows(&codes);
    let last = is_shown.then(|| world.publicity_codes(campaign).last);
    (1..=last.unwrap_or_default()).map(|number| PublicityId {
        campaign: campaign.clone(),
        number,
    })
}

fn written(publicity: &PublicityId) -> Need {
    Need::write(StreamKey::publicity(publicity))
}

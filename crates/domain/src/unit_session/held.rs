//! The meetings that a unit has held, from the first on.

use super::Meeting;
use crate::{CampaignId, Need, StreamKey, UnitId, UnitSessionId, World};

/// The meetings in view, one after the other.
pub(crate) fn meetings<'w>(
    world: &'w World,
    campaign: &CampaignId,
    unit: &UnitId,
) -> impl Iterator<Item = &'w Meeting> {
    (1..).map_while(|number| {
        let session = numbered(campaign, unit, number);
        let is_shown = world.shows(&StreamKey::unit_session(&session));
        is_shown
            .then(|| world.unit_session(&session).meeting())
            .flatten()
    })
}

/// What it takes to see them all: each, and that there is no other.
pub(crate) fn needs(world: &World, campaign: &CampaignId, unit: &UnitId) -> Vec<Need> {
    let next = meetings(world, campaign, unit).zip(2..).last();
    let next = next.map_or(1, |(_, next)| next);
    (1..=next)
        .map(|number| Need::read(StreamKey::unit_session(&numbered(campaign, unit, number))))
        .collect()
}

fn numbered(campaign: &CampaignId, unit: &UnitId, number: u32) -> UnitSessionId {
    UnitSessionId {
        campaign: campaign.clone(),
        unit: unit.clone(),
        number,
    }
}

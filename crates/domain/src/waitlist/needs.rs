//! What the commands on the waitlists read and write.

use super::{
    PromoteFromWaitlist, RankForCouncil,
    pool::{self, Pool},
};
use crate::{
    CampaignId, Need, NominationId, NomineeKind, StreamKey, World, hold,
    nomination::{Gate, gates},
};

/// Every case of the campaign, whose slots and places are free, and whether somebody who waits is
/// held.
pub(crate) fn promote_from_waitlist(command: &PromoteFromWaitlist, world: &World) -> Vec<Need> {
    let nominations = &command.nominations;
    let mut needs = gates::with_slots(nominations, world);
    let campaign = nominations.first().map(NominationId::campaign);
    if let Some(campaign) = campaign {
        needs.push(Need::read(StreamKey::quota(campaign)));
        needs.extend(of_campaign(campaign, world));
    }
    needs
}

pub(crate) fn rank_for_council(command: &RankForCouncil, world: &World) -> Vec<Need> {
    let mut needs = gates::with_slots(&command.ranking, world);
    needs.push(Need::write(StreamKey::quota(&command.campaign)));
    needs.extend(of_campaign(&command.campaign, world));
    needs
}

fn of_campaign(campaign: &CampaignId, world: &World) -> Vec<Need> {
    let mut needs = pool::needs(campaign, world);
    needs.push(Need::read(StreamKey::campaign(campaign)));
    for kind in [NomineeKind::Collective, NomineeKind::Individual] {
        let pool = Pool::of(world, campaign, kind);
        let waiting = pool.at(&[
            Gate::UnitWaitlisted,
            Gate::ReviewWaitlisted,
            Gate::CouncilWaitlisted,
        ]);
        needs.extend(hold::needs_of(
            waiting.map(|(nomination, _)| nomination),
            world,
        ));
    }
    needs
}

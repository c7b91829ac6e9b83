//! The ranking of a group's collectives by Home Affairs: a unit is its own only collective.

use super::{Ranking, Refusal};
use crate::{
    Context, Effect, NomineeKind, World, campaign, lists,
    nomination::{Case, gates},
    quota::SlotHolder,
    slot,
    unit_session::{
        RankGroup,
        needs::{claimed, collectives},
    },
};

/// All collectives of the group that were carried and have not been submitted, best first; those
/// within the free slots leave the waitlist.
pub(crate) fn rank_group(
    world: &World,
    _: &Context,
    command: &RankGroup,
) -> Result<Vec<Effect>, crate::Refusal> {
    campaign::decide::launched(world, &command.campaign)?;
    lists::must_be_whole(&command.ranking)?;
    let ranking = Ranking {
        campaign: &command.campaign,
        kind: NomineeKind::Collective,
        holder: SlotHolder::Group(command.group.clone()),
        nominations: &command.ranking,
    };
    let nominees = collectives(&command.campaign, &command.group, world);
    let claims = nominees.iter();
    let claims = claims.filter_map(|nominee| claimed(&command.campaign, nominee, world));
    ranking.must_name_all(world, claims)?;
    for nomination in &command.ranking {
        let case = gates::case(world, nomination)?;
        if !is_of_group(world, command, case) {
            let (nomination, group) = (nomination.clone(), command.group.clone());
            return Err(Refusal::NotOfGroup { nomination, group }.into());
        }
    }
    let recorded = slot::Event::GroupRanked {
        ranking: command.ranking.clone(),
    };
    ranking.effects(world, recorded)
}

fn is_of_group(world: &World, command: &RankGroup, case: &Case) -> bool {
    let unit = world.unit(&case.unit).unit();
    case.kind == NomineeKind::Collective
        && case.campaign == command.campaign
        && unit.is_some_and(|unit| unit.group == command.group)
}

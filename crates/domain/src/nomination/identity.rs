//! The nominee's other records: one human being is nominated once in a campaign (INV-08, E11).

use super::{Case, Gate, review};
use crate::{CampaignId, Need, NominationId, PersonId, StreamKey, World, claim, org::identity};

/// What it takes to see which nominations of the campaign stand for another record of this person.
pub(super) fn needs(campaign: &CampaignId, person: &PersonId, world: &World) -> Vec<Need> {
    let mut needs = identity::needs(person, world);
    for other in identity::others(world, person) {
        if let Some(nominee) = world.nominee_of(&other, campaign) {
            let claim = StreamKey::claim(campaign, nominee);
            if world.shows(&claim)
                && let claim::State::Claimed(nomination) = world.claim(campaign, nominee)
            {
                needs.push(Need::guard(StreamKey::nomination(nomination)));
            }
            needs.push(Need::guard(claim));
        }
        needs.push(Need::NomineeOf(other, campaign.clone()));
    }
    needs
}

/// The same for the nominee of a case, once it is in view which person it is.
pub(super) fn needs_of(case: &Case, world: &World) -> Vec<Need> {
    let person = world.nominee(&case.nominee_ref);
    person.map_or_else(Vec::new, |person| needs(&case.campaign, person, world))
}

/// Records may turn out to be of one human being when each is nominated already: one of the two is
/// superseded before the other goes on (E08).
pub(super) fn must_stand_alone(
    world: &World,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), review::Refusal> {
    let person = world.nominee(&case.nominee_ref);
    match person.and_then(|person| standing(world, &case.campaign, person)) {
        None => Ok(()),
        Some(other) => Err(review::Refusal::NominatedTwice {
            nomination: nomination.clone(),
            other: other.clone(),
        }),
    }
}

/// A nomination that stands for another record of this person.
pub(super) fn standing<'w>(
    world: &'w World,
    campaign: &CampaignId,
    person: &PersonId,
) -> Option<&'w NominationId> {
    let others = identity::others(world, person);
    let nominees = others
        .iter()
        .filter_map(|other| world.nominee_of(other, campaign));
    let mut claims = nominees.filter_map(|nominee| match world.claim(campaign, nominee) {
        claim::State::Unclaimed => None,
        claim::State::Claimed(nomination) => Some(nomination),
    });
    claims.find(|nomination| world.nomination(nomination).case().is_some_and(stands))
}

/// A live nomination, or an award: one achievement is not rewarded twice.
pub(super) fn stands(case: &Case) -> bool {
    !case.gate.is_terminal() || case.gate == Gate::Awarded
}

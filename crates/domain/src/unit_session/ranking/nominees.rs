//! The ranking of a unit's individuals by its head, or by the deputy where the head is one of them
//! (SD10).

use super::{Ranking, Refusal};
use crate::{
    Context, Effect, NomineeKind, World, campaign, lists,
    nomination::{Case, gates, own},
    quota::SlotHolder,
    slot,
    unit_session::{Meeting, RankNominees, held},
};

/// All individuals that the unit's meetings carried and that have not been submitted, best first;
/// those within the free slots leave the waitlist.
pub(crate) fn rank_nominees(
    world: &World,
    context: &Context,
    command: &RankNominees,
) -> Result<Vec<Effect>, crate::Refusal> {
    let (campaign, unit) = (&command.campaign, &command.unit);
    campaign::decide::launched(world, campaign)?;
    lists::must_be_whole(&command.ranking)?;
    for nomination in &command.ranking {
        let case = gates::case(world, nomination)?;
        if !is_of_unit(command, case) {
            let (nomination, unit) = (nomination.clone(), unit.clone());
            return Err(Refusal::NotIndividualOf { nomination, unit }.into());
        }
        own::must_be_another(world, &context.actor.principal, nomination, case)?;
    }
    let ranking = Ranking {
        campaign,
        kind: NomineeKind::Individual,
        holder: SlotHolder::Unit(unit.clone()),
        nominations: &command.ranking,
    };
    let carried = held::meetings(world, campaign, unit).flat_map(Meeting::carried);
    let carried = carried.filter(|nomination| {
        let case = world.nomination(nomination).case();
        case.is_some_and(|case| case.kind == NomineeKind::Individual)
    });
    ranking.must_name_all(world, carried)?;
    let recorded = slot::Event::NomineesRanked {
        ranking: command.ranking.clone(),
    };
    ranking.effects(world, recorded)
}

fn is_of_unit(command: &RankNominees, case: &Case) -> bool {
    case.kind == NomineeKind::Individual
        && case.campaign == command.campaign
        && case.unit == command.unit
}

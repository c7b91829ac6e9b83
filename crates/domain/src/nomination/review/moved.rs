//! A nominee who has gone to another unit since (E06): that unit is heard.

use jiff::civil::Date;

use super::Refusal;
use crate::{
    Need, NominationId, StreamKey, UnitId, World,
    nomination::{Case, Opinion},
};

/// The unit that the nominee works for now was asked for its opinion, and has answered or let its day
/// pass; the nomination itself stays with the unit that made it.
pub(super) fn must_be_heard(
    world: &World,
    today: Date,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    let Some(unit) = elsewhere(world, today, case) else {
        return Ok(());
    };
    let known = world.unit(unit).unit();
    let asked = known.and_then(|known| case.opinions.get(&known.name));
    match asked {
        Some(Opinion {
            answer: Some(_), ..
        }) => Ok(()),
        Some(Opinion { due, answer: None }) if *due < today => Ok(()),
        Some(Opinion { answer: None, .. }) | None => Err(Refusal::CurrentUnitUnheard {
            nomination: nomination.clone(),
            unit: unit.clone(),
        }),
    }
}

fn elsewhere<'w>(world: &'w World, today: Date, case: &Case) -> Option<&'w UnitId> {
    let person = world.nominee(&case.nominee_ref)?;
    let unit = world.home(person, today)?;
    (*unit != case.unit).then_some(unit)
}

/// The nominee's record and the units of it; guards, because a reading that is named would tie the
/// nominee of the case to the person.
pub(in crate::nomination) fn needs(case: &Case, world: &World) -> Vec<Need> {
    let Some(person) = world.nominee(&case.nominee_ref) else {
        return Vec::new();
    };
    let stream = StreamKey::person(person);
    let is_shown = world.shows(&stream);
    let known = is_shown.then(|| world.person(person).person()).flatten();
    let moves = known
        .into_iter()
        .flat_map(|known| known.works.all().skip(1));
    let units = moves.map(|unit| Need::guard(StreamKey::unit(unit)));
    std::iter::once(Need::guard(stream)).chain(units).collect()
}

//! Nobody acts on the own nomination, checked on the person (SD3, SD10).

use super::{Case, Refusal, gates};
use crate::{Need, NominationId, NomineeKind, PersonId, World, org::identity};

/// What it takes to see who these nominees are, once their cases are in view.
pub(crate) fn needs<'n>(
    nominations: impl IntoIterator<Item = &'n NominationId>,
    world: &World,
) -> impl Iterator<Item = Need> {
    let cases = nominations
        .into_iter()
        .filter_map(|nomination| gates::in_view(world, nomination));
    cases
        .filter(|case| case.kind == NomineeKind::Individual)
        .flat_map(|case| identity::of_nominee(&case.nominee_ref, world))
}

/// Whether this person is the nominee, be it by another record (E11). Of an erased nominee nobody can
/// tell, nor of a collective.
pub(crate) fn is_nominee(world: &World, case: &Case, person: &PersonId) -> bool {
    let nominee = world.nominee(&case.nominee_ref);
    nominee.is_some_and(|nominee| identity::are_one(world, nominee, person))
}

/// Refuses the nominee.
pub(crate) fn must_be_another(
    world: &World,
    person: &PersonId,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    if is_nominee(world, case, person) {
        let nomination = nomination.clone();
        return Err(Refusal::OwnNomination { nomination });
    }
    Ok(())
}

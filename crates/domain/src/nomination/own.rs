//! Nobody acts on the own nomination, checked on the person (SD3, SD10).

use super::{Case, Refusal, gates};
use crate::{Need, NominationId, NomineeKind, PersonId, World};

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
        .map(|case| Need::Person(case.nominee_ref.clone()))
}

/// Whether this person is the nominee. Of an erased nominee nobody can tell, nor of a collective.
pub(crate) fn is_nominee(world: &World, case: &Case, person: &PersonId) -> bool {
    world.nominee(&case.nominee_ref) == Some(person)
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

//! Whether a hold stands in the way of a nomination (INV-16), for the commands that lead forward.

use super::{Hold, Refusal, needs};
use crate::{
    FactSubject, NominationId, NomineeKind, World,
    nomination::{Case, review},
};

/// Refuses a step forward of a nominee about whom something is being verified, or of whom nobody
/// can tell any more whether it is so.
///
/// # Errors
/// [`Refusal::Held`], or [`review::Refusal::NomineeErased`] when the person's key is destroyed.
pub(crate) fn must_not_be_held(
    world: &World,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), crate::Refusal> {
    let Some(subjects) = subjects(world, case) else {
        let nomination = nomination.clone();
        return Err(review::Refusal::NomineeErased { nomination }.into());
    };
    match active(world, &subjects) {
        None => Ok(()),
        Some(hold) => Err(Refusal::Held {
            nomination: nomination.clone(),
            ground: hold.ground,
            review_by: hold.review_by,
        }
        .into()),
    }
}

/// Whether the nominee is held. An erased person counts as held: nobody can tell that nothing is
/// being verified, and one item of a list must not stop the others (INV-26).
pub(crate) fn is_held(world: &World, case: &Case) -> bool {
    let subjects = subjects(world, case);
    subjects.is_none_or(|subjects| active(world, &subjects).is_some())
}

/// The nominee as a subject of holds, in every record of the person (E11); `None` for a person whose
/// key is destroyed.
fn subjects(world: &World, case: &Case) -> Option<Vec<FactSubject>> {
    match case.kind {
        NomineeKind::Collective => Some(vec![FactSubject::from(&case.unit)]),
        NomineeKind::Individual => {
            let own = world.hold_subject(&case.nominee_ref)?;
            let others = needs::others(case, world);
            Some(others.chain([own]).cloned().collect())
        }
    }
}

fn active<'w>(world: &'w World, subjects: &[FactSubject]) -> Option<&'w Hold> {
    let mut holds = subjects.iter().map(|subject| world.hold(subject));
    holds.find_map(|state| state.active().map(|(_, hold)| hold))
}

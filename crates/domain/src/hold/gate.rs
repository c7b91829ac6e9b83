//! Whether a hold stands in the way of a nomination (INV-16), for the commands that lead forward.

use super::{Hold, Refusal};
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
    let Some(subject) = subject(world, case) else {
        let nomination = nomination.clone();
        return Err(review::Refusal::NomineeErased { nomination }.into());
    };
    match active(world, &subject) {
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
    let subject = subject(world, case);
    subject.is_none_or(|subject| active(world, &subject).is_some())
}

/// The nominee as a subject of holds; `None` for a person whose key is destroyed.
fn subject(world: &World, case: &Case) -> Option<FactSubject> {
    match case.kind {
        NomineeKind::Collective => Some(FactSubject::from(&case.unit)),
        NomineeKind::Individual => world.hold_subject(&case.nominee_ref).cloned(),
    }
}

fn active<'w>(world: &'w World, subject: &FactSubject) -> Option<&'w Hold> {
    world.hold(subject).active().map(|(_, hold)| hold)
}

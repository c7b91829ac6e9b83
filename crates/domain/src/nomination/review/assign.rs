//! Who reviews: `assign_reviewer`, `reassign_reviewer`.

use super::{
    Refusal, on,
    separation::{may_confirm, may_review, reviewer},
};
use crate::{
    Context, Effect, NominationId, World, lists,
    nomination::{AssignReviewer, Case, Event, Gate, ReassignReviewer, gates},
};

/// Assigns a reviewer to what intake received (4.5 row 18; SD1, SD3).
pub(crate) fn assign_reviewer(
    world: &World,
    context: &Context,
    command: &AssignReviewer,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(&command.nominations)?;
    let assigned = reviewer(world, context, &command.reviewer)?;
    let mut effects = Vec::new();
    for nomination in &command.nominations {
        let case = gates::case(world, nomination)?;
        if is_reviewed_by(case, command) {
            continue;
        }
        must_await_a_reviewer(nomination, case)?;
        may_confirm(world, context, nomination, case)?;
        may_review(world, &command.reviewer, &assigned, nomination, case)?;
        let reviewer = command.reviewer.clone();
        effects.push(on(nomination, Event::ReviewerAssigned { reviewer }));
    }
    Ok(effects)
}

fn is_reviewed_by(case: &Case, command: &AssignReviewer) -> bool {
    case.gate == Gate::UnderReview && case.reviewer.as_ref() == Some(&command.reviewer)
}

/// Another reviewer takes the place of the first only for a reason.
fn must_await_a_reviewer(nomination: &NominationId, case: &Case) -> Result<(), crate::Refusal> {
    match &case.reviewer {
        Some(reviewer) if case.gate == Gate::UnderReview => Err(Refusal::ReviewerAssigned {
            nomination: nomination.clone(),
            reviewer: reviewer.clone(),
        }
        .into()),
        Some(_) | None if case.gate == Gate::Received => Ok(()),
        Some(_) | None => Err(gates::wrong_gate(nomination, case, Gate::Received)),
    }
}

/// Puts another reviewer in the place of the assigned one, while the review goes on (row 19).
pub(crate) fn reassign_reviewer(
    world: &World,
    context: &Context,
    command: &ReassignReviewer,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(&command.nominations)?;
    let next = reviewer(world, context, &command.reviewer)?;
    let mut effects = Vec::new();
    for nomination in &command.nominations {
        let case = gates::at_gate(world, nomination, Gate::UnderReview)?;
        may_confirm(world, context, nomination, case)?;
        may_review(world, &command.reviewer, &next, nomination, case)?;
        if case.reviewer.as_ref() != Some(&command.reviewer) {
            let event = Event::ReviewerReassigned {
                reviewer: command.reviewer.clone(),
                reason_code: command.reason_code,
            };
            effects.push(on(nomination, event));
        }
    }
    Ok(effects)
}

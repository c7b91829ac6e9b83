//! Who reviews: `assign_reviewer`.

use super::Refusal;
use crate::{
    AssignmentId, Context, Effect, NominationId, PersonId, Role, StreamKey, UnitId, World, lists,
    nomination::{AssignReviewer, Case, Event, Gate, gates},
};

/// Who is to review.
struct Reviewer {
    person: PersonId,
    /// The unit of the assignment and the unit that the person works for.
    units: Vec<UnitId>,
}

/// Assigns a reviewer, or another one while the review is going on (SD1, SD3).
pub(crate) fn assign_reviewer(
    world: &World,
    context: &Context,
    command: &AssignReviewer,
) -> Result<Vec<Effect>, crate::Refusal> {
    lists::must_be_whole(&command.nominations)?;
    let reviewer = reviewer(world, context, &command.reviewer)?;
    let mut effects = Vec::new();
    for nomination in &command.nominations {
        let case = awaiting_review(world, nomination)?;
        may_review(&reviewer, nomination, case)?;
        if case.reviewer.as_ref() != Some(&command.reviewer) {
            let event = Event::ReviewerAssigned {
                reviewer: command.reviewer.clone(),
            };
            effects.push(Effect::new(StreamKey::nomination(nomination), event));
        }
    }
    Ok(effects)
}

fn reviewer(
    world: &World,
    context: &Context,
    assignment: &AssignmentId,
) -> Result<Reviewer, Refusal> {
    let day = context.occurred_at.date();
    let known = world.assignment(assignment).assignment();
    let in_force = known.filter(|known| known.is_in_force(day));
    match in_force {
        Some(known) if known.role == Role::Reviewer => {
            let person = world.person(&known.person).person();
            let works_for = person.map(|person| person.unit.clone());
            Ok(Reviewer {
                person: known.person.clone(),
                units: known.unit.clone().into_iter().chain(works_for).collect(),
            })
        }
        Some(_) | None => Err(Refusal::NotAReviewer {
            assignment: assignment.clone(),
            role: in_force.map(|known| known.role),
        }),
    }
}

fn awaiting_review<'w>(
    world: &'w World,
    nomination: &NominationId,
) -> Result<&'w Case, crate::Refusal> {
    let case = gates::case(world, nomination)?;
    match case.gate {
        Gate::Received | Gate::UnderReview => Ok(case),
        Gate::Drafted
        | Gate::Proposed
        | Gate::UnitEndorsed
        | Gate::UnitWaitlisted
        | Gate::UnitNotEndorsed
        | Gate::Submitted
        | Gate::SupplementRequested
        | Gate::ChairmanReturned
        | Gate::Withdrawn
        | Gate::Superseded
        | Gate::ReviewPassed
        | Gate::ReviewRejected
        | Gate::CouncilListed
        | Gate::CouncilApproved
        | Gate::CouncilRejected
        | Gate::CouncilDeferred
        | Gate::Presented
        | Gate::ChairmanApproved
        | Gate::ChairmanDeclined
        | Gate::DecisionSigned
        | Gate::Awarded => Err(gates::wrong_gate(nomination, case, Gate::Received)),
    }
}

fn may_review(reviewer: &Reviewer, nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    if case.authors.contains(&reviewer.person) {
        return Err(Refusal::ReviewerIsAuthor {
            nomination: nomination.clone(),
        });
    }
    super::must_be_of_another_unit(&reviewer.units, nomination, case)
}

//! Who may review and confirm which case: two persons, none of them near the nominee (SD1 to SD3).

use super::Refusal;
use crate::{
    AssignmentId, Context, NominationId, PersonId, Role, UnitId, World,
    nomination::{Case, own},
};

/// Who is to review.
pub(super) struct Reviewer {
    person: PersonId,
    role: Role,
    /// The unit of the assignment and the unit that the person works for.
    units: Vec<UnitId>,
}

/// The person behind an assignment that makes a reviewer today.
pub(super) fn reviewer(
    world: &World,
    context: &Context,
    assignment: &AssignmentId,
) -> Result<Reviewer, Refusal> {
    let day = context.occurred_at.date();
    let known = world.assignment(assignment).assignment();
    let in_force = known.filter(|known| known.is_in_force(day));
    match in_force {
        Some(known) if matches!(known.role, Role::Reviewer | Role::SubstituteReviewer) => {
            let works_for = world.home(&known.person, day).cloned();
            Ok(Reviewer {
                person: known.person.clone(),
                role: known.role,
                units: known.unit.clone().into_iter().chain(works_for).collect(),
            })
        }
        Some(_) | None => Err(Refusal::NotAReviewer {
            assignment: assignment.clone(),
            role: in_force.map(|known| known.role),
        }),
    }
}

/// The named substitute where substitutes are named, else a reviewer of Home Affairs; neither an
/// author (SD1), nor the nominee, nor of the nominee's unit (SD3).
pub(super) fn may_review(
    world: &World,
    assignment: &AssignmentId,
    reviewer: &Reviewer,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    let named = case.substitutes.as_ref().map(|named| &named.reviewer);
    must_be_named(named, assignment, nomination)?;
    if named.is_none() && reviewer.role == Role::SubstituteReviewer {
        let nomination = nomination.clone();
        return Err(Refusal::NoSubstitutes { nomination });
    }
    if case.authors.contains(&reviewer.person) {
        return Err(Refusal::ReviewerIsAuthor {
            nomination: nomination.clone(),
        });
    }
    must_not_be_near(world, &reviewer.person, &reviewer.units, nomination, case)
}

/// Whoever assigns, confirms, sends back and opens again: the head of Home Affairs or, for a case
/// with substitutes, the named confirmer (SD3).
pub(super) fn may_confirm(
    world: &World,
    context: &Context,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    let actor = &context.actor;
    let named = case.substitutes.as_ref().map(|named| &named.confirmer);
    must_be_named(named, &actor.assignment, nomination)?;
    if named.is_none() && actor.role == Role::SubstituteConfirmer {
        let nomination = nomination.clone();
        return Err(Refusal::NoSubstitutes { nomination });
    }
    let units = units_of_actor(world, context);
    must_not_be_near(world, &actor.principal, &units, nomination, case)
}

/// Refuses everybody but the assigned reviewer.
pub(super) fn must_be_the_reviewer(
    context: &Context,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    let reviewer = assigned_reviewer(case);
    if reviewer == Some(&context.actor.assignment) {
        return Ok(());
    }
    Err(Refusal::NotTheReviewer {
        nomination: nomination.clone(),
        reviewer: reviewer.cloned(),
    })
}

/// The reviewer whose word counts: with substitutes named, the one assigned before counts no more.
pub(super) fn assigned_reviewer(case: &Case) -> Option<&AssignmentId> {
    let named = case.substitutes.as_ref().map(|named| &named.reviewer);
    let assigned = case.reviewer.as_ref();
    assigned.filter(|assigned| named.is_none_or(|named| named == *assigned))
}

fn must_be_named(
    named: Option<&AssignmentId>,
    assignment: &AssignmentId,
    nomination: &NominationId,
) -> Result<(), Refusal> {
    match named {
        Some(named) if named != assignment => Err(Refusal::SubstituteNamed {
            nomination: nomination.clone(),
            assignment: named.clone(),
        }),
        Some(_) | None => Ok(()),
    }
}

/// Checked on the person, not on the office.
fn must_not_be_near(
    world: &World,
    person: &PersonId,
    units: &[UnitId],
    nomination: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    if own::is_nominee(world, case, person) {
        let nomination = nomination.clone();
        return Err(Refusal::IsTheNominee { nomination });
    }
    if units.contains(&case.unit) {
        return Err(Refusal::OfNomineesUnit {
            nomination: nomination.clone(),
            unit: case.unit.clone(),
        });
    }
    Ok(())
}

fn units_of_actor(world: &World, context: &Context) -> Vec<UnitId> {
    let day = context.occurred_at.date();
    let works_for = world.home(&context.actor.principal, day).cloned();
    let of_assignment = context.actor.unit.clone();
    of_assignment.into_iter().chain(works_for).collect()
}

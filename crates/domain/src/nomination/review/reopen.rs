//! Back to the review: `return_to_reviewer`, `reopen_review`.

use super::{Refusal, on, separation::may_confirm};
use crate::{
    Context, Effect, World, lists,
    nomination::{
        Case, Event, Gate, ReopenReview, Reopening, ReopeningReason, ReturnToReviewer, ReturnedTo,
        gates,
    },
};

/// The confirmer sends recommendations back; what is not recommended lies with its reviewer already.
pub(crate) fn return_to_reviewer(
    world: &World,
    context: &Context,
    command: &ReturnToReviewer,
) -> Result<Vec<Effect>, crate::Refusal> {
    let all = command.returns.iter().map(|one| one.nomination.clone());
    lists::must_be_whole(&all.collect::<Vec<_>>())?;
    let mut effects = Vec::new();
    for one in &command.returns {
        let case = gates::at_gate(world, &one.nomination, Gate::UnderReview)?;
        may_confirm(world, context, &one.nomination, case)?;
        if case.recommended.is_some() {
            let reason = one.reason.clone();
            effects.push(on(&one.nomination, Event::ReturnedToReviewer { reason }));
        }
    }
    Ok(effects)
}

/// Opens confirmed reviews again (4.5 rows 23 and 33): a fact changed, the Council asks for it, or
/// the Chairman returned the case.
pub(crate) fn reopen_review(
    world: &World,
    context: &Context,
    command: &ReopenReview,
) -> Result<Vec<Effect>, crate::Refusal> {
    let all = command.reviews.iter().map(|one| one.nomination.clone());
    lists::must_be_whole(&all.collect::<Vec<_>>())?;
    let mut effects = Vec::new();
    for review in &command.reviews {
        let case = gates::case(world, &review.nomination)?;
        may_confirm(world, context, &review.nomination, case)?;
        if case.gate == Gate::UnderReview {
            continue;
        }
        may_be_reopened(review, case)?;
        let event = Event::ReviewReopened {
            reason_code: review.reason_code,
            reason: review.reason.clone(),
        };
        effects.push(on(&review.nomination, event));
    }
    Ok(effects)
}

/// The reason must be one that can be where the case stands.
fn may_be_reopened(review: &Reopening, case: &Case) -> Result<(), crate::Refusal> {
    use ReopeningReason::{ChairmanReturned, CouncilAsks, FactChanged};

    let nomination = &review.nomination;
    let reasons: &[ReopeningReason] = match case.returned_to {
        None if case.gate == Gate::ReviewPassed => &[FactChanged],
        None if case.gate == Gate::CouncilDeferred => &[FactChanged, CouncilAsks],
        Some(ReturnedTo::Review) if case.gate == Gate::ChairmanReturned => &[ChairmanReturned],
        None | Some(ReturnedTo::Review | ReturnedTo::Clarification | ReturnedTo::Council) => {
            return Err(gates::wrong_gate(nomination, case, Gate::ReviewPassed));
        }
    };
    if reasons.contains(&review.reason_code) {
        return Ok(());
    }
    Err(Refusal::ReopeningReason {
        nomination: nomination.clone(),
        gate: case.gate,
        reason_code: review.reason_code,
    }
    .into())
}

//! A round of supplement: `request_supplement`.

use super::{Refusal, findings::criterion, on, separation::must_be_the_reviewer};
use crate::{
    Context, Effect, World,
    campaign::Active,
    nomination::{Case, Event, Gate, RequestSupplement, SupplementStage, gates},
};

/// The reviewer asks the unit for what is missing: so many rounds as the rules allow, each with its
/// items and so many working days as they give (4.5 row 20, INV-14).
pub(crate) fn request_supplement(
    world: &World,
    context: &Context,
    command: &RequestSupplement,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = &command.nomination;
    let case = gates::case(world, nomination)?;
    must_be_the_reviewer(context, nomination, case)?;
    if is_asked_for(case, command) {
        return Ok(vec![]);
    }
    gates::at_gate(world, nomination, Gate::UnderReview)?;
    let campaign = gates::campaign(world, case)?;
    must_be_allowed(world, context, command, case, campaign)?;
    let event = Event::SupplementRequested {
        stage: SupplementStage::Review,
        items: command.items.clone(),
        due: command.due,
        note: command.note.clone(),
    };
    Ok(vec![on(nomination, event)])
}

fn is_asked_for(case: &Case, command: &RequestSupplement) -> bool {
    case.supplement.as_ref().is_some_and(|open| {
        open.stage == SupplementStage::Review
            && open.items == command.items
            && open.due == command.due
            && open.note == command.note
    })
}

fn must_be_allowed(
    world: &World,
    context: &Context,
    command: &RequestSupplement,
    case: &Case,
    campaign: &Active,
) -> Result<(), Refusal> {
    let nomination = command.nomination.clone();
    let rules = &campaign.rules;
    let max = rules.supplement_rounds_max;
    if case.supplement_rounds >= max {
        return Err(Refusal::RoundsUsedUp { nomination, max });
    }
    if command.items.is_empty() {
        return Err(Refusal::NothingAskedFor { nomination });
    }
    let criteria = command
        .items
        .iter()
        .filter_map(|item| item.criterion.as_ref());
    for code in criteria {
        criterion(campaign, case, &nomination, code)?;
    }
    let today = context.occurred_at.date();
    let authority = world.authority().authority();
    let earliest = authority.map_or(today, |authority| {
        let days = rules.terms.supplement_days;
        authority.calendar.add_working_days(today, days)
    });
    if command.due < earliest {
        let due = command.due;
        return Err(Refusal::SupplementDueTooSoon { due, earliest });
    }
    Ok(())
}

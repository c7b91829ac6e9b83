//! What a unit says against a negative result: `file_objection` (4.10, E50).

use super::{Case, Event, FileObjection, Gate, Refusal, gates};
use crate::{Context, Effect, NominationId, StreamKey, World, calendar::Calendar};

/// Notes the objection; it moves nothing by itself.
pub(crate) fn file_objection(
    world: &World,
    context: &Context,
    command: &FileObjection,
) -> Result<Vec<Effect>, crate::Refusal> {
    let nomination = &command.nomination;
    let case = gates::case(world, nomination)?;
    must_be_negative(nomination, case)?;
    if case.objections.contains(&command.text) {
        return Ok(Vec::new());
    }
    must_be_in_time(world, context, nomination, case)?;
    let event = Event::ObjectionFiled {
        text: command.text.clone(),
        attachments: command.attachments.clone(),
    };
    Ok(vec![Effect::new(StreamKey::nomination(nomination), event)])
}

/// What the unit ended itself is no result to object to.
fn must_be_negative(nomination: &NominationId, case: &Case) -> Result<(), Refusal> {
    let gate = case.gate;
    let is_negative = matches!(
        gate,
        Gate::UnitNotEndorsed
            | Gate::ReviewRejected
            | Gate::CouncilRejected
            | Gate::ChairmanDeclined
            | Gate::Superseded
            | Gate::Lapsed
    );
    if is_negative {
        return Ok(());
    }
    let nomination = nomination.clone();
    Err(Refusal::NoNegativeResult { nomination, gate })
}

/// The term runs in working days from the day of the result. What counts is the present: an
/// objection cannot be recorded afterwards.
fn must_be_in_time(
    world: &World,
    context: &Context,
    nomination: &NominationId,
    case: &Case,
) -> Result<(), crate::Refusal> {
    let days = gates::campaign(world, case)?.rules.terms.objection_days;
    let ended_on = case.ended_at.map(crate::Moment::date);
    let ended_on = ended_on.expect("a negative result has its moment");
    let unset = Calendar::default();
    let authority = world.authority().authority();
    let calendar = authority.map_or(&unset, |authority| &authority.calendar);
    let due = calendar.add_working_days(ended_on, days);
    if context.now.date() <= due {
        return Ok(());
    }
    let nomination = nomination.clone();
    Err(Refusal::ObjectionLate {
        nomination,
        ended_on,
        due,
    }
    .into())
}

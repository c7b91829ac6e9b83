//! By when dossiers must be in (step 4): announced, and later for all.

use jiff::civil::Date;

use super::{Refusal, launched, on};
use crate::{
    Context, Effect, World,
    calendar::Calendar,
    campaign::{AnnounceDeadline, Event, ExtendDeadline, ExtensionCause},
};

/// At least one working day ahead.
pub(crate) fn announce_deadline(
    world: &World,
    context: &Context,
    command: &AnnounceDeadline,
) -> Result<Vec<Effect>, crate::Refusal> {
    let due = command.due;
    match launched(world, &command.campaign)?.deadline {
        Some(known) if known == due => return Ok(Vec::new()),
        Some(due) => return Err(Refusal::DeadlineAnnounced { due }.into()),
        None => {}
    }
    must_not_be_too_near(world, context, due.date())?;
    Ok(vec![on(
        &command.campaign,
        Event::DeadlineAnnounced { due },
    )])
}

/// Later for all units, never for one. After an outage it may end on the same day (E34), else it
/// leaves everybody a working day as well.
pub(crate) fn extend_deadline(
    world: &World,
    context: &Context,
    command: &ExtendDeadline,
) -> Result<Vec<Effect>, crate::Refusal> {
    let due = command.due;
    let known = launched(world, &command.campaign)?.deadline;
    let known = known.ok_or(Refusal::NothingToExtend {})?;
    if known == due {
        return Ok(Vec::new());
    }
    if due < known {
        return Err(Refusal::DeadlineNotLater { due: known }.into());
    }
    if command.reason.trim().is_empty() {
        return Err(Refusal::ExtensionReasonMissing {}.into());
    }
    match command.cause {
        ExtensionCause::Outage if due > context.now => {}
        ExtensionCause::Outage => return Err(Refusal::DeadlineBehind { due }.into()),
        ExtensionCause::ForceMajeure | ExtensionCause::Schedule => {
            must_not_be_too_near(world, context, due.date())?;
        }
    }
    let event = Event::DeadlineExtended {
        due,
        cause: command.cause,
        reason: command.reason.clone(),
    };
    Ok(vec![on(&command.campaign, event)])
}

fn must_not_be_too_near(world: &World, context: &Context, due: Date) -> Result<(), Refusal> {
    let unset = Calendar::default();
    let authority = world.authority().authority();
    let calendar = authority.map_or(&unset, |authority| &authority.calendar);
    let earliest = calendar.next_working_day(context.now.date());
    if due < earliest {
        return Err(Refusal::DeadlineTooNear { earliest });
    }
    Ok(())
}

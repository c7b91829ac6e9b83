//! What is done to carry a campaign out: rolled out, urged, checked (step 1b).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Refusal, launched, on};
use crate::{
    CampaignId, Context, DocumentKind, Effect, UnitId, World, access,
    campaign::{ConfirmRollout, Event, Inspection, RecordInspection, RecordReminder, Reminder},
    org, papers, quota,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// Once per unit (plan V.4).
pub(crate) fn confirm_rollout(world: &World, _: &Context, command: &ConfirmRollout) -> Decided {
    let unit = command.unit.clone();
    let active = launched(world, &command.campaign)?;
    org::decide::known_unit(world, &unit)?;
    if active.rolled_out.contains(&unit) {
        return Ok(Vec::new());
    }
    Ok(vec![on(
        &command.campaign,
        Event::RolloutConfirmed { unit },
    )])
}

/// All units are urged when none is named.
pub(crate) fn record_reminder(
    world: &World,
    context: &Context,
    command: &RecordReminder,
) -> Decided {
    let (date, units) = (command.date, command.units.clone());
    let document = command.document.clone();
    let wish = Reminder {
        date,
        units,
        document,
    };
    if launched(world, &command.campaign)?
        .reminders
        .contains(&wish)
    {
        return Ok(Vec::new());
    }
    if wish.document.title.trim().is_empty() {
        return Err(Refusal::PaperUntitled {}.into());
    }
    must_have_happened(world, context, &command.campaign, date)?;
    must_be_known_units(world, &wish.units)?;
    let event = Event::ReminderRecorded {
        date,
        units: wish.units,
        document: wish.document,
    };
    Ok(vec![on(&command.campaign, event)])
}

pub(crate) fn record_inspection(
    world: &World,
    context: &Context,
    command: &RecordInspection,
) -> Decided {
    let (date, units) = (command.date, command.units.clone());
    let minutes = command.minutes.clone();
    let wish = Inspection {
        date,
        units,
        minutes,
    };
    let active = launched(world, &command.campaign)?;
    if active.inspections.contains(&wish) {
        return Ok(Vec::new());
    }
    if wish.units.is_empty() {
        return Err(quota::Refusal::NothingNamed {}.into());
    }
    if let Some(minutes) = &wish.minutes {
        papers::must_be(minutes, DocumentKind::Minutes)?;
    }
    must_have_happened(world, context, &command.campaign, date)?;
    must_be_known_units(world, &wish.units)?;
    let event = Event::InspectionRecorded {
        date,
        units: wish.units,
        minutes: wish.minutes,
    };
    Ok(vec![on(&command.campaign, event)])
}

/// Not ahead, and not longer ago than a paper may come in late (INV-05).
fn must_have_happened(
    world: &World,
    context: &Context,
    campaign: &CampaignId,
    date: Date,
) -> Result<(), crate::Refusal> {
    if date > context.now.date() {
        return Err(Refusal::DayAhead { date }.into());
    }
    let allowed_days = access::recording_days(world.campaign(campaign));
    Ok(access::explained(world, context, date, allowed_days)?)
}

fn must_be_known_units(world: &World, units: &[UnitId]) -> Result<(), crate::Refusal> {
    let mut named = BTreeSet::new();
    for unit in units {
        org::decide::known_unit(world, unit)?;
        if !named.insert(unit) {
            let unit = unit.clone();
            return Err(quota::Refusal::UnitTwice { unit }.into());
        }
    }
    Ok(())
}

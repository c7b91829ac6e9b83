//! The Chairman decides: `check_presentation`, `decide_presentation`.

use std::collections::{BTreeMap, BTreeSet};

use super::{absent, on, within_quota};
use crate::{
    AssignmentId, Context, Effect, NominationId, NomineeKind, Refusal as Any, Sealed, StreamKey,
    World, lists,
    nomination::{self, Gate, gates},
    presentation::{
        CheckPresentation, DecidePresentation, Event, Presented, PresentedItem, Refusal, State,
    },
    quota,
    slot::FreedBecause,
};

/// The Office checks a presentation before the Chairman sees it (phiếu trình).
pub(crate) fn check_presentation(
    world: &World,
    _context: &Context,
    command: &CheckPresentation,
) -> Result<Vec<Effect>, Any> {
    let presentation = &command.presentation;
    match world.presentation(presentation) {
        State::Presented(_) => Ok(vec![on(presentation, Event::PresentationChecked {})]),
        State::Checked(_) | State::Decided { .. } => Ok(vec![]),
        State::Absent | State::Returned(_) => Err(absent(presentation).into()),
    }
}

/// The Chairman approves all but the declined. A place of the quota is held for everybody approved;
/// who is declined changes nothing for the others (INV-24, INV-26).
pub(crate) fn decide_presentation(
    world: &World,
    context: &Context,
    command: &DecidePresentation,
) -> Result<Vec<Effect>, Any> {
    let presentation = &command.presentation;
    let presented = match world.presentation(presentation) {
        State::Checked(presented) => presented,
        State::Decided {
            presented,
            approved,
            pending: _,
        } => return as_decided(presented, approved, command),
        State::Absent | State::Returned(_) => return Err(absent(presentation).into()),
        State::Presented(_) => {
            let presentation = presentation.clone();
            return Err(Refusal::NotChecked { presentation }.into());
        }
    };
    must_be_presented(presented, command)?;
    let items = presented.items.iter().cloned();
    let (declined, approved): (Vec<_>, Vec<_>) =
        items.partition(|item| declining(command, &item.nomination).is_some());
    within_quota(world, presentation, &approved)?;
    for nomination in presented.nominations() {
        gates::at_gate(world, nomination, Gate::Presented)?;
    }
    let decided = Event::ChairmanDecided {
        approved: ids(&approved),
        declined: ids(&declined),
        returned: Vec::new(),
    };
    let mut effects = vec![on(presentation, decided)];
    effects.extend(places_approved(world, command, &approved)?);
    effects.extend(
        approved
            .iter()
            .map(|item| chairman_approved(context, command, item)),
    );
    for item in &declined {
        effects.extend(chairman_declined(world, command, item)?);
    }
    Ok(effects)
}

/// The same decision again, whatever words its reasons have now.
fn as_decided(
    presented: &Presented,
    approved: &BTreeSet<NominationId>,
    command: &DecidePresentation,
) -> Result<Vec<Effect>, Any> {
    must_be_presented(presented, command)?;
    let mut all = presented.nominations();
    if all.all(|id| declining(command, id).is_none() == approved.contains(id)) {
        return Ok(vec![]);
    }
    let presentation = command.presentation.clone();
    Err(Refusal::AlreadyDecided { presentation }.into())
}

fn must_be_presented(presented: &Presented, command: &DecidePresentation) -> Result<(), Any> {
    let declined = command.decline.iter().map(|one| &one.nomination);
    let declined: Vec<_> = declined.cloned().collect();
    if declined.is_empty() {
        return Ok(());
    }
    lists::must_be_whole(&declined)?;
    let is_presented = |id: &NominationId| presented.nominations().any(|one| one == id);
    match declined.into_iter().find(|id| !is_presented(id)) {
        None => Ok(()),
        Some(nomination) => Err(Refusal::NotPresented { nomination }.into()),
    }
}

/// The reason for which a nomination is declined.
fn declining<'c>(command: &'c DecidePresentation, nomination: &NominationId) -> Option<&'c Sealed> {
    let mut declined = command.decline.iter();
    declined
        .find(|one| one.nomination == *nomination)
        .map(|one| &one.reason)
}

fn ids(items: &[PresentedItem]) -> Vec<NominationId> {
    items.iter().map(|item| item.nomination.clone()).collect()
}

fn places_approved(
    world: &World,
    command: &DecidePresentation,
    approved: &[PresentedItem],
) -> Result<Vec<Effect>, Any> {
    let campaign = &command.presentation.campaign;
    let quota = world.quota(campaign);
    let mut approved_here: BTreeMap<NomineeKind, u32> = BTreeMap::new();
    let mut effects = Vec::new();
    for item in approved {
        let places = quota::decide::places(quota, item.kind)?;
        let approved_here = approved_here.entry(item.kind).or_default();
        let event = quota::Event::PlaceApproved {
            kind: item.kind,
            nomination: item.nomination.clone(),
            limit: places.limit,
            used_before: places.used_count() + *approved_here,
        };
        *approved_here += 1;
        effects.push(Effect::new(StreamKey::quota(campaign), event));
    }
    Ok(effects)
}

fn chairman_approved(
    context: &Context,
    command: &DecidePresentation,
    item: &PresentedItem,
) -> Effect {
    let event = nomination::Event::ChairmanApproved {
        presentation: command.presentation.clone(),
        approved_by: whose_act(context).clone(),
    };
    Effect::new(StreamKey::nomination(&item.nomination), event)
}

/// The Chairman's own assignment, also where the Office records his act.
fn whose_act(context: &Context) -> &AssignmentId {
    let actor = &context.actor;
    actor.on_behalf_of.as_ref().unwrap_or(&actor.assignment)
}

fn chairman_declined(
    world: &World,
    command: &DecidePresentation,
    item: &PresentedItem,
) -> Result<Vec<Effect>, Any> {
    let nomination = &item.nomination;
    let case = gates::case(world, nomination)?;
    let declined = declining(command, nomination).map(|reason| {
        let event = nomination::Event::ChairmanDeclined {
            presentation: command.presentation.clone(),
            reason: reason.clone(),
        };
        Effect::new(StreamKey::nomination(nomination), event)
    });
    let freed = gates::slot_freed(world, nomination, case, FreedBecause::ChairmanDeclined);
    Ok(declined.into_iter().chain([freed]).collect())
}

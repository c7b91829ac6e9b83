//! The Chairman decides: `decide_presentation`.

use std::collections::{BTreeMap, BTreeSet};

use super::{absent, on, within_quota};
use crate::{
    Context, Effect, NominationId, NomineeKind, Refusal as Any, Sealed, StreamKey, World, hold,
    lists,
    nomination::{self, Gate, gates, review},
    org::{self, DelegatedAct},
    presentation::{
        DecidePresentation, Decided, Event, PresentedItem, Refusal, ReturnedItem, SentBack, State,
    },
    quota,
    slot::FreedBecause,
};

/// What the Chairman said of each nominee that he does not approve.
struct Said<'c> {
    declined: BTreeMap<&'c NominationId, &'c Sealed>,
    returned: BTreeMap<&'c NominationId, &'c SentBack>,
}

impl<'c> Said<'c> {
    fn of(command: &'c DecidePresentation) -> Result<Self, Any> {
        let declined = command.decline.iter().map(|one| &one.nomination);
        let returned = command.send_back.iter().map(|one| &one.nomination);
        let all: Vec<_> = declined.chain(returned).cloned().collect();
        if !all.is_empty() {
            lists::must_be_whole(&all)?;
        }
        let declined = command.decline.iter();
        let returned = command.send_back.iter();
        Ok(Self {
            declined: declined.map(|one| (&one.nomination, &one.reason)).collect(),
            returned: returned.map(|one| (&one.nomination, one)).collect(),
        })
    }

    fn is_approved(&self, nomination: &NominationId) -> bool {
        !self.declined.contains_key(nomination) && !self.returned.contains_key(nomination)
    }

    /// The same decision again, whatever words its reasons have now.
    fn is(&self, decided: &Decided) -> bool {
        let returned = self.returned.iter().map(|(id, one)| (*id, one.to));
        self.declined.keys().copied().eq(&decided.declined)
            && returned.eq(decided.returned.iter().map(|(id, to)| (id, *to)))
    }
}

/// The Chairman approves all but the declined and the returned, of what lies before him: the list,
/// later what was held, answered or withdrawn. A place of the quota is held for everybody approved; who
/// is not changes nothing for the others. What is held is not approved and stays before him, unless he
/// declines it or sends it back. A delegate decides for him under a delegation in force on that day
/// (4.5 row 31, E26, INV-16, INV-24, INV-26).
pub(crate) fn decide_presentation(
    world: &World,
    context: &Context,
    command: &DecidePresentation,
) -> Result<Vec<Effect>, Any> {
    let presentation = &command.presentation;
    let said = Said::of(command)?;
    let (act, day) = (DelegatedAct::DecidePresentation, context.occurred_at.date());
    org::decide::authority_for(world, context, command.delegation.as_ref(), act, day)?;
    let before_him = before_him(world, command)?;
    let items = before_him.iter().copied();
    let (held, approved) = items
        .filter(|item| said.is_approved(&item.nomination))
        .cloned()
        .partition::<Vec<_>, _>(|item| is_held(world, item));
    if held.len() == before_him.len() && is_decided_so(world, command, &said, &held)? {
        return Ok(vec![]);
    }
    must_lie_before_him(&said, &before_him)?;
    if let (Some(item), true) = (held.first(), held.len() == before_him.len()) {
        let case = gates::case(world, &item.nomination)?;
        hold::must_not_be_held(world, &item.nomination, case)?;
    }
    within_quota(world, presentation, &approved)?;
    for item in &approved {
        let case = gates::case(world, &item.nomination)?;
        review::must_exist(world, day, &item.nomination, case)?;
    }
    let mut effects = vec![on(presentation, decided(command, &approved, &held))];
    effects.extend(places_approved(world, command, &approved)?);
    effects.extend(
        approved
            .iter()
            .map(|item| chairman_approved(context, command, item)),
    );
    for one in &command.decline {
        effects.extend(chairman_declined(
            world,
            command,
            &one.nomination,
            &one.reason,
        )?);
    }
    effects.extend(
        command
            .send_back
            .iter()
            .map(|one| returned_to(command, one)),
    );
    Ok(effects)
}

fn decided(
    command: &DecidePresentation,
    approved: &[PresentedItem],
    held: &[PresentedItem],
) -> Event {
    let named = |items: &[PresentedItem]| {
        let items = items.iter();
        items.map(|item| item.nomination.clone()).collect()
    };
    let declined = command.decline.iter();
    let returned = command.send_back.iter().map(|one| ReturnedItem {
        nomination: one.nomination.clone(),
        to: one.to,
    });
    Event::ChairmanDecided {
        approved: named(approved),
        declined: declined.map(|one| one.nomination.clone()).collect(),
        returned: returned.collect(),
        held: named(held),
    }
}

fn is_held(world: &World, item: &PresentedItem) -> bool {
    let case = world.nomination(&item.nomination).case();
    case.is_some_and(|case| hold::is_held(world, case))
}

/// Whether he decided this very thing before. With nobody left before him, anything else comes too late.
fn is_decided_so(
    world: &World,
    command: &DecidePresentation,
    said: &Said<'_>,
    held: &[PresentedItem],
) -> Result<bool, Refusal> {
    match world.presentation(&command.presentation) {
        State::Decided { last, .. } if said.is(last) => Ok(true),
        State::Decided { .. } if held.is_empty() => Err(Refusal::AlreadyDecided {
            presentation: command.presentation.clone(),
        }),
        State::Decided { .. }
        | State::Absent
        | State::Presented(_)
        | State::Checked(_)
        | State::Returned(_) => Ok(false),
    }
}

/// What lies before the Chairman now, in the order of the list; what was withdrawn does no more.
fn before_him<'w>(
    world: &'w World,
    command: &DecidePresentation,
) -> Result<Vec<&'w PresentedItem>, Any> {
    let presentation = &command.presentation;
    let (presented, pending) = match world.presentation(presentation) {
        State::Checked(presented) => (presented, None),
        State::Decided {
            presented, pending, ..
        } => (presented, Some(pending)),
        State::Absent => return Err(absent(presentation).into()),
        State::Returned(_) => {
            let presentation = presentation.clone();
            return Err(Refusal::Returned { presentation }.into());
        }
        State::Presented(_) => {
            let presentation = presentation.clone();
            return Err(Refusal::NotChecked { presentation }.into());
        }
    };
    let mut before_him = Vec::new();
    for item in &presented.items {
        let case = gates::case(world, &item.nomination)?;
        let is_pending = pending.is_none_or(|pending| pending.contains(&item.nomination));
        if is_pending && case.gate == Gate::Presented {
            before_him.push(item);
        }
    }
    Ok(before_him)
}

fn must_lie_before_him(said: &Said<'_>, before_him: &[&PresentedItem]) -> Result<(), Refusal> {
    let items: BTreeSet<_> = before_him.iter().map(|item| &item.nomination).collect();
    let mut named = said.declined.keys().chain(said.returned.keys());
    match named.find(|nomination| !items.contains(**nomination)) {
        None => Ok(()),
        Some(nomination) => Err(Refusal::NotPresented {
            nomination: (*nomination).clone(),
        }),
    }
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
        approved_by: context.actor.whose_act().clone(),
    };
    Effect::new(StreamKey::nomination(&item.nomination), event)
}

fn chairman_declined(
    world: &World,
    command: &DecidePresentation,
    nomination: &NominationId,
    reason: &Sealed,
) -> Result<[Effect; 2], Any> {
    let case = gates::case(world, nomination)?;
    let declined = nomination::Event::ChairmanDeclined {
        presentation: command.presentation.clone(),
        reason: reason.clone(),
    };
    Ok([
        Effect::new(StreamKey::nomination(nomination), declined),
        gates::slot_freed(world, nomination, case, FreedBecause::ChairmanDeclined),
    ])
}

/// Sent back, it keeps its slot.
fn returned_to(command: &DecidePresentation, one: &SentBack) -> Effect {
    let event = nomination::Event::ChairmanReturned {
        presentation: command.presentation.clone(),
        to: one.to,
        reason: one.reason.clone(),
    };
    Effect::new(StreamKey::nomination(&one.nomination), event)
}

//! Slots that move between holders and the reserve, and who no longer has one (4.5 row 11, E14).

use super::{
    Allocation, Event, Move, Places, ReallocateQuota, Refusal, SlotHolder, allocation,
    decide::places, ranked,
};
use crate::{
    CampaignId, Context, Effect, NominationId, NomineeKind, StreamKey, UnitId, UnitSessionId,
    World,
    campaign::{self, GateRules},
    nomination::{self, Gate, WaitGate, WaitReason, gates},
    slot,
    unit_session::Meeting,
};

/// Never below the slots taken (INV-23). Whom the slots no longer carry waits, by the recorded
/// ranking.
pub(crate) fn reallocate_quota(
    world: &World,
    _: &Context,
    command: &ReallocateQuota,
) -> Result<Vec<Effect>, crate::Refusal> {
    let rules = &campaign::decide::launched(world, &command.campaign)?.rules;
    let places = places(world.quota(&command.campaign), command.kind)?;
    if is_done(places, command)? {
        return Ok(Vec::new());
    }
    must_be_a_move(command)?;
    let mut effects = vec![moved(command)];
    let mut demoted = Vec::new();
    match &command.from {
        None => must_be_in_reserve(places, command)?,
        Some(from) => {
            let left = kept(world, rules, places, command, from)?;
            demoted = demotions(world, rules, command, from, left)?;
            let returned = slot::Event::SlotsReturned {
                slots: left,
                live_max: rules.live_max(left),
            };
            effects.push(on_slots(command, from, returned));
        }
    }
    if let Some(to) = &command.to {
        let line = granted(places, command, to);
        allocation::must_be_eligible(world, places, command.kind, &line)?;
        let granted = slot::Event::SlotsGranted {
            slots: line.slots,
            live_max: rules.live_max(line.slots),
        };
        effects.push(on_slots(command, to, granted));
    }
    effects.append(&mut demoted);
    Ok(effects)
}

/// Whether this very move is recorded; moves of a kind are numbered in order.
fn is_done(places: &Places, command: &ReallocateQuota) -> Result<bool, Refusal> {
    let number = command.reallocation;
    let next = places.next_reallocation();
    let wish = Move {
        from: command.from.clone(),
        to: command.to.clone(),
        slots: command.slots,
    };
    match places.reallocations.get(&number) {
        Some(known) if *known == wish => Ok(true),
        Some(_) => Err(Refusal::ReallocatedOtherwise {
            reallocation: number,
        }),
        None if number == next => Ok(false),
        None => Err(Refusal::ReallocationOutOfOrder {
            reallocation: number,
            next,
        }),
    }
}

fn must_be_a_move(command: &ReallocateQuota) -> Result<(), Refusal> {
    if command.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing {});
    }
    if command.slots == 0 || command.from == command.to {
        return Err(Refusal::NothingMoves {});
    }
    Ok(())
}

/// The reserve is what the quota has beyond the allocations.
fn must_be_in_reserve(places: &Places, command: &ReallocateQuota) -> Result<(), Refusal> {
    let allocated = places.allocated() + u64::from(command.slots);
    let (kind, limit) = (command.kind, places.limit);
    if allocated > u64::from(limit) {
        return Err(Refusal::QuotaExceeded {
            kind,
            allocated,
            limit,
        });
    }
    Ok(())
}

/// What the giver keeps: at least what is taken.
fn kept(
    world: &World,
    rules: &GateRules,
    places: &Places,
    command: &ReallocateQuota,
    from: &SlotHolder,
) -> Result<u32, Refusal> {
    let granted = places.allocations.get(from).copied().unwrap_or_default();
    let taken = world
        .slot(&command.campaign, command.kind, from)
        .taken_count();
    let left = granted.checked_sub(command.slots);
    left.filter(|left| carried(rules, *left) >= taken)
        .ok_or_else(|| Refusal::SlotsInUse {
            holder: from.clone(),
            granted,
            taken,
        })
}

/// What the taker has from now on.
fn granted(places: &Places, command: &ReallocateQuota, to: &SlotHolder) -> Allocation {
    let before = places.allocations.get(to).copied().unwrap_or_default();
    Allocation {
        to: to.clone(),
        slots: before.saturating_add(command.slots),
    }
}

/// Live submissions that so many slots carry.
pub(super) fn carried(rules: &GateRules, slots: u32) -> u32 {
    rules.live_max(slots).unwrap_or(slots)
}

/// Who was endorsed and finds no slot any more: the last of the ranking.
fn demotions(
    world: &World,
    rules: &GateRules,
    command: &ReallocateQuota,
    from: &SlotHolder,
    left: u32,
) -> Result<Vec<Effect>, Refusal> {
    let held = world.slot(&command.campaign, command.kind, from);
    let free = carried(rules, left).saturating_sub(held.taken_count());
    let endorsed = endorsed(world, command, from);
    let demoted = ranked::behind(endorsed, &held.ranking, free);
    let demoted = demoted.ok_or_else(|| Refusal::RankFirst {
        holder: from.clone(),
    })?;
    Ok(demoted.into_iter().map(waitlisted).collect())
}

fn waitlisted(nomination: &NominationId) -> Effect {
    let event = nomination::Event::NominationWaitlisted {
        gate: WaitGate::Unit,
        reason_code: WaitReason::SlotsReturned,
    };
    Effect::new(StreamKey::nomination(nomination), event)
}

/// The nominations that are endorsed on the giver's slots and not submitted yet.
fn endorsed<'w>(
    world: &'w World,
    command: &ReallocateQuota,
    from: &SlotHolder,
) -> Vec<&'w NominationId> {
    let mut all = candidates(world, &command.campaign, command.kind, from);
    all.retain(|nomination| is_endorsed(world, nomination, command.kind));
    all
}

/// Whether the nomination waits with a slot to be taken, as far as it is in view.
pub(super) fn is_endorsed(world: &World, nomination: &NominationId, kind: NomineeKind) -> bool {
    let case = gates::in_view(world, nomination);
    case.is_some_and(|case| case.gate == Gate::UnitEndorsed && case.kind == kind)
}

/// Who may be endorsed on a holder's slots, as far as it is in view: a group's collectives are
/// endorsed by its ranking, a unit's individuals by its meetings.
pub(super) fn candidates<'w>(
    world: &'w World,
    campaign: &CampaignId,
    kind: NomineeKind,
    holder: &SlotHolder,
) -> Vec<&'w NominationId> {
    match holder {
        SlotHolder::Group(_) if world.shows(&StreamKey::slot(campaign, kind, holder)) => {
            world.slot(campaign, kind, holder).ranking.iter().collect()
        }
        SlotHolder::Group(_) => Vec::new(),
        SlotHolder::Unit(unit) => {
            let sessions = sessions(campaign, unit);
            let is_shown = |session: &_| world.shows(&StreamKey::unit_session(session));
            let meetings = sessions.take_while(is_shown);
            let meetings = meetings.map_while(|session| world.unit_session(&session).meeting());
            meetings.flat_map(Meeting::carried).collect()
        }
    }
}

/// The meetings that a unit may have held, from the first.
pub(super) fn sessions(
    campaign: &CampaignId,
    unit: &UnitId,
) -> impl Iterator<Item = UnitSessionId> {
    let (campaign, unit) = (campaign.clone(), unit.clone());
    (1..).map(move |number| UnitSessionId {
        campaign: campaign.clone(),
        unit: unit.clone(),
        number,
    })
}

fn moved(command: &ReallocateQuota) -> Effect {
    let event = Event::QuotaReallocated {
        reallocation: command.reallocation,
        kind: command.kind,
        from: command.from.clone(),
        to: command.to.clone(),
        slots: command.slots,
        reason: command.reason.clone(),
    };
    Effect::new(StreamKey::quota(&command.campaign), event)
}

fn on_slots(command: &ReallocateQuota, holder: &SlotHolder, event: slot::Event) -> Effect {
    let stream = StreamKey::slot(&command.campaign, command.kind, holder);
    Effect::new(stream, event)
}

//! Another number of places after the launch: `change_quota` (4.5 rows 11, 24 and 28, E12).

mod demotion;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Allocation, Change, ChangeQuota, ChangedAllocation, Event, Places, Refusal, SlotHolder, State,
    allocation, decide::on, decide::places,
};
use crate::{
    Context, Effect, NomineeKind, StreamKey, World,
    campaign::{self, GateRules},
    slot,
};
use demotion::Demotion;

/// The new number, the new allocations, the slots and whoever waits from now on, in one append; never
/// below what is approved and used up (INV-24), nor below the slots of whoever cannot wait any more
/// (INV-23).
pub(crate) fn change_quota(
    world: &World,
    _: &Context,
    command: &ChangeQuota,
) -> Result<Vec<Effect>, crate::Refusal> {
    let campaign = &command.campaign;
    let rules = &campaign::decide::launched(world, campaign)?.rules;
    let quota = world.quota(campaign);
    if is_done(quota, command)? {
        return Ok(Vec::new());
    }
    must_say_why(command)?;
    let mut effects = vec![on(campaign, changed(command))];
    let (mut slots, mut cases) = (Vec::new(), Vec::new());
    let mut is_new = false;
    for (kind, limit) in [
        (NomineeKind::Collective, command.collective),
        (NomineeKind::Individual, command.individual),
    ] {
        let places = places(quota, kind)?;
        let lines = lines(world, places, command, kind)?;
        is_new |= limit != places.limit || !lines.is_empty();
        must_cover(places, kind, limit, &lines)?;
        effects.extend(lines.iter().map(|line| allocated(command, kind, line)));
        slots.extend(
            lines
                .iter()
                .map(|line| of_slots(rules, places, command, kind, line)),
        );
        let demotion = Demotion::new(world, rules, command, kind);
        let demoted = demotion.effects(places, limit, &lines)?;
        slots.extend(demoted.slots);
        cases.extend(demoted.cases);
    }
    if !is_new {
        return Err(Refusal::NothingChanges {}.into());
    }
    effects.append(&mut slots);
    effects.append(&mut cases);
    Ok(effects)
}

/// Whether this very change is recorded; changes are numbered in order.
fn is_done(quota: &State, command: &ChangeQuota) -> Result<bool, Refusal> {
    let change = command.change;
    let changes = quota.changes();
    let next = u32::try_from(changes.len() + 1).unwrap_or(u32::MAX);
    let wish = Change {
        collective: command.collective,
        individual: command.individual,
        reason: command.reason.clone(),
        document: command.document.clone(),
    };
    let index = change
        .checked_sub(1)
        .and_then(|index| usize::try_from(index).ok());
    match index.and_then(|index| changes.get(index)) {
        Some(known) if *known == wish => Ok(true),
        Some(_) => Err(Refusal::ChangedOtherwise { change }),
        None if change == next => Ok(false),
        None => Err(Refusal::ChangeOutOfOrder { change, next }),
    }
}

fn must_say_why(command: &ChangeQuota) -> Result<(), Refusal> {
    if command.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing {});
    }
    if command.document.title.trim().is_empty() {
        return Err(Refusal::PaperUntitled {});
    }
    if command.collective == 0 && command.individual == 0 {
        return Err(Refusal::Empty {});
    }
    Ok(())
}

/// The allocations of a kind that are others than before, each holder once.
fn lines(
    world: &World,
    places: &Places,
    command: &ChangeQuota,
    kind: NomineeKind,
) -> Result<Vec<Allocation>, Refusal> {
    let mut named = BTreeSet::new();
    let mut lines = Vec::new();
    let of_kind = command.allocations.iter().filter(|line| line.kind == kind);
    for ChangedAllocation { to, slots, .. } in of_kind {
        if !named.insert(to) {
            let holder = to.clone();
            return Err(Refusal::HolderTwice { holder });
        }
        let line = Allocation {
            to: to.clone(),
            slots: *slots,
        };
        let granted = granted(places, to);
        if line.slots > granted {
            allocation::must_be_eligible(world, places, kind, &line)?;
        }
        if line.slots != granted {
            lines.push(line);
        }
    }
    Ok(lines)
}

fn granted(places: &Places, holder: &SlotHolder) -> u32 {
    places.allocations.get(holder).copied().unwrap_or_default()
}

/// The number covers what is approved and used up (INV-24), and all allocations together (INV-23).
fn must_cover(
    places: &Places,
    kind: NomineeKind,
    limit: u32,
    lines: &[Allocation],
) -> Result<(), Refusal> {
    let used = places.used_count();
    if used > limit {
        return Err(Refusal::BelowUsed { kind, limit, used });
    }
    let mut all: BTreeMap<_, _> = places
        .allocations
        .iter()
        .map(|(to, slots)| (to, *slots))
        .collect();
    all.extend(lines.iter().map(|line| (&line.to, line.slots)));
    let allocated: u64 = all.into_values().map(u64::from).sum();
    if allocated > u64::from(limit) {
        return Err(Refusal::QuotaExceeded {
            kind,
            allocated,
            limit,
        });
    }
    Ok(())
}

fn changed(command: &ChangeQuota) -> Event {
    Event::QuotaChanged {
        change: command.change,
        collective: command.collective,
        individual: command.individual,
        reason: command.reason.clone(),
        document: command.document.clone(),
    }
}

fn allocated(command: &ChangeQuota, kind: NomineeKind, line: &Allocation) -> Effect {
    let event = Event::QuotaAllocated {
        kind,
        to: line.to.clone(),
        slots: line.slots,
        reason: command.reason.clone(),
    };
    on(&command.campaign, event)
}

fn of_slots(
    rules: &GateRules,
    places: &Places,
    command: &ChangeQuota,
    kind: NomineeKind,
    line: &Allocation,
) -> Effect {
    let slots = line.slots;
    let live_max = rules.live_max(slots);
    let event = if slots > granted(places, &line.to) {
        slot::Event::SlotsGranted { slots, live_max }
    } else {
        slot::Event::SlotsReturned { slots, live_max }
    };
    Effect::new(StreamKey::slot(&command.campaign, kind, &line.to), event)
}

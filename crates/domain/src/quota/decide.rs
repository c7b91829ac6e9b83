//! What may happen to the quota: set before the launch, then the pool of units, then the slots.

use super::{
    AllocateQuota, DetermineEligibleUnits, Eligibility, EligibilityFacts, EligibilityReason, Event,
    Places, Refusal, SetQuota, State, allocation,
};
use crate::{
    CampaignId, Context, Effect, FactSubject, NomineeKind, StreamKey, UnitId, World,
    campaign::{Check, decide as campaign},
    fact::UnitResult,
    org::{Unit, decide as org},
    slot,
};

pub(crate) use super::{
    change::change_quota, reallocation::reallocate_quota, restore::restore_quota,
};

type Decided = Result<Vec<Effect>, crate::Refusal>;

/// The quota of the plan (III.1.b), fixed before the launch.
pub(crate) fn set_quota(world: &World, _: &Context, command: &SetQuota) -> Decided {
    let (collective, individual) = (command.collective, command.individual);
    let limit = |kind| {
        world
            .quota(&command.campaign)
            .places(kind)
            .map(|places| places.limit)
    };
    let known = [NomineeKind::Collective, NomineeKind::Individual].map(limit);
    if known == [Some(collective), Some(individual)] {
        return Ok(Vec::new());
    }
    campaign::in_preparation(world, &command.campaign)?;
    if collective == 0 && individual == 0 {
        return Err(Refusal::Empty {}.into());
    }
    let event = Event::QuotaSet {
        collective,
        individual,
    };
    Ok(vec![on(&command.campaign, event)])
}

/// Who may nominate, from facts that may still be provisional (plan V.1). With unchanged facts,
/// nothing.
pub(crate) fn determine_eligible_units(
    world: &World,
    context: &Context,
    command: &DetermineEligibleUnits,
) -> Decided {
    let kind = command.kind;
    let active = campaign::launched(world, &command.campaign)?;
    must_name_each_once(&command.units)?;
    let criteria = active.criteria.criteria.iter();
    let criteria = criteria.filter(|criterion| criterion.kind == kind);
    let checks: Vec<Check> = criteria.map(|criterion| criterion.check).collect();
    let mut units = Vec::new();
    for id in &command.units {
        let unit = org::known_unit(world, id)?;
        let facts = world.fact(&FactSubject::from(id), active.plan.year);
        let recorded = facts.result();
        let result = recorded.map(|recorded| &recorded.result);
        let reason_code = reason(context, &checks, unit, result);
        units.push(Eligibility {
            unit: id.clone(),
            is_eligible: reason_code == EligibilityReason::Eligible,
            reason_code,
            facts: recorded.map(EligibilityFacts::from),
        });
    }
    let places = places(world.quota(&command.campaign), kind)?;
    if units
        .iter()
        .all(|one| places.eligibility.get(&one.unit) == Some(one))
    {
        return Ok(Vec::new());
    }
    let event = Event::EligibleUnitsDetermined { kind, units };
    Ok(vec![on(&command.campaign, event)])
}

/// Slots to units and groups, in all from now on; the rest of the quota stays in reserve (V.1, V.4).
pub(crate) fn allocate_quota(world: &World, _: &Context, command: &AllocateQuota) -> Decided {
    let kind = command.kind;
    let rules = &campaign::launched(world, &command.campaign)?.rules;
    let places = places(world.quota(&command.campaign), kind)?;
    allocation::check(world, places, command)?;
    let is_new = |to, slots| places.allocations.get(to).copied().unwrap_or_default() != slots;
    let changes = command.allocations.iter();
    let changes: Vec<_> = changes
        .filter(|line| is_new(&line.to, line.slots))
        .collect();
    let allocated = changes.iter().map(|line| {
        let event = Event::QuotaAllocated {
            kind,
            to: line.to.clone(),
            slots: line.slots,
            reason: command.reason.clone(),
        };
        on(&command.campaign, event)
    });
    let granted = changes.iter().map(|line| {
        let stream = StreamKey::slot(&command.campaign, kind, &line.to);
        Effect::new(
            stream,
            slot::Event::SlotsGranted {
                slots: line.slots,
                live_max: rules.live_max(line.slots),
            },
        )
    });
    Ok(allocated.chain(granted).collect())
}

/// The places of a kind, once the quota is set.
pub(crate) fn places(quota: &State, kind: NomineeKind) -> Result<&Places, Refusal> {
    quota.places(kind).ok_or(Refusal::Absent {})
}

/// The first condition that does not hold: scope (L1), then what the campaign's criteria for the kind
/// check on a unit's result: tasks (C2 or I1 of the plan), score (C5, I5).
fn reason(
    context: &Context,
    checks: &[Check],
    unit: &Unit,
    result: Option<&UnitResult>,
) -> EligibilityReason {
    if !unit.validity.contains(context.now.date()) || !unit.kind.is_in_scope() {
        return EligibilityReason::OutOfScope;
    }
    let Some(result) = result else {
        return EligibilityReason::NoResult;
    };
    if checks.contains(&Check::CommittedTasksDone) && !result.committed.are_all_done() {
        EligibilityReason::CommittedTasksOpen
    } else if checks.contains(&Check::PlannedTasksDone) && !result.planned.are_all_done() {
        EligibilityReason::PlannedTasksOpen
    } else if checks.contains(&Check::ScoreRose) && !result.has_risen() {
        EligibilityReason::ScoreNotHigher
    } else {
        EligibilityReason::Eligible
    }
}

fn must_name_each_once(units: &[UnitId]) -> Result<(), Refusal> {
    let mut sorted: Vec<_> = units.iter().collect();
    sorted.sort();
    match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Refusal::UnitTwice {
            unit: pair[0].clone(),
        }),
        None if units.is_empty() => Err(Refusal::NothingNamed {}),
        None => Ok(()),
    }
}

pub(super) fn on(campaign: &CampaignId, event: Event) -> Effect {
    Effect::new(StreamKey::quota(campaign), event)
}

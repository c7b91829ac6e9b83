//! What an allocation must keep to.

use std::collections::BTreeMap;

use super::{AllocateQuota, Allocation, Places, Refusal, SlotHolder};
use crate::{GroupId, NomineeKind, World};

/// Refuses the whole list when one line cannot stand, or when all together exceed the quota.
pub(super) fn check(
    world: &World,
    places: &Places,
    command: &AllocateQuota,
) -> Result<(), Refusal> {
    let kind = command.kind;
    if command.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing {});
    }
    let mut named = BTreeMap::new();
    for line in &command.allocations {
        if named.insert(&line.to, line.slots).is_some() {
            let holder = line.to.clone();
            return Err(Refusal::HolderTwice { holder });
        }
        must_be_eligible(world, places, kind, line)?;
        must_not_be_lowered(places, line)?;
    }
    if named.is_empty() {
        return Err(Refusal::NothingNamed {});
    }
    let kept = places.allocations.iter();
    let kept = kept.filter(|(holder, _)| !named.contains_key(holder));
    let slots = kept.map(|(_, slots)| *slots).chain(named.values().copied());
    let allocated: u64 = slots.map(u64::from).sum();
    let limit = places.limit;
    if allocated > u64::from(limit) {
        return Err(Refusal::QuotaExceeded {
            kind,
            allocated,
            limit,
        });
    }
    Ok(())
}

/// Only eligible units get slots; a line of no slots gives none.
pub(super) fn must_be_eligible(
    world: &World,
    places: &Places,
    kind: NomineeKind,
    line: &Allocation,
) -> Result<(), Refusal> {
    match (kind, &line.to) {
        (NomineeKind::Individual, SlotHolder::Unit(unit)) => {
            if line.slots > 0 && !places.is_eligible(unit) {
                let (unit, reason_code) = (unit.clone(), places.reason(unit));
                return Err(Refusal::NotEligible {
                    kind,
                    unit,
                    reason_code,
                });
            }
        }
        (NomineeKind::Collective, SlotHolder::Group(group)) => {
            if line.slots > 0 && !has_eligible_unit(world, places, group) {
                let holder = line.to.clone();
                return Err(Refusal::NobodyEligible { holder });
            }
        }
        (NomineeKind::Individual, SlotHolder::Group(_))
        | (NomineeKind::Collective, SlotHolder::Unit(_)) => {
            let holder = line.to.clone();
            return Err(Refusal::WrongHolder { kind, holder });
        }
    }
    Ok(())
}

fn has_eligible_unit(world: &World, places: &Places, group: &GroupId) -> bool {
    let mut units = places.eligible_units();
    units.any(|unit| {
        world
            .unit(unit)
            .unit()
            .is_some_and(|unit| &unit.group == group)
    })
}

/// What is granted stays granted, and so covers what is taken (INV-23).
fn must_not_be_lowered(places: &Places, line: &Allocation) -> Result<(), Refusal> {
    let granted = places.allocations.get(&line.to).copied();
    let granted = granted.unwrap_or_default();
    if line.slots < granted {
        let holder = line.to.clone();
        return Err(Refusal::NotLowered { holder, granted });
    }
    Ok(())
}

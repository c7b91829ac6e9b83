//! Where nominations stand, for the commands that move several of them together.

use std::collections::BTreeSet;

use super::{Case, Gate, State, review};
use crate::{
    CampaignId, Effect, Need, NominationId, NomineeKind, Refusal, StreamKey, UnitId, World,
    campaign::{self, Active},
    quota::SlotHolder,
    slot::{self, FreedBecause},
};

/// The nomination, if there is one.
pub(crate) fn case<'w>(world: &'w World, nomination: &NominationId) -> Result<&'w Case, Refusal> {
    match world.nomination(nomination) {
        State::Present(case) => Ok(case),
        State::Absent => Err(super::Refusal::Absent {}.into()),
    }
}

/// The nomination, if it stands at this gate.
pub(crate) fn at_gate<'w>(
    world: &'w World,
    nomination: &NominationId,
    expected: Gate,
) -> Result<&'w Case, Refusal> {
    let case = case(world, nomination)?;
    if case.gate == expected {
        return Ok(case);
    }
    Err(wrong_gate(nomination, case, expected))
}

/// It stands at another gate.
pub(crate) fn wrong_gate(nomination: &NominationId, case: &Case, expected: Gate) -> Refusal {
    let refusal = review::Refusal::WrongGate {
        nomination: nomination.clone(),
        gate: case.gate,
        expected,
    };
    refusal.into()
}

/// The launched campaign of a nomination.
pub(crate) fn campaign<'w>(world: &'w World, case: &Case) -> Result<&'w Active, Refusal> {
    let active = world.campaign(&case.campaign).active();
    active.ok_or_else(|| campaign::Refusal::Absent {}.into())
}

/// The nominations, the slots that a rejection would free, and the units of collectives.
pub(crate) fn with_slots(nominations: &[NominationId], world: &World) -> Vec<Need> {
    let streams = nominations.iter().map(StreamKey::nomination);
    let mut needs: Vec<_> = streams.map(Need::write).collect();
    let seen = nominations.iter().filter_map(|id| in_view(world, id));
    let mut wanted = BTreeSet::new();
    for case in seen {
        match &case.slot_holder {
            Some(holder) => {
                needs.push(Need::write(slots(case, holder)));
                let is_collective = case.kind == NomineeKind::Collective;
                let unit = is_collective.then(|| StreamKey::unit(&case.unit));
                needs.extend(unit.map(Need::read));
            }
            None => {
                wanted.insert((&case.campaign, &case.unit, case.kind));
            }
        }
    }
    for (campaign, unit, kind) in wanted {
        needs.extend(slot_needs(world, campaign, unit, kind));
    }
    needs
}

/// The stream of the slots of this holder that cases of this kind take.
pub(crate) fn slots(case: &Case, holder: &SlotHolder) -> StreamKey {
    StreamKey::slot(&case.campaign, case.kind, holder)
}

/// The case, when its stream is in view.
pub(crate) fn in_view<'w>(world: &'w World, nomination: &NominationId) -> Option<&'w Case> {
    let is_shown = world.shows(&StreamKey::nomination(nomination));
    is_shown.then(|| case(world, nomination).ok()).flatten()
}

/// The slots that a nomination of this unit and kind takes and frees: its unit's, or its group's.
fn slot_needs(world: &World, campaign: &CampaignId, unit: &UnitId, kind: NomineeKind) -> Vec<Need> {
    let mut needs = Vec::new();
    let unit_stream = StreamKey::unit(unit);
    let is_known = kind == NomineeKind::Individual || world.shows(&unit_stream);
    if is_known {
        let stream = StreamKey::slot(campaign, kind, &slot_holder(world, unit, kind));
        needs.push(Need::write(stream));
    }
    if kind == NomineeKind::Collective {
        needs.push(Need::read(unit_stream));
    }
    needs
}

/// Whose slot the case took; before it takes one, whose it would take. A unit that moved to another
/// group meanwhile gives its slot back where it came from.
pub(crate) fn holder(world: &World, case: &Case) -> SlotHolder {
    let recorded = case.slot_holder.clone();
    recorded.unwrap_or_else(|| slot_holder(world, &case.unit, case.kind))
}

/// Who holds the slots: the unit for individuals, its group for collectives, because a unit is its
/// own only collective.
pub(crate) fn slot_holder(world: &World, unit: &UnitId, kind: NomineeKind) -> SlotHolder {
    match kind {
        NomineeKind::Individual => SlotHolder::Unit(unit.clone()),
        NomineeKind::Collective => {
            let unit = world.unit(unit).unit();
            let unit = unit.expect("only an established unit has nominations");
            SlotHolder::Group(unit.group.clone())
        }
    }
}

/// The slot of a nomination is free again.
pub(crate) fn slot_freed(
    world: &World,
    nomination: &NominationId,
    case: &Case,
    reason_code: FreedBecause,
) -> Effect {
    let event = slot::Event::SlotFreed {
        nomination: nomination.clone(),
        reason_code,
    };
    Effect::new(slots(case, &holder(world, case)), event)
}

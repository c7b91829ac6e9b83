//! What the commands on the quota read and write.

use super::{
    AllocateQuota, ChangeQuota, DetermineEligibleUnits, ReallocateQuota, RestoreQuota, SetQuota,
    SlotHolder,
    reallocation::{candidates, is_endorsed, sessions},
};
use crate::{
    CampaignId, FactSubject, Need, NomineeKind, StreamKey, World,
    nomination::{Gate, gates},
    waitlist::pool::{self, Pool},
};

pub(crate) fn set_quota(command: &SetQuota, _: &World) -> Vec<Need> {
    of_campaign(&command.campaign)
}

pub(crate) fn determine_eligible_units(
    command: &DetermineEligibleUnits,
    world: &World,
) -> Vec<Need> {
    let mut needs = of_campaign(&command.campaign);
    let units = command.units.iter();
    needs.extend(units.map(|unit| Need::read(StreamKey::unit(unit))));
    if world.shows(&StreamKey::campaign(&command.campaign))
        && let Some(active) = world.campaign(&command.campaign).active()
    {
        let year = active.plan.year;
        let subjects = command.units.iter().map(FactSubject::from);
        needs.extend(subjects.map(|subject| Need::read(StreamKey::fact(&subject, year))));
    }
    needs
}

/// For collectives also the eligible units: they say which groups they belong to.
pub(crate) fn allocate_quota(command: &AllocateQuota, world: &World) -> Vec<Need> {
    let (campaign, kind) = (&command.campaign, command.kind);
    let mut needs = of_campaign(campaign);
    let holders = command.allocations.iter().map(|line| &line.to);
    needs.extend(holders.map(|to| Need::write(StreamKey::slot(campaign, kind, to))));
    match kind {
        NomineeKind::Individual => {}
        NomineeKind::Collective => needs.extend(eligible_units(campaign, world)),
    }
    needs
}

/// Every case of the campaign: whoever may have to wait is written, with the slot that it took.
pub(crate) fn change_quota(command: &ChangeQuota, world: &World) -> Vec<Need> {
    let campaign = &command.campaign;
    let mut needs = of_campaign(campaign);
    needs.extend(eligible_units(campaign, world));
    let lines = command.allocations.iter();
    needs.extend(lines.map(|line| Need::write(StreamKey::slot(campaign, line.kind, &line.to))));
    needs.extend(pool::needs(campaign, world));
    for kind in [NomineeKind::Collective, NomineeKind::Individual] {
        let pool = Pool::of(world, campaign, kind);
        for (nomination, case) in pool.at(&[
            Gate::UnitEndorsed,
            Gate::ReviewPassed,
            Gate::CouncilApproved,
        ]) {
            needs.push(Need::write(StreamKey::nomination(nomination)));
            let holder = case.slot_holder.as_ref();
            needs.extend(holder.map(|holder| Need::write(gates::slots(case, holder))));
        }
    }
    needs
}

/// The case, the places of its kind and the slot that it kept.
pub(crate) fn restore_quota(command: &RestoreQuota, world: &World) -> Vec<Need> {
    let nomination = &command.nomination;
    let mut needs = vec![
        Need::read(StreamKey::nomination(nomination)),
        Need::write(StreamKey::quota(nomination.campaign())),
    ];
    if let Some(case) = gates::in_view(world, nomination)
        && let Some(holder) = &case.slot_holder
    {
        needs.push(Need::write(gates::slots(case, holder)));
    }
    needs
}

/// Both holders; and who is endorsed on the giver's slots, for some may have to wait.
pub(crate) fn reallocate_quota(command: &ReallocateQuota, world: &World) -> Vec<Need> {
    let (campaign, kind) = (&command.campaign, command.kind);
    let mut needs = of_campaign(campaign);
    let holders = command.from.iter().chain(&command.to);
    needs.extend(holders.map(|one| Need::write(StreamKey::slot(campaign, kind, one))));
    match kind {
        NomineeKind::Individual => {}
        NomineeKind::Collective => needs.extend(eligible_units(campaign, world)),
    }
    if let Some(from) = &command.from {
        needs.extend(meetings(campaign, from, world));
        for nomination in candidates(world, campaign, kind, from) {
            let stream = StreamKey::nomination(nomination);
            needs.push(if is_endorsed(world, nomination, kind) {
                Need::write(stream)
            } else {
                Need::read(stream)
            });
        }
    }
    needs
}

/// The meetings of a unit one after the other, up to the first that was not held.
fn meetings(campaign: &CampaignId, holder: &SlotHolder, world: &World) -> Vec<Need> {
    let SlotHolder::Unit(unit) = holder else {
        return Vec::new();
    };
    let mut needs = Vec::new();
    for session in sessions(campaign, unit) {
        let stream = StreamKey::unit_session(&session);
        let is_held = world.shows(&stream) && world.unit_session(&session).meeting().is_some();
        needs.push(Need::read(stream));
        if !is_held {
            break;
        }
    }
    needs
}

/// The units that may nominate themselves, once the quota is in view.
pub(crate) fn eligible_units(campaign: &CampaignId, world: &World) -> Vec<Need> {
    if !world.shows(&StreamKey::quota(campaign)) {
        return Vec::new();
    }
    let places = world.quota(campaign).places(NomineeKind::Collective);
    let units = places.into_iter().flat_map(super::Places::eligible_units);
    units
        .map(|unit| Need::read(StreamKey::unit(unit)))
        .collect()
}

fn of_campaign(campaign: &CampaignId) -> Vec<Need> {
    vec![
        Need::write(StreamKey::quota(campaign)),
        Need::read(StreamKey::campaign(campaign)),
    ]
}

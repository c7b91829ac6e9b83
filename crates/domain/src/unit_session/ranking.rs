//! The ranking of a group's collectives by Home Affairs (4.7).

use super::{
    RankGroup, Refusal,
    needs::{claimed, collectives},
};
use crate::{
    Context, Effect, NominationId, NomineeKind, StreamKey, World, campaign, lists,
    nomination::{self, Case, Gate, WaitGate, gates},
    quota::SlotHolder,
    slot,
};

/// All collectives of the group that were carried, best first; those within the free slots leave
/// the waitlist.
pub(crate) fn rank_group(
    world: &World,
    _: &Context,
    command: &RankGroup,
) -> Result<Vec<Effect>, crate::Refusal> {
    let ranking = &command.ranking;
    campaign::decide::launched(world, &command.campaign)?;
    lists::must_be_whole(ranking)?;
    must_be_complete(world, command)?;
    let holder = SlotHolder::Group(command.group.clone());
    let kind = NomineeKind::Collective;
    let slots = world.slot(&command.campaign, kind, &holder);
    let mut effects = Vec::new();
    if slots.ranking != *ranking {
        let stream = StreamKey::slot(&command.campaign, kind, &holder);
        let ranking = ranking.clone();
        effects.push(Effect::new(stream, slot::Event::GroupRanked { ranking }));
    }
    for (rank, nomination) in (1..).zip(ranking) {
        let is_within = rank <= slots.free();
        let promoted = ranked(world, command, nomination, is_within)?;
        effects.extend(promoted.then(|| {
            let stream = StreamKey::nomination(nomination);
            let gate = WaitGate::Unit;
            Effect::new(stream, nomination::Event::WaitlistPromoted { gate, rank })
        }));
    }
    Ok(effects)
}

/// Whether the nomination leaves the waitlist at its place.
fn ranked(
    world: &World,
    command: &RankGroup,
    nomination: &NominationId,
    is_within: bool,
) -> Result<bool, crate::Refusal> {
    let case = gates::case(world, nomination)?;
    if !is_of_group(world, command, case) {
        let (nomination, group) = (nomination.clone(), command.group.clone());
        return Err(Refusal::NotOfGroup { nomination, group }.into());
    }
    if case.gate == Gate::UnitEndorsed {
        if is_within {
            return Ok(false);
        }
        let nomination = nomination.clone();
        return Err(Refusal::EndorsedBehind { nomination }.into());
    }
    gates::at_gate(world, nomination, Gate::UnitWaitlisted)?;
    Ok(is_within)
}

fn is_of_group(world: &World, command: &RankGroup, case: &Case) -> bool {
    let unit = world.unit(&case.unit).unit();
    case.kind == NomineeKind::Collective
        && case.campaign == command.campaign
        && unit.is_some_and(|unit| unit.group == command.group)
}

fn must_be_complete(world: &World, command: &RankGroup) -> Result<(), Refusal> {
    let nominees = collectives(&command.campaign, &command.group, world);
    let claims = nominees.iter();
    let claims = claims.filter_map(|nominee| claimed(&command.campaign, nominee, world));
    let is_left_out = |nomination: &&NominationId| {
        let case = world.nomination(nomination).case();
        let is_carried =
            case.is_some_and(|case| matches!(case.gate, Gate::UnitEndorsed | Gate::UnitWaitlisted));
        is_carried && !command.ranking.contains(nomination)
    };
    let missing: Vec<NominationId> = claims.filter(is_left_out).cloned().collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::RankingIncomplete { missing })
}

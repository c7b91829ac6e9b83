//! Items put to the vote: `open_motion`.

use std::collections::BTreeSet;

use super::{on, open, recusal, sitting, speakers::must_keep_or_preside, tally::must_hide_voters};
use crate::{
    Context, Effect, NominationId, Refusal as Any, World,
    council_session::{BallotForm, Event, Member, Motion, OpenMotion, Refusal, Sitting},
    lists,
    nomination::{Case, Gate, gates},
};

/// Puts items of the agenda to the vote, one motion after the other.
pub(crate) fn open_motion(
    world: &World,
    context: &Context,
    command: &OpenMotion,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    let known = sitting(world, session)?;
    if let Some(motion) = known.motions.get(&command.motion)
        && motion.items == command.items
        && motion.ballot == command.ballot
    {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    lists::must_be_whole(&command.items)?;
    if let Some(motion) = sitting.open_motion() {
        return Err(Refusal::MotionOpen { motion }.into());
    }
    let last = sitting.motions.last_key_value();
    let expected = last.map_or(1, |(number, _)| number + 1);
    if command.motion != expected {
        return Err(Refusal::MotionOutOfOrder { expected }.into());
    }
    must_keep_or_preside(context, sitting, &command.items)?;
    must_be_put(world, sitting, command)?;
    if command.ballot == BallotForm::Secret {
        must_meet(sitting)?;
        must_hide_voters(sitting, &command.items)?;
    }
    let event = Event::MotionOpened {
        motion: command.motion,
        items: command.items.clone(),
        ballot: command.ballot,
    };
    Ok(vec![on(session, event)])
}

/// On the agenda, not voted on yet, and whoever must not vote on it takes no part; what a member took
/// out of the list is put to the vote alone.
fn must_be_put(world: &World, sitting: &Sitting, command: &OpenMotion) -> Result<(), Any> {
    let agenda: BTreeSet<_> = sitting.agenda.items.iter().collect();
    let voted = sitting.voted();
    let is_list = command.items.len() > 1;
    for item in &command.items {
        let nomination = item.clone();
        if !agenda.contains(item) {
            return Err(Refusal::NotOnAgenda { nomination }.into());
        }
        if let Some(&motion) = voted.get(item) {
            return Err(Refusal::AlreadyVoted { nomination, motion }.into());
        }
        if is_list && sitting.pulled.contains(item) {
            return Err(Refusal::ItemPulled { nomination }.into());
        }
        let case = gates::at_gate(world, item, Gate::CouncilListed)?;
        must_be_recused(world, sitting, item, case, sitting.asked_members())?;
    }
    Ok(())
}

/// Ballots are put into a box in the room.
fn must_meet(sitting: &Sitting) -> Result<(), Refusal> {
    if sitting.is_written() {
        return Err(Refusal::NobodyMeets {});
    }
    Ok(())
}

/// Whoever must not vote on an item has said so, or the chair has (SD4).
pub(super) fn must_be_recused<'s>(
    world: &World,
    sitting: &Sitting,
    item: &NominationId,
    case: &Case,
    members: impl Iterator<Item = &'s Member>,
) -> Result<(), Refusal> {
    for member in members {
        let Some(ground) = recusal::rule(world, &sitting.rules, member, case) else {
            continue;
        };
        if !sitting.is_recused(&member.person, item) {
            return Err(Refusal::RecusalMissing {
                member: member.person.clone(),
                nomination: item.clone(),
                ground,
            });
        }
    }
    Ok(())
}

/// The motion of this number.
pub(super) fn motion(sitting: &Sitting, number: u32) -> Result<&Motion, Refusal> {
    let motion = sitting.motions.get(&number);
    motion.ok_or(Refusal::MotionAbsent { motion: number })
}

//! The vote: `open_motion`, `cast_ballot`.

use std::collections::BTreeSet;

use super::{may_speak_for, on, open, recusal, sitting};
use crate::{
    Context, Effect, NominationId, Refusal as Any, World,
    council_session::{Ballot, CastBallot, Event, Motion, OpenMotion, Refusal, Sitting},
    lists,
    nomination::{Case, Gate, gates},
};

/// Puts items of the agenda to the vote, one motion after the other.
pub(crate) fn open_motion(
    world: &World,
    _context: &Context,
    command: &OpenMotion,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    let known = sitting(world, session)?;
    if let Some(motion) = known.motions.get(&command.motion)
        && motion.items == command.items
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
    let agenda: BTreeSet<_> = sitting.agenda.items.iter().collect();
    let voted = sitting.voted();
    for item in &command.items {
        let nomination = item.clone();
        if !agenda.contains(item) {
            return Err(Refusal::NotOnAgenda { nomination }.into());
        }
        if let Some(&motion) = voted.get(item) {
            return Err(Refusal::AlreadyVoted { nomination, motion }.into());
        }
        let case = gates::at_gate(world, item, Gate::CouncilListed)?;
        must_be_recused(world, sitting, item, case)?;
    }
    let event = Event::MotionOpened {
        motion: command.motion,
        items: command.items.clone(),
    };
    Ok(vec![on(session, event)])
}

/// Whoever must not vote on an item has said so, or the chair has, before it is put to the vote.
fn must_be_recused(
    world: &World,
    sitting: &Sitting,
    item: &NominationId,
    case: &Case,
) -> Result<(), Refusal> {
    for member in sitting.present_members() {
        let Some(ground) = recusal::rule(world, member, case) else {
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

/// Records an open vote; before closing, the last one of a member counts (INV-19).
pub(crate) fn cast_ballot(
    world: &World,
    context: &Context,
    command: &CastBallot,
) -> Result<Vec<Effect>, Any> {
    let sitting = sitting(world, &command.session)?;
    let motion = motion(sitting, command.motion)?;
    may_speak_for(context, sitting, &command.member)?;
    let ballot = Ballot {
        choice: command.choice,
        exceptions: command.exceptions.clone(),
    };
    if motion.ballots.get(&command.member) == Some(&ballot) {
        return Ok(vec![]);
    }
    open(world, &command.session)?;
    may_be_cast(sitting, motion, command)?;
    let event = Event::BallotCast {
        motion: command.motion,
        member: command.member.clone(),
        choice: command.choice,
        exceptions: command.exceptions.clone(),
    };
    Ok(vec![on(&command.session, event)])
}

fn may_be_cast(sitting: &Sitting, motion: &Motion, command: &CastBallot) -> Result<(), Any> {
    let number = command.motion;
    if motion.is_closed {
        return Err(Refusal::MotionClosed { motion: number }.into());
    }
    let member = &command.member;
    if motion
        .items
        .iter()
        .all(|item| sitting.is_recused(member, item))
    {
        return Err(Refusal::MemberRecused {
            member: member.clone(),
            motion: number,
        }
        .into());
    }
    let exceptions = command.exceptions.iter().map(|one| &one.nomination);
    let exceptions: Vec<_> = exceptions.cloned().collect();
    let items: BTreeSet<_> = motion.items.iter().collect();
    if let Some(stray) = exceptions.iter().find(|item| !items.contains(item)) {
        return Err(Refusal::NotInMotion {
            nomination: stray.clone(),
            motion: number,
        }
        .into());
    }
    if !exceptions.is_empty() {
        lists::must_be_whole(&exceptions)?;
    }
    Ok(())
}

/// The motion of this number.
pub(super) fn motion(sitting: &Sitting, number: u32) -> Result<&Motion, Refusal> {
    let motion = sitting.motions.get(&number);
    motion.ok_or(Refusal::MotionAbsent { motion: number })
}

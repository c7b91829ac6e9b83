//! The count of a secret ballot on paper: `record_tally` (INV-21, E49).

use std::collections::BTreeSet;

use super::{motion::motion, on, open, sitting};
use crate::{
    Context, Effect, NominationId, Refusal as Any, World,
    council_session::{
        BallotForm, Event, Motion, PaperTally, RecordTally, Refusal, Sitting, count::eligible,
    },
};

/// Fewest voters that hide how each of them voted. Source: 4.8.
pub(super) const SECRET_VOTERS_MIN: u32 = 3;

/// One teller enters the figures; they stand once another person has entered the same. A teller who
/// erred enters them again before that; afterwards there is nothing to change (E23).
pub(crate) fn record_tally(
    world: &World,
    context: &Context,
    command: &RecordTally,
) -> Result<Vec<Effect>, Any> {
    let (session, number) = (&command.session, command.motion);
    let known = motion(sitting(world, session)?, number)?;
    let teller = &context.actor.principal;
    if let Some(counted) = &known.tally
        && counted.tally == command.tally
        && counted.tellers.contains(teller)
    {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    if known.is_closed {
        return Err(Refusal::MotionClosed { motion: number }.into());
    }
    if known.ballot == BallotForm::Open {
        return Err(Refusal::BallotIsOpen { motion: number }.into());
    }
    if let Some(counted) = &known.tally {
        if counted.stands() {
            return Err(Refusal::BallotsCounted { motion: number }.into());
        }
        if !counted.tellers.contains(teller) && counted.tally != command.tally {
            return Err(Refusal::TellersDiffer { motion: number }.into());
        }
    }
    must_hide_voters(sitting, &known.items)?;
    must_add_up(sitting, known, number, &command.tally)?;
    let event = Event::TallyRecorded {
        motion: number,
        tally: command.tally.clone(),
    };
    Ok(vec![on(session, event)])
}

/// A secret vote of one or two is none.
pub(super) fn must_hide_voters(sitting: &Sitting, items: &[NominationId]) -> Result<(), Refusal> {
    for item in items {
        let eligible = eligible(sitting, item);
        if eligible < SECRET_VOTERS_MIN {
            return Err(Refusal::TooFewForSecrecy {
                nomination: item.clone(),
                eligible,
                eligible_min: SECRET_VOTERS_MIN,
            });
        }
    }
    Ok(())
}

/// No more ballots than voters, no more in the box than were handed out, and on each item of the
/// motion no more votes than valid ballots and members who may vote on it.
pub(super) fn must_add_up(
    sitting: &Sitting,
    motion: &Motion,
    number: u32,
    tally: &PaperTally,
) -> Result<(), Refusal> {
    let unsound = || Refusal::TallyUnsound { motion: number };
    let voters = sitting.present_members().filter(|member| {
        let is_out = |item| sitting.is_recused(&member.person, item);
        !motion.items.iter().all(is_out)
    });
    let voters = u32::try_from(voters.count()).unwrap_or(u32::MAX);
    let returned = u64::from(tally.valid) + u64::from(tally.invalid);
    let is_sound = tally.issued <= voters
        && tally.returned <= tally.issued
        && returned == u64::from(tally.returned);
    if !is_sound {
        return Err(unsound());
    }
    let items: BTreeSet<_> = motion.items.iter().collect();
    let counted: BTreeSet<_> = tally.items.iter().map(|one| &one.nomination).collect();
    if counted != items || tally.items.len() != items.len() {
        return Err(unsound());
    }
    for one in &tally.items {
        let votes = one.tally.sum();
        let most = tally.valid.min(eligible(sitting, &one.nomination));
        if votes > u64::from(most) {
            return Err(Refusal::TallyExceeds {
                nomination: one.nomination.clone(),
                votes: u32::try_from(votes).unwrap_or(u32::MAX),
                most,
            });
        }
    }
    Ok(())
}

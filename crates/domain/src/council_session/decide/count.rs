//! The count: `close_motion`.

use super::{
    consultation::must_be_over,
    motion::{motion, must_be_recused},
    on, open, sitting,
    speakers::must_keep_or_preside,
};
use crate::{
    Context, Effect, Outcome, Refusal as Any, StreamKey, World,
    council_session::{
        BallotForm, CloseMotion, CouncilItem, Event, Motion, Refusal, Sitting, outcomes,
    },
    hold,
    nomination::{self, Case, CouncilReason, Gate, gates},
    slot::FreedBecause,
};

/// Closes the vote: an outcome per item, and every nomination in the same append (INV-20, INV-22,
/// INV-26).
pub(crate) fn close_motion(
    world: &World,
    context: &Context,
    command: &CloseMotion,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    if motion(sitting(world, session)?, command.motion)?.is_closed {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    let motion = motion(sitting, command.motion)?;
    must_be_countable(world, context, sitting, command.motion, motion)?;
    let items = outcomes(sitting, motion);
    let closed = Event::CouncilMotionClosed {
        motion: command.motion,
        items: items.clone(),
    };
    let mut effects = vec![on(session, closed)];
    let mut freed = Vec::new();
    for item in &items {
        let case = gates::case(world, &item.nomination)?;
        // One that was withdrawn since then stops nobody else (INV-26).
        if case.gate != Gate::CouncilListed || case.council_session.as_ref() != Some(session) {
            continue;
        }
        let event = consequence(command, sitting, item, hold::is_held(world, case));
        let stream = StreamKey::nomination(&item.nomination);
        effects.push(Effect::new(stream, event));
        freed.extend(slot_freed(world, item, case));
    }
    effects.append(&mut freed);
    Ok(effects)
}

/// Whoever came later or wrote, and must not vote on an item, has left it too (SD4); a secret ballot
/// is counted by two.
fn must_be_countable(
    world: &World,
    context: &Context,
    sitting: &Sitting,
    number: u32,
    motion: &Motion,
) -> Result<(), Any> {
    must_keep_or_preside(context, sitting, &motion.items)?;
    must_be_over(context, sitting, motion)?;
    for item in &motion.items {
        let case = gates::case(world, item)?;
        let all = sitting.agenda.roster.iter();
        let voters = all.filter(|member| {
            let ballot = motion.ballots.get(&member.person);
            let has_written = ballot.is_some_and(|ballot| ballot.written.is_some());
            sitting.is_written() || sitting.is_present(&member.person) || has_written
        });
        must_be_recused(world, sitting, item, case, voters)?;
    }
    if motion.ballot == BallotForm::Open {
        return Ok(());
    }
    match motion.tally.as_ref().filter(|counted| counted.stands()) {
        Some(_) => Ok(()),
        None => Err(Refusal::TallyMissing { motion: number }.into()),
    }
}

/// What the outcome means for the nomination. What is carried while it is held is put off; a hold
/// never stands in the way of a rejection (INV-16).
fn consequence(
    command: &CloseMotion,
    sitting: &Sitting,
    item: &CouncilItem,
    is_held: bool,
) -> nomination::Event {
    let session = command.session.clone();
    let tally = item.tally;
    let reason_code = match item.outcome {
        Outcome::Carried if is_held => CouncilReason::Held,
        Outcome::Carried => return nomination::Event::CouncilApproved { session, tally },
        Outcome::Lost => {
            return nomination::Event::CouncilRejected {
                session,
                tally,
                reason_code: CouncilReason::BelowThreshold,
            };
        }
        Outcome::NoQuorum => CouncilReason::NoQuorum,
        Outcome::Deferred if item.eligible < sitting.rules.eligible_min => {
            CouncilReason::TooFewEligible
        }
        Outcome::Deferred => CouncilReason::TieUnbroken,
    };
    nomination::Event::CouncilDeferred {
        session,
        reason_code,
    }
}

/// A rejection frees the slot; a deferral keeps it.
fn slot_freed(world: &World, item: &CouncilItem, case: &Case) -> Option<Effect> {
    match item.outcome {
        Outcome::Lost => {
            let reason = FreedBecause::CouncilRejected;
            Some(gates::slot_freed(world, &item.nomination, case, reason))
        }
        Outcome::Carried | Outcome::NoQuorum | Outcome::Deferred => None,
    }
}

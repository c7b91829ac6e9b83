//! The count: `close_motion`.

use std::collections::BTreeMap;

use super::{motion::motion, on, open, sitting};
use crate::{
    Context, Effect, NominationId, Outcome, PersonId, Refusal as Any, StreamKey, Tally, World,
    council_session::{Choice, CloseMotion, CouncilItem, Event, Motion, Seat, Sitting},
    hold,
    nomination::{self, Case, CouncilReason, Gate, gates},
    slot::FreedBecause,
    voting::{self, Count},
};

/// Closes the vote: an outcome per item, and every nomination in the same append (INV-20, INV-22,
/// INV-26).
pub(crate) fn close_motion(
    world: &World,
    _context: &Context,
    command: &CloseMotion,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    if motion(sitting(world, session)?, command.motion)?.is_closed {
        return Ok(vec![]);
    }
    let sitting = open(world, session)?;
    let motion = motion(sitting, command.motion)?;
    let votes = Votes::of(motion);
    let items = motion.items.iter();
    let items: Vec<_> = items.map(|item| counted(sitting, &votes, item)).collect();
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

/// The ballots of a motion, looked up by member and item.
struct Votes<'m> {
    by_member: BTreeMap<&'m PersonId, (Choice, BTreeMap<&'m NominationId, Choice>)>,
}

impl<'m> Votes<'m> {
    fn of(motion: &'m Motion) -> Self {
        let ballots = motion.ballots.iter().map(|(member, ballot)| {
            let exceptions = ballot.exceptions.iter();
            let exceptions = exceptions
                .map(|one| (&one.nomination, one.choice))
                .collect();
            (member, (ballot.choice, exceptions))
        });
        Self {
            by_member: ballots.collect(),
        }
    }

    /// How the member voted on the item.
    fn on(&self, member: &PersonId, item: &NominationId) -> Option<Choice> {
        let (choice, exceptions) = self.by_member.get(member)?;
        Some(exceptions.get(item).copied().unwrap_or(*choice))
    }
}

/// The outcome of one item. A recused member counts for the quorum and has no vote.
fn counted(sitting: &Sitting, votes: &Votes<'_>, item: &NominationId) -> CouncilItem {
    let mut tally = Tally::default();
    let mut eligible = 0;
    let mut present = 0;
    for member in sitting.present_members() {
        present += 1;
        if sitting.is_recused(&member.person, item) {
            continue;
        }
        eligible += 1;
        match votes.on(&member.person, item) {
            Some(Choice::For) => tally.votes_for += 1,
            Some(Choice::Against) => tally.votes_against += 1,
            Some(Choice::Abstain) => tally.abstained += 1,
            None => {}
        }
    }
    let count = Count {
        total: u32::try_from(sitting.agenda.roster.len()).unwrap_or(u32::MAX),
        present,
        recused: present - eligible,
        tally,
        chair_side: chair_side(sitting, votes, item),
    };
    CouncilItem {
        nomination: item.clone(),
        tally,
        present,
        recused: count.recused,
        eligible,
        outcome: outcome(sitting, &count),
    }
}

/// The quorum includes the chair or a vice-chair.
fn outcome(sitting: &Sitting, count: &Count) -> Outcome {
    if sitting.has_presider() {
        voting::outcome(&sitting.rules, count)
    } else {
        Outcome::NoQuorum
    }
}

/// How the chair voted on the item or, where the chair has no vote on it, a vice-chair.
fn chair_side(sitting: &Sitting, votes: &Votes<'_>, item: &NominationId) -> Option<bool> {
    let voting = |seat| {
        sitting
            .present_members()
            .find(move |member| member.seat == seat && !sitting.is_recused(&member.person, item))
    };
    let presider = voting(Seat::Chair).or_else(|| voting(Seat::ViceChair))?;
    match votes.on(&presider.person, item)? {
        Choice::For => Some(true),
        Choice::Against => Some(false),
        Choice::Abstain => None,
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

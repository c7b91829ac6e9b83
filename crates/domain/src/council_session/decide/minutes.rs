//! After the votes: `close_council_session`, `sign_minutes`.

use std::collections::BTreeSet;

use super::{absent, on};
use crate::{
    AssignmentId, Context, CouncilSessionId, DocumentKind, Effect, Refusal as Any, Role, World,
    council_session::{CloseCouncilSession, Event, Refusal, Seat, SignMinutes, Sitting, State},
    minutes::{self, Recorded},
    nomination::{Gate, gates},
    papers,
};

/// Closes the session once every item of its agenda was put to the vote.
pub(crate) fn close_council_session(
    world: &World,
    _context: &Context,
    command: &CloseCouncilSession,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    let sitting = match world.council_session(session) {
        State::Open(sitting) => sitting,
        State::Closed(_) | State::MinutesSigned(..) => return Ok(vec![]),
        State::Absent => return Err(absent(session).into()),
        State::Convened(_) => {
            let session = session.clone();
            return Err(Refusal::NotOpen { session }.into());
        }
    };
    must_be_decided(world, session, sitting)?;
    Ok(vec![on(session, Event::CouncilSessionClosed {})])
}

/// What still stands on the agenda was put to the vote. A case that left it, withdrawn or its vote
/// annulled, stops nobody (INV-26).
fn must_be_decided(
    world: &World,
    session: &CouncilSessionId,
    sitting: &Sitting,
) -> Result<(), Any> {
    if let Some(motion) = sitting.open_motion() {
        return Err(Refusal::MotionOpen { motion }.into());
    }
    let voted = sitting.voted();
    let mut nominations = Vec::new();
    for item in &sitting.agenda.items {
        if voted.contains_key(item) {
            continue;
        }
        let case = gates::case(world, item)?;
        if case.gate == Gate::CouncilListed && case.council_session.as_ref() == Some(session) {
            nominations.push(item.clone());
        }
    }
    if nominations.is_empty() {
        return Ok(());
    }
    Err(Refusal::ItemsUndecided { nominations }.into())
}

/// Chair and secretary have signed the minutes (biên bản), and the paper says what the record says
/// (E36).
pub(crate) fn sign_minutes(
    world: &World,
    context: &Context,
    command: &SignMinutes,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    papers::must_be(&command.document, DocumentKind::Minutes)?;
    let sitting = match world.council_session(session) {
        State::Closed(sitting) => sitting,
        State::MinutesSigned(_, minutes) if minutes.sha256 == command.document.sha256 => {
            return Ok(vec![]);
        }
        State::MinutesSigned(..) => {
            let session = session.clone();
            return Err(Refusal::MinutesSigned { session }.into());
        }
        State::Absent => return Err(absent(session).into()),
        State::Convened(_) | State::Open(_) => {
            let session = session.clone();
            return Err(Refusal::NotClosed { session }.into());
        }
    };
    must_be_signed_by_two(world, context, sitting, command)?;
    let recorded = recorded(sitting);
    let required: Vec<_> = recorded.items.keys().copied().collect();
    minutes::must_agree(&command.stated, &recorded, required)?;
    let event = Event::CouncilMinutesSigned {
        document: command.document.clone(),
        chair: command.chair.clone(),
        secretary: command.secretary.clone(),
    };
    Ok(vec![on(session, event)])
}

/// Who presided, and a secretary of the Council who is another person; one of them says so.
fn must_be_signed_by_two(
    world: &World,
    context: &Context,
    sitting: &Sitting,
    command: &SignMinutes,
) -> Result<(), Any> {
    let day = context.occurred_at.date();
    let stranger = |assignment: &AssignmentId| minutes::Refusal::SignerUnknown {
        assignment: assignment.clone(),
    };
    let mut roster = sitting.agenda.roster.iter();
    let chair = roster.find(|member| member.assignment == command.chair);
    let chair = chair.filter(|member| {
        let presides = match member.seat {
            Seat::Chair | Seat::ViceChair | Seat::StandingViceChair => true,
            Seat::Member => false,
        };
        presides && (sitting.is_written() || sitting.stays.contains_key(&member.person))
    });
    let chair = chair.ok_or_else(|| stranger(&command.chair))?;
    let secretary = world.assignment(&command.secretary).assignment();
    let secretary =
        secretary.filter(|held| held.role == Role::CouncilSecretary && held.is_in_force(day));
    let secretary = secretary.ok_or_else(|| stranger(&command.secretary))?;
    if chair.person == secretary.person {
        return Err(minutes::Refusal::OneSigner {
            chair: command.chair.clone(),
            secretary: command.secretary.clone(),
        }
        .into());
    }
    let actor = &context.actor;
    if [&chair.person, &secretary.person].contains(&&actor.principal) {
        return Ok(());
    }
    Err(stranger(&actor.assignment).into())
}

/// What the record knows: who was there when the roll was called or who answered, and every vote that
/// stands.
fn recorded(sitting: &Sitting) -> Recorded<'_> {
    let motions = sitting.motions.values();
    let standing = motions.filter(|motion| motion.is_closed && !motion.is_annulled);
    let present = if sitting.is_written() {
        let answers = standing.clone().flat_map(|motion| motion.ballots.keys());
        answers.collect::<BTreeSet<_>>().len()
    } else {
        sitting.roll.len()
    };
    let items = standing.flat_map(|motion| &motion.outcomes);
    Recorded {
        present: u32::try_from(present).unwrap_or(u32::MAX),
        total: sitting.total(),
        items: items
            .map(|item| (&item.nomination, (item.tally, item.outcome)))
            .collect(),
    }
}

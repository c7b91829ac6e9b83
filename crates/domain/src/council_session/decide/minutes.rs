//! After the votes: `close_council_session`, `sign_minutes`.

use super::{absent, on};
use crate::{
    Context, CouncilSessionId, DocumentKind, Effect, Refusal as Any, World,
    council_session::{CloseCouncilSession, Event, Refusal, SignMinutes, Sitting, State},
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

/// Chair and secretary sign the minutes (biên bản).
pub(crate) fn sign_minutes(
    world: &World,
    _context: &Context,
    command: &SignMinutes,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    papers::must_be(&command.document, DocumentKind::Minutes)?;
    match world.council_session(session) {
        State::Closed(_) => {
            let document = command.document.clone();
            Ok(vec![on(session, Event::CouncilMinutesSigned { document })])
        }
        State::MinutesSigned(_, minutes) if minutes.sha256 == command.document.sha256 => Ok(vec![]),
        State::MinutesSigned(..) => {
            let session = session.clone();
            Err(Refusal::MinutesSigned { session }.into())
        }
        State::Absent => Err(absent(session).into()),
        State::Convened(_) | State::Open(_) => {
            let session = session.clone();
            Err(Refusal::NotClosed { session }.into())
        }
    }
}

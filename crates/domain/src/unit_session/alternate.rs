//! Who votes in the place of a unit that cannot meet: `name_alternate_body` (E16).

use super::{AlternateBody, Event, NameAlternateBody, Refusal, State, previous};
use crate::{
    Context, Effect, Role, StreamKey, UnitId, UnitSessionId, World, campaign,
    org::decide::known_unit,
};

/// The Chairman names a sister unit or the head of the higher unit, for one meeting and before it is
/// held.
pub(crate) fn name_alternate_body(
    world: &World,
    context: &Context,
    command: &NameAlternateBody,
) -> Result<Vec<Effect>, crate::Refusal> {
    let NameAlternateBody {
        session,
        body,
        reason_code,
    } = command;
    campaign::decide::launched(world, &session.campaign)?;
    match world.unit_session(session) {
        State::Replaced(known) if known == body => return Ok(vec![]),
        State::Absent | State::Replaced(_) => {}
        State::Held(meeting) if meeting.alternate.as_ref() == Some(body) => return Ok(vec![]),
        State::Held(_) => {
            let session = session.clone();
            return Err(Refusal::Held { session }.into());
        }
    }
    must_be_next(world, session)?;
    known_unit(world, &session.unit)?;
    let unit = lead_unit(world, body);
    let is_other = unit.is_some_and(|unit| *unit != session.unit);
    let may_vote = match body {
        AlternateBody::SisterUnit { unit } => known_unit(world, unit)?.kind.is_in_scope(),
        AlternateBody::HigherHead { head } => {
            let held = world.assignment(head).assignment();
            let day = context.occurred_at.date();
            held.is_some_and(|held| {
                matches!(held.role, Role::UnitHead | Role::Chairman) && held.is_in_force(day)
            })
        }
    };
    if !is_other || !may_vote {
        let session = session.clone();
        return Err(Refusal::AlternateUnfit { session }.into());
    }
    let event = Event::AlternateBodyNamed {
        session: session.clone(),
        body: body.clone(),
        reason_code: *reason_code,
    };
    Ok(vec![Effect::new(StreamKey::unit_session(session), event)])
}

fn must_be_next(world: &World, session: &UnitSessionId) -> Result<(), Refusal> {
    let before = previous(session).and_then(|before| world.unit_session(&before).meeting());
    if session.number == 1 || before.is_some() {
        return Ok(());
    }
    let session = session.clone();
    Err(Refusal::OutOfOrder { session })
}

/// The unit whose people lead the vote.
pub(super) fn lead_unit<'w>(world: &'w World, body: &'w AlternateBody) -> Option<&'w UnitId> {
    match body {
        AlternateBody::SisterUnit { unit } => Some(unit),
        AlternateBody::HigherHead { head } => {
            let held = world.assignment(head).assignment();
            held.and_then(|held| held.unit.as_ref())
        }
    }
}

//! What may happen in a session, in the order of the day.

mod agenda;
mod annul;
mod convene;
mod count;
mod minutes;
mod motion;
mod recusal;
mod sitting;

pub(crate) use agenda::list_nominations;
pub(crate) use annul::annul_motion;
pub(crate) use convene::convene_council;
pub(crate) use count::close_motion;
pub(crate) use minutes::{close_council_session, sign_minutes};
pub(crate) use motion::{cast_ballot, open_motion};
pub(crate) use recusal::{declare_recusal, impose_recusal};
pub(crate) use sitting::record_attendance;

use super::{Event, Refusal, Sitting, State};
use crate::{Context, CouncilSessionId, Effect, PersonId, Role, StreamKey, World};

/// An event on the session's stream.
fn on(session: &CouncilSessionId, event: Event) -> Effect {
    Effect::new(StreamKey::council_session(session), event)
}

/// The session, while it is open.
fn open<'w>(world: &'w World, session: &CouncilSessionId) -> Result<&'w Sitting, Refusal> {
    match world.council_session(session) {
        State::Open(sitting) => Ok(sitting),
        State::Absent => Err(absent(session)),
        State::Convened(_) | State::Closed(_) | State::MinutesSigned(..) => Err(Refusal::NotOpen {
            session: session.clone(),
        }),
    }
}

/// The session, once its roll was called.
fn sitting<'w>(world: &'w World, session: &CouncilSessionId) -> Result<&'w Sitting, Refusal> {
    match world.council_session(session) {
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            Ok(sitting)
        }
        State::Absent => Err(absent(session)),
        State::Convened(_) => Err(Refusal::NotOpen {
            session: session.clone(),
        }),
    }
}

fn absent(session: &CouncilSessionId) -> Refusal {
    Refusal::Absent {
        session: session.clone(),
    }
}

/// A member who is present speaks for himself, or the secretary records what he said openly. There
/// are no proxies.
fn may_speak_for(context: &Context, sitting: &Sitting, person: &PersonId) -> Result<(), Refusal> {
    let member = person.clone();
    if sitting.agenda.member(person).is_none() {
        return Err(Refusal::NotAMember { member });
    }
    if !sitting.present.contains(person) {
        return Err(Refusal::MemberAbsent { member });
    }
    let actor = &context.actor;
    if actor.principal == *person || actor.role == Role::CouncilSecretary {
        return Ok(());
    }
    Err(Refusal::NoProxy { member })
}

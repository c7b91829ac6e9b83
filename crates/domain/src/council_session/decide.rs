//! What may happen in a session, in the order of the day.

mod agenda;
mod annul;
mod attendance;
mod consultation;
mod convene;
mod count;
mod minutes;
mod motion;
mod pull;
mod recusal;
mod refer;
mod sitting;
mod speakers;
mod tally;
mod votes;

pub(crate) use agenda::list_nominations;
pub(crate) use annul::annul_motion;
pub(crate) use attendance::{record_arrival, record_departure};
pub(crate) use consultation::send_consultation;
pub(crate) use convene::convene_council;
pub(crate) use count::close_motion;
pub(crate) use minutes::{close_council_session, sign_minutes};
pub(crate) use motion::open_motion;
pub(crate) use pull::pull_item;
pub(crate) use recusal::{declare_recusal, impose_recusal};
pub(crate) use refer::refer_to_full_council;
pub(crate) use sitting::record_attendance;
pub(crate) use tally::record_tally;
pub(crate) use votes::{cast_ballot, record_votes, record_written_opinion};

use super::{Event, Mode, Refusal, Sitting, State};
use crate::{
    CouncilSessionId, Effect, StreamKey, World,
    campaign::{self, GateRules, VotingRules},
};

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

/// The rules of the campaign's gates.
fn gate_rules<'w>(
    world: &'w World,
    session: &CouncilSessionId,
) -> Result<&'w GateRules, campaign::Refusal> {
    let active = world.campaign(&session.campaign).active();
    Ok(&active.ok_or(campaign::Refusal::Absent {})?.rules)
}

/// The rules of the body that meets, or is asked, in this mode.
fn body_rules(rules: &GateRules, mode: Mode) -> &VotingRules {
    match mode {
        Mode::Standing => &rules.standing_committee,
        Mode::Full => &rules.full_council,
        Mode::Written => &rules.written_consultation,
    }
}

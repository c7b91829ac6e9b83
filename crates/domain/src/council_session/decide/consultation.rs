//! The written consultation (lấy ý kiến bằng văn bản): `send_consultation`. Silence is no opinion, and
//! never consent (4.8).

use super::{absent, body_rules, gate_rules, on};
use crate::{
    Context, Effect, Refusal as Any, World,
    council_session::{Ballot, Event, Mode, Motion, Refusal, SendConsultation, Sitting, State},
};

/// Sends the form to every member, and so opens the session: roster and rules are frozen (INV-18).
pub(crate) fn send_consultation(
    world: &World,
    context: &Context,
    command: &SendConsultation,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    let agenda = match world.council_session(session) {
        State::Convened(agenda) => agenda,
        State::Absent => return Err(absent(session).into()),
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            return if sitting.is_written() {
                Ok(vec![])
            } else {
                Err(of_another_mode(sitting.agenda.mode).into())
            };
        }
    };
    if agenda.mode != Mode::Written {
        return Err(of_another_mode(agenda.mode).into());
    }
    let rules = gate_rules(world, session)?;
    let today = context.occurred_at.date();
    let authority = world.authority().authority();
    let due = authority.map_or(today, |authority| {
        authority
            .calendar
            .add_working_days(today, rules.written_days)
    });
    let rules = body_rules(rules, agenda.mode).clone();
    Ok(vec![on(session, Event::ConsultationSent { due, rules })])
}

pub(super) fn of_another_mode(mode: Mode) -> Refusal {
    Refusal::OfAnotherMode { mode }
}

/// An answer counts until the end of the last day.
pub(super) fn must_be_running(context: &Context, sitting: &Sitting) -> Result<(), Refusal> {
    match sitting.due {
        Some(due) if context.occurred_at.date() > due => Err(Refusal::ConsultationOver { due }),
        Some(_) | None => Ok(()),
    }
}

/// Nobody's answer is cut off: it is counted after the last day, or when everybody has answered who
/// may.
pub(super) fn must_be_over(
    context: &Context,
    sitting: &Sitting,
    motion: &Motion,
) -> Result<(), Refusal> {
    let Some(due) = sitting.due else {
        return Ok(());
    };
    let has_answered = |person| {
        let ballot: Option<&Ballot> = motion.ballots.get(person);
        let is_out = |item| sitting.is_recused(person, item);
        ballot.is_some() || motion.items.iter().all(is_out)
    };
    let mut members = sitting.agenda.roster.iter().map(|member| &member.person);
    if context.occurred_at.date() > due || members.all(has_answered) {
        return Ok(());
    }
    Err(Refusal::ConsultationRunning { due })
}

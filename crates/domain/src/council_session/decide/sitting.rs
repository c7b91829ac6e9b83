//! Roll call and recusals: `record_attendance`, `declare_recusal`.

use std::collections::BTreeSet;

use super::{absent, may_speak_for, on, sitting};
use crate::{
    Context, Effect, PersonId, Refusal as Any, World, campaign,
    council_session::{Agenda, DeclareRecusal, Event, RecordAttendance, Refusal, State},
};

/// Opens the session by its roll call; roster and rules are frozen from then on (INV-18).
pub(crate) fn record_attendance(
    world: &World,
    context: &Context,
    command: &RecordAttendance,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    let present: BTreeSet<_> = command.present.iter().cloned().collect();
    let agenda = match world.council_session(session) {
        State::Convened(agenda) => agenda,
        State::Absent => return Err(absent(session).into()),
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            if sitting.present == present {
                return Ok(vec![]);
            }
            let session = session.clone();
            return Err(Refusal::RollCalled { session }.into());
        }
    };
    if context.occurred_at.date() < agenda.at.date() {
        return Err(Refusal::NotDue { at: agenda.at }.into());
    }
    must_be_members(agenda, &present)?;
    let active = world.campaign(&session.campaign).active();
    let rules = &active.ok_or(campaign::Refusal::Absent {})?.rules;
    let event = Event::AttendanceRecorded {
        present: present.into_iter().collect(),
        rules: rules.standing_committee.clone(),
    };
    Ok(vec![on(session, event)])
}

fn must_be_members(agenda: &Agenda, present: &BTreeSet<PersonId>) -> Result<(), Refusal> {
    let mut strangers = present
        .iter()
        .filter(|person| agenda.member(person).is_none());
    match strangers.next() {
        None => Ok(()),
        Some(stranger) => Err(Refusal::NotAMember {
            member: stranger.clone(),
        }),
    }
}

/// A member takes no part in an item (không tham gia biểu quyết, có liên quan), until the vote on
/// it is closed.
pub(crate) fn declare_recusal(
    world: &World,
    context: &Context,
    command: &DeclareRecusal,
) -> Result<Vec<Effect>, Any> {
    let DeclareRecusal {
        session,
        member,
        nomination,
    } = command;
    let sitting = sitting(world, session)?;
    may_speak_for(context, sitting, member)?;
    if sitting.is_recused(member, nomination) {
        return Ok(vec![]);
    }
    super::open(world, session)?;
    if !sitting.agenda.items.contains(nomination) {
        let nomination = nomination.clone();
        return Err(Refusal::NotOnAgenda { nomination }.into());
    }
    match sitting.motion_of(nomination) {
        Some((motion, voted)) if voted.is_closed => Err(Refusal::MotionClosed { motion }.into()),
        Some(_) | None => {
            let event = Event::RecusalDeclared {
                member: member.clone(),
                nomination: nomination.clone(),
            };
            Ok(vec![on(session, event)])
        }
    }
}

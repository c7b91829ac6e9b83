//! The roll call: `record_attendance`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{absent, on};
use crate::{
    Context, Effect, PersonId, Refusal as Any, World, campaign,
    council_session::{Agenda, Event, RecordAttendance, Refusal, State},
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
    let day = context.occurred_at.date();
    must_be_members(world, agenda, &present, day)?;
    let active = world.campaign(&session.campaign).active();
    let rules = &active.ok_or(campaign::Refusal::Absent {})?.rules;
    let event = Event::AttendanceRecorded {
        present: present.into_iter().collect(),
        rules: rules.standing_committee.clone(),
    };
    Ok(vec![on(session, event)])
}

/// On the roster, by an assignment that is still in force on the day of the session: it may have
/// ended since the session was convened.
fn must_be_members(
    world: &World,
    agenda: &Agenda,
    present: &BTreeSet<PersonId>,
    day: Date,
) -> Result<(), Refusal> {
    for person in present {
        let member = agenda.member(person);
        let member = member.ok_or_else(|| Refusal::NotAMember {
            member: person.clone(),
        })?;
        let held = world.assignment(&member.assignment).assignment();
        if !held.is_some_and(|held| held.is_in_force(day)) {
            return Err(Refusal::NoSeat {
                assignment: member.assignment.clone(),
                role: held.map(|held| held.role),
                day,
            });
        }
    }
    Ok(())
}

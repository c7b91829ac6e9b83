//! The roll call: `record_attendance`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{absent, body_rules, consultation::of_another_mode, gate_rules, on};
use crate::{
    Context, Effect, PersonId, Refusal as Any, World,
    council_session::{Agenda, Event, Mode, RecordAttendance, Refusal, State},
};

/// Opens the session by its roll call; roster and rules are frozen from then on (INV-18).
pub(crate) fn record_attendance(
    world: &World,
    context: &Context,
    command: &RecordAttendance,
) -> Result<Vec<Effect>, Any> {
    let session = &command.session;
    let present: BTreeSet<_> = command.present.iter().cloned().collect();
    let guests: BTreeSet<_> = command.guests.iter().cloned().collect();
    let agenda = match world.council_session(session) {
        State::Convened(agenda) => agenda,
        State::Absent => return Err(absent(session).into()),
        State::Open(sitting) | State::Closed(sitting) | State::MinutesSigned(sitting, _) => {
            if sitting.roll == present && sitting.guests == guests {
                return Ok(vec![]);
            }
            let session = session.clone();
            return Err(Refusal::RollCalled { session }.into());
        }
    };
    if agenda.mode == Mode::Written {
        return Err(of_another_mode(agenda.mode).into());
    }
    if context.occurred_at.date() < agenda.at.date() {
        return Err(Refusal::NotDue { at: agenda.at }.into());
    }
    must_be_members(world, agenda, &present, context.occurred_at.date())?;
    if let Some(guest) = guests.iter().find(|one| agenda.member(one).is_some()) {
        let member = guest.clone();
        return Err(Refusal::GuestIsMember { member }.into());
    }
    let roster = agenda.roster.iter().map(|member| member.person.clone());
    let event = Event::AttendanceRecorded {
        absent: roster.filter(|one| !present.contains(one)).collect(),
        present: present.into_iter().collect(),
        guests: guests.into_iter().collect(),
        rules: body_rules(gate_rules(world, session)?, agenda.mode).clone(),
    };
    Ok(vec![on(session, event)])
}

/// On the roster, by an assignment that is still in force on the day of the session: it may have
/// ended since the session was convened.
pub(super) fn must_be_members<'p>(
    world: &World,
    agenda: &Agenda,
    present: impl IntoIterator<Item = &'p PersonId>,
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

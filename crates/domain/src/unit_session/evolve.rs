//! What an event means.

use super::{Event, Meeting, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, _: &Origin) -> State {
    match (state, event) {
        (_, Event::AlternateBodyNamed { body, .. }) => State::Replaced(body.clone()),
        (
            before,
            Event::UnitSessionOpened {
                session: _,
                date,
                place,
                chair,
                secretary,
                total,
                rules,
            },
        ) => State::Held(Box::new(Meeting {
            date: *date,
            place: place.clone(),
            chair: chair.clone(),
            secretary: secretary.clone(),
            alternate: before.alternate().cloned(),
            total: *total,
            present: 0,
            rules: rules.clone(),
            recusals: Vec::new(),
            items: Vec::new(),
            minutes: None,
            annulled: None,
        })),
        (state @ (State::Absent | State::Replaced(_)), _) => state,
        (State::Held(mut meeting), _) => {
            remember(&mut meeting, event);
            State::Held(meeting)
        }
    }
}

fn remember(meeting: &mut Meeting, event: &Event) {
    match event {
        Event::AttendanceRecorded { present } => meeting.present = *present,
        Event::RecusalDeclared { nomination, count } => {
            meeting.recusals.push((nomination.clone(), *count));
        }
        Event::MotionClosed { items } => meeting.items.extend_from_slice(items),
        Event::MinutesSigned { document } => meeting.minutes = Some(document.clone()),
        Event::MotionAnnulled { reason_code } => meeting.annulled = Some(*reason_code),
        Event::AlternateBodyNamed { .. }
        | Event::UnitSessionOpened { .. }
        | Event::MotionOpened { .. }
        | Event::VotesRecorded { .. }
        | Event::UnitSessionClosed {} => {}
    }
}

//! What an event means.

use super::{Complaint, Event, Ruling, State};
use crate::Origin;

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::ComplaintRegistered {
                complaint_kind,
                is_anonymous,
                subject,
                knew_on,
                text,
                document,
                ..
            },
        ) => State::Registered(Complaint {
            kind: *complaint_kind,
            is_anonymous: *is_anonymous,
            subject: subject.clone(),
            knew_on: *knew_on,
            registered_on: origin.occurred_at.date(),
            text: text.clone(),
            document: document.clone(),
        }),
        (State::Registered(complaint), Event::ComplaintAccepted {}) => State::Accepted(complaint),
        (
            State::Accepted(complaint),
            Event::ComplaintDecided {
                outcome,
                number,
                date,
                document,
            },
        ) => {
            let ruling = Ruling {
                outcome: *outcome,
                number: number.clone(),
                date: *date,
                document: document.clone(),
            };
            State::Decided(complaint, ruling)
        }
        (
            State::Registered(complaint) | State::Accepted(complaint),
            Event::ComplaintWithdrawn {},
        ) => State::Withdrawn(complaint),
        (
            state,
            Event::ComplaintAccepted {}
            | Event::ComplaintDecided { .. }
            | Event::ComplaintWithdrawn {},
        ) => state,
    }
}

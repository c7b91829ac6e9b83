//! What an event means.

use super::{Event, Reply, State, Ticket};
use crate::Origin;

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (_, Event::FeedbackFiled { topic, text, .. }) => State::Open(Ticket {
            topic: *topic,
            text: text.clone(),
            filed_at: origin.occurred_at,
            routed_to: None,
        }),
        (State::Open(mut ticket), Event::FeedbackRouted { to }) => {
            ticket.routed_to = Some(*to);
            State::Open(ticket)
        }
        (
            State::Open(ticket) | State::Answered(ticket, _),
            Event::FeedbackAnswered { answer, general },
        ) => {
            let reply = Reply {
                answer: answer.clone(),
                general: *general,
            };
            State::Answered(ticket, reply)
        }
        (State::Answered(ticket, _), Event::FeedbackClosed {}) => State::Closed(ticket),
        (
            state,
            Event::FeedbackRouted { .. }
            | Event::FeedbackAnswered { .. }
            | Event::FeedbackClosed {},
        ) => state,
    }
}

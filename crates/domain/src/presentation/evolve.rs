//! What an event of a presentation means.

use super::{Event, Presented, State};
use crate::Origin;

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, _origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::PresentedToChairman {
                session,
                nominations,
                letter,
                ..
            },
        ) => State::Presented(Presented {
            session: session.clone(),
            items: nominations.clone(),
            letter_sha256: letter.sha256.clone(),
        }),
        (State::Presented(presented), Event::PresentationChecked {}) => State::Checked(presented),
        (State::Checked(presented), Event::ChairmanDecided { approved, .. }) => State::Decided {
            presented,
            approved: approved.clone(),
        },
        (state, Event::PresentationChecked {} | Event::ChairmanDecided { .. }) => state,
    }
}

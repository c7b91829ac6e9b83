//! What an event means.

use super::{Event, State};
use crate::Origin;

/// The state after this event. Destroyed is final.
#[must_use]
pub fn evolve(state: State, event: &Event, _origin: &Origin) -> State {
    match (state, event) {
        (State::Shredded, _) | (_, Event::PersonalDataShredded { .. }) => State::Shredded,
        (State::Absent | State::KeyHeld, Event::SealingKeyCreated { .. }) => State::KeyHeld,
    }
}

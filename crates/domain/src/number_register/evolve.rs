//! What an event of a number register means.

use std::collections::BTreeMap;

use super::{Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, _origin: &Origin) -> State {
    let mut given = match state {
        State::Absent => BTreeMap::new(),
        State::Open(given) => given,
    };
    match event {
        Event::NumberGiven {
            number, decision, ..
        } => given.insert(*number, decision.clone()),
    };
    State::Open(given)
}

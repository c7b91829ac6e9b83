//! What an event means.

use super::{Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(_: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::CodeGiven { serial } => State { last: *serial },
    }
}

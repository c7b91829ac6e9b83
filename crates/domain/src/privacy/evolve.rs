//! What an event means.

use super::{Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    let _ = (event, origin);
    state
}

//! What an event means.

use super::{Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(mut state: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::ReminderSent {
            act,
            about,
            due,
            offset,
            ..
        } => {
            for item in about {
                let told = state.entry(*act, item, *due);
                told.warned = told.warned.max(Some(*offset));
            }
        }
        Event::DeadlineMissed {
            act, about, due, ..
        } => {
            for item in about {
                state.entry(*act, item, *due).is_missed = true;
            }
        }
    }
    state
}

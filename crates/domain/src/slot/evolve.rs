//! What an event means.

use super::{Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(mut state: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::SlotsGranted { slots, live_max } | Event::SlotsReturned { slots, live_max } => {
            state.granted = *slots;
            state.live_max = live_max.unwrap_or(*slots);
        }
        Event::SlotTaken { nomination } => {
            state.taken.insert(nomination.clone());
        }
        Event::SlotFreed { nomination, .. } => {
            state.taken.remove(nomination);
        }
        Event::GroupRanked { ranking } | Event::NomineesRanked { ranking } => {
            state.ranking.clone_from(ranking);
        }
    }
    state
}

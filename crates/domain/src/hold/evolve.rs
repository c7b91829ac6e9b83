//! What an event means.

use super::{Event, Hold, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(mut state: State, event: &Event, origin: &Origin) -> State {
    match event {
        Event::HoldPlaced {
            hold,
            ground,
            verifying_body,
            document,
            review_by,
        } => {
            let placed = Hold {
                ground: *ground,
                verifying_body: verifying_body.clone(),
                document: document.clone(),
                review_by: *review_by,
                lift_requested: None,
                lifted: None,
            };
            state.holds.insert(*hold, placed);
        }
        Event::HoldReviewed { hold, review_by } => on_hold(&mut state, *hold, |hold| {
            hold.review_by = *review_by;
            hold.lift_requested = None;
        }),
        Event::HoldLiftRequested { hold, outcome, .. } => on_hold(&mut state, *hold, |hold| {
            hold.lift_requested = Some((origin.actor.principal.clone(), *outcome));
        }),
        Event::HoldLifted { hold, outcome } => on_hold(&mut state, *hold, |hold| {
            hold.lifted = Some(*outcome);
        }),
    }
    state
}

fn on_hold(state: &mut State, number: u32, change: impl FnOnce(&mut Hold)) {
    if let Some(hold) = state.holds.get_mut(&number) {
        change(hold);
    }
}

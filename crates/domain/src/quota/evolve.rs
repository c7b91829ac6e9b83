//! What an event means.

use super::{Change, Event, Move, Places, State};
use crate::{NomineeKind, Origin};

/// The state after this event.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table: one arm per event")]
pub fn evolve(state: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::QuotaSet {
            collective,
            individual,
        } => State::Set {
            collective: Box::new(limited(&state, NomineeKind::Collective, *collective)),
            individual: Box::new(limited(&state, NomineeKind::Individual, *individual)),
            changes: state.changes().to_vec(),
        },
        Event::QuotaChanged {
            collective,
            individual,
            reason,
            document,
            ..
        } => changed(
            &state,
            Change {
                collective: *collective,
                individual: *individual,
                reason: reason.clone(),
                document: document.clone(),
            },
        ),
        Event::QuotaRestored {
            kind, nomination, ..
        } => on_places(state, *kind, |places| {
            places.consumed.remove(nomination);
            places.restored.insert(nomination.clone());
        }),
        Event::CouncilRanked { kind, ranking } => on_places(state, *kind, |places| {
            places.ranking.clone_from(ranking);
        }),
        Event::EligibleUnitsDetermined { kind, units } => on_places(state, *kind, |places| {
            let entries = units.iter().map(|one| (one.unit.clone(), one.clone()));
            places.eligibility.extend(entries);
        }),
        Event::QuotaAllocated {
            kind, to, slots, ..
        } => on_places(state, *kind, |places| {
            places.allocations.insert(to.clone(), *slots);
        }),
        Event::QuotaReallocated {
            reallocation,
            kind,
            from,
            to,
            slots,
            ..
        } => on_places(state, *kind, |places| {
            let moved = Move {
                from: from.clone(),
                to: to.clone(),
                slots: *slots,
            };
            places.reallocations.insert(*reallocation, moved);
            if let Some(from) = from {
                let held = places.allocations.entry(from.clone()).or_default();
                *held = held.saturating_sub(*slots);
            }
            if let Some(to) = to {
                let held = places.allocations.entry(to.clone()).or_default();
                *held = held.saturating_add(*slots);
            }
        }),
        Event::PlaceReleased {
            kind, nomination, ..
        } => on_places(state, *kind, |places| {
            places.approved.remove(nomination);
            places.consumed.remove(nomination);
        }),
        Event::ConsumptionVoided { kind, nomination } => on_places(state, *kind, |places| {
            places.consumed.remove(nomination);
            places.approved.insert(nomination.clone());
        }),
        Event::PlaceApproved {
            kind, nomination, ..
        } => on_places(state, *kind, |places| {
            places.approved.insert(nomination.clone());
        }),
        Event::PlaceConsumed {
            kind, nomination, ..
        } => on_places(state, *kind, |places| {
            places.approved.remove(nomination);
            places.consumed.insert(nomination.clone());
        }),
    }
}

fn changed(state: &State, change: Change) -> State {
    State::Set {
        collective: Box::new(limited(state, NomineeKind::Collective, change.collective)),
        individual: Box::new(limited(state, NomineeKind::Individual, change.individual)),
        changes: [state.changes(), &[change]].concat(),
    }
}

fn limited(state: &State, kind: NomineeKind, limit: u32) -> Places {
    let before = state.places(kind).cloned().unwrap_or_default();
    Places { limit, ..before }
}

fn on_places(mut state: State, kind: NomineeKind, change: impl FnOnce(&mut Places)) -> State {
    if let Some(places) = state.places_mut(kind) {
        change(places);
    }
    state
}

//! What an event means.

use std::collections::BTreeMap;

use super::{Event, Regime, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::RegimeRecorded {
            coefficients,
            valid_from,
            valid_until,
            ..
        } => State::Regime(Regime {
            coefficients: *coefficients,
            valid_from: *valid_from,
            valid_until: *valid_until,
        }),
        Event::BaseWageRecorded {
            amount, valid_from, ..
        } => {
            let mut wages = match state {
                State::BaseWages(wages) => wages,
                State::Absent | State::Regime(_) => BTreeMap::new(),
            };
            wages.insert(*valid_from, *amount);
            State::BaseWages(wages)
        }
    }
}

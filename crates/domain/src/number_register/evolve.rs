//! What an event of a number register means.

use super::{Event, Given, Register, State};
use crate::Origin;

/// The state after this event. A voided number stays in the register: it is taken for ever.
#[must_use]
pub fn evolve(state: State, event: &Event, _origin: &Origin) -> State {
    match (state, event) {
        (_, Event::AwardEntered { number, .. }) => State::Awards(*number),
        (state @ (State::Absent | State::Awards(_)), Event::NumberVoided { .. }) => state,
        (State::Open(mut register), Event::NumberVoided { number, .. }) => {
            if let Some(given) = register.given.get_mut(number) {
                given.is_voided = true;
            }
            State::Open(register)
        }
        (
            state,
            Event::NumberGiven {
                number,
                date,
                decision,
                source,
            },
        ) => {
            let mut register = match state {
                State::Absent | State::Awards(_) => Register::new(*source),
                State::Open(register) => register,
            };
            let given = Given {
                decision: decision.clone(),
                date: *date,
                is_voided: false,
            };
            register.given.insert(*number, given);
            State::Open(register)
        }
    }
}

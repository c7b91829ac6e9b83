//! What an event means.

use super::{Event, State};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(mut state: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::FundCredited {
            amount,
            after_year_end,
            ..
        } => {
            state.credits.push(*amount);
            state.after_year_end = *after_year_end;
        }
        Event::FundsCommitted {
            decision, amount, ..
        } => {
            state.committed.0 += amount.0;
            state.shortfalls.remove(decision);
        }
        Event::FundShortfallRecorded {
            decision,
            needed,
            available,
        } => {
            let short = (*needed, *available);
            state.shortfalls.insert(decision.clone(), short);
        }
        Event::PrizesPaid { amount, .. } => state.paid.0 += amount.0,
        Event::CommitmentReleased { amount, .. } => state.committed.0 -= amount.0,
        Event::MoneyReturned { amount, .. } => {
            state.paid.0 -= amount.0;
            state.committed.0 -= amount.0;
        }
    }
    state
}

//! What an event means.

use super::{Event, Payout, PayoutStage as Stage, State};
use crate::Origin;

/// The state after this event. An event before the opening changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::PayoutOpened {
                decision,
                kind,
                legal_regime,
                issued_on,
                ..
            },
        ) => State::Open(Box::new(Payout {
            decision: decision.clone(),
            kind: *kind,
            legal_regime: legal_regime.clone(),
            issued_on: *issued_on,
            stage: Stage::PrizeDue,
            prize: None,
            committed: None,
            recovered: Vec::new(),
        })),
        (State::Open(mut payout), event) => {
            after_opening(&mut payout, event, origin);
            State::Open(payout)
        }
        (
            State::Absent,
            Event::PrizeComputed { .. }
            | Event::PrizeCommitted { .. }
            | Event::PrizePaid { .. }
            | Event::PrizeReturned { .. }
            | Event::PayoutCancelled { .. }
            | Event::PrizeRecoveryOpened { .. }
            | Event::PrizeRecovered { .. },
        ) => State::Absent,
    }
}

fn after_opening(payout: &mut Payout, event: &Event, origin: &Origin) {
    match event {
        Event::PrizeComputed { prize, .. } => {
            payout.prize = Some(*prize);
            payout.stage = Stage::Computed;
        }
        Event::PrizeCommitted { year } => {
            payout.committed = Some((*year, origin.actor.principal.clone()));
            payout.stage = Stage::Committed;
        }
        Event::PrizePaid { .. } => payout.stage = Stage::Paid,
        Event::PrizeReturned { .. } => payout.stage = Stage::Returned,
        Event::PayoutCancelled { .. } => payout.stage = Stage::PayoutCancelled,
        Event::PrizeRecoveryOpened { .. } => payout.stage = Stage::PrizeRecoveryDue,
        Event::PrizeRecovered { amount, .. } => {
            payout.recovered.push(*amount);
            if payout.recovered_amount() >= payout.amount() {
                payout.stage = Stage::PrizeRecovered;
            }
        }
        Event::PayoutOpened { .. } => {}
    }
}

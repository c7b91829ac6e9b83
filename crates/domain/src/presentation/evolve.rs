//! What an event of a presentation means.

use std::collections::BTreeSet;

use super::{Decided, Event, Presented, State};
use crate::{NominationId, Origin};

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, _origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::PresentedToChairman {
                session,
                nominations,
                letter,
                ..
            },
        ) => State::Presented(Presented {
            session: session.clone(),
            items: nominations.clone(),
            letter_sha256: letter.sha256.clone(),
        }),
        (State::Presented(presented), Event::PresentationChecked {}) => State::Checked(presented),
        (
            State::Presented(presented) | State::Checked(presented),
            Event::PresentationReturned { .. },
        ) => State::Returned(presented),
        (State::Checked(presented), event @ Event::ChairmanDecided { .. }) => {
            decided(presented, Outcome::default(), event)
        }
        (
            State::Decided {
                presented,
                approved,
                pending,
                last,
            },
            event,
        ) => {
            let outcome = Outcome {
                approved,
                pending,
                last,
            };
            decided(presented, outcome, event)
        }
        (
            state,
            Event::PresentationChecked {}
            | Event::PresentationReturned { .. }
            | Event::ChairmanDecided { .. }
            | Event::ChairmanAnswered { .. }
            | Event::ApprovalsWithdrawn { .. },
        ) => state,
    }
}

/// What has come of a presentation so far.
#[derive(Default)]
struct Outcome {
    approved: BTreeSet<NominationId>,
    pending: BTreeSet<NominationId>,
    last: Decided,
}

fn decided(presented: Presented, mut outcome: Outcome, event: &Event) -> State {
    go_on(&mut outcome, event);
    State::Decided {
        presented,
        approved: outcome.approved,
        pending: outcome.pending,
        last: outcome.last,
    }
}

fn go_on(outcome: &mut Outcome, event: &Event) {
    match event {
        Event::ChairmanDecided {
            approved,
            declined,
            returned,
            held,
        } => {
            outcome.pending = held.iter().cloned().collect();
            outcome.approved.extend(approved.iter().cloned());
            let returned = returned.iter();
            outcome.last = Decided {
                declined: declined.iter().cloned().collect(),
                returned: returned
                    .map(|one| (one.nomination.clone(), one.to))
                    .collect(),
            };
        }
        Event::ChairmanAnswered { nominations } => {
            outcome.pending.extend(nominations.iter().cloned());
        }
        Event::ApprovalsWithdrawn { nominations } => {
            for nomination in nominations {
                outcome.approved.remove(nomination);
                outcome.pending.insert(nomination.clone());
            }
        }
        Event::PresentedToChairman { .. }
        | Event::PresentationChecked {}
        | Event::PresentationReturned { .. } => {}
    }
}

//! What an event of a presentation means.

use std::collections::BTreeSet;

use super::{Event, Presented, State};
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
        (State::Checked(presented), Event::ChairmanDecided { approved, .. }) => State::Decided {
            presented,
            approved: approved.iter().cloned().collect(),
            pending: BTreeSet::new(),
        },
        (
            State::Decided {
                presented,
                mut approved,
                mut pending,
            },
            event,
        ) => {
            after_decision(&mut approved, &mut pending, event);
            State::Decided {
                presented,
                approved,
                pending,
            }
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

fn after_decision(
    approved: &mut BTreeSet<NominationId>,
    pending: &mut BTreeSet<NominationId>,
    event: &Event,
) {
    match event {
        Event::ChairmanDecided {
            approved: newly,
            declined,
            returned,
        } => {
            let returned = returned.iter().map(|item| &item.nomination);
            for decided in newly.iter().chain(declined).chain(returned) {
                pending.remove(decided);
            }
            approved.extend(newly.iter().cloned());
        }
        Event::ChairmanAnswered { nominations } => pending.extend(nominations.iter().cloned()),
        Event::ApprovalsWithdrawn { nominations } => {
            for nomination in nominations {
                approved.remove(nomination);
                pending.insert(nomination.clone());
            }
        }
        Event::PresentedToChairman { .. }
        | Event::PresentationChecked {}
        | Event::PresentationReturned { .. } => {}
    }
}

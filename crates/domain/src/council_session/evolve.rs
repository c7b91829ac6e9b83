//! What an event of a session means.

mod attendance;
mod vote;

use std::collections::{BTreeMap, BTreeSet};

use super::{Agenda, Event, Minutes, Sitting, State, Stay};
use crate::{Origin, campaign::VotingRules};

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::CouncilConvened {
                mode,
                at,
                place,
                roster,
                ..
            },
        ) => State::Convened(Agenda {
            mode: *mode,
            at: *at,
            place: place.clone(),
            roster: roster.clone(),
            items: Vec::new(),
        }),
        (State::Convened(mut agenda), Event::NominationsListed { nominations }) => {
            agenda.items.extend(nominations.iter().cloned());
            State::Convened(agenda)
        }
        (
            State::Convened(agenda),
            Event::AttendanceRecorded {
                present,
                guests,
                rules,
                ..
            },
        ) => {
            let (from, to) = (origin.occurred_at, None);
            let stays = present.iter().cloned();
            State::Open(Box::new(Sitting {
                roll: present.iter().cloned().collect(),
                guests: guests.iter().cloned().collect(),
                stays: stays.map(|one| (one, vec![Stay { from, to }])).collect(),
                ..opened(agenda, rules)
            }))
        }
        (State::Convened(agenda), Event::ConsultationSent { due, rules }) => {
            State::Open(Box::new(Sitting {
                due: Some(*due),
                ..opened(agenda, rules)
            }))
        }
        (State::Open(sitting), Event::CouncilSessionClosed {}) => State::Closed(sitting),
        (State::Open(mut sitting), event) => {
            attendance::evolve(&mut sitting, event);
            vote::evolve(&mut sitting, event, origin);
            State::Open(sitting)
        }
        (State::Closed(mut sitting), event @ Event::MotionAnnulled { .. }) => {
            vote::evolve(&mut sitting, event, origin);
            State::Closed(sitting)
        }
        (State::MinutesSigned(mut sitting, minutes), event @ Event::MotionAnnulled { .. }) => {
            vote::evolve(&mut sitting, event, origin);
            State::MinutesSigned(sitting, minutes)
        }
        (State::Closed(sitting), Event::CouncilMinutesSigned { document, .. }) => {
            let sha256 = document.sha256.clone();
            State::MinutesSigned(sitting, Minutes { sha256 })
        }
        (state, _) => state,
    }
}

/// A session with nobody in the room and nothing voted on yet.
fn opened(agenda: Agenda, rules: &VotingRules) -> Sitting {
    Sitting {
        agenda,
        roll: BTreeSet::new(),
        guests: BTreeSet::new(),
        stays: BTreeMap::new(),
        due: None,
        rules: rules.clone(),
        recused: BTreeSet::new(),
        pulled: BTreeSet::new(),
        referred: BTreeSet::new(),
        motions: BTreeMap::new(),
        counted_at: None,
    }
}

//! What an event of a session means.

use std::collections::{BTreeMap, BTreeSet};

use super::{Agenda, Ballot, Event, Minutes, Motion, Sitting, State};
use crate::Origin;

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, _origin: &Origin) -> State {
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
        (State::Convened(agenda), Event::AttendanceRecorded { present, rules }) => {
            State::Open(Box::new(Sitting {
                agenda,
                present: present.iter().cloned().collect(),
                rules: rules.clone(),
                recused: BTreeSet::new(),
                motions: BTreeMap::new(),
            }))
        }
        (State::Open(sitting), Event::CouncilSessionClosed {}) => State::Closed(sitting),
        (State::Open(mut sitting), event) => {
            vote(&mut sitting, event);
            State::Open(sitting)
        }
        (State::Closed(mut sitting), event @ Event::MotionAnnulled { .. }) => {
            vote(&mut sitting, event);
            State::Closed(sitting)
        }
        (State::MinutesSigned(mut sitting, minutes), event @ Event::MotionAnnulled { .. }) => {
            vote(&mut sitting, event);
            State::MinutesSigned(sitting, minutes)
        }
        (State::Closed(sitting), Event::CouncilMinutesSigned { document }) => {
            let sha256 = document.sha256.clone();
            State::MinutesSigned(sitting, Minutes { sha256 })
        }
        (state, _) => state,
    }
}

/// What happens between roll call and closing.
fn vote(sitting: &mut Sitting, event: &Event) {
    match event {
        Event::RecusalDeclared {
            member, nomination, ..
        }
        | Event::RecusalImposed {
            member, nomination, ..
        } => {
            sitting.recused.insert((nomination.clone(), member.clone()));
        }
        Event::MotionOpened { motion, items } => {
            let opened = Motion {
                items: items.clone(),
                ballots: BTreeMap::new(),
                is_closed: false,
                is_annulled: false,
            };
            sitting.motions.insert(*motion, opened);
        }
        Event::BallotCast {
            motion,
            member,
            choice,
            exceptions,
        } => {
            let ballot = Ballot {
                choice: *choice,
                exceptions: exceptions.clone(),
            };
            if let Some(motion) = sitting.motions.get_mut(motion) {
                motion.ballots.insert(member.clone(), ballot);
            }
        }
        Event::CouncilMotionClosed { motion, .. } => {
            if let Some(motion) = sitting.motions.get_mut(motion) {
                motion.is_closed = true;
            }
        }
        Event::MotionAnnulled { motion, .. } => {
            if let Some(motion) = sitting.motions.get_mut(motion) {
                motion.is_closed = true;
                motion.is_annulled = true;
            }
        }
        Event::CouncilConvened { .. }
        | Event::NominationsListed { .. }
        | Event::AttendanceRecorded { .. }
        | Event::CouncilSessionClosed {}
        | Event::CouncilMinutesSigned { .. } => {}
    }
}

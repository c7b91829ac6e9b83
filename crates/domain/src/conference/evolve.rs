//! What an event means.

use std::collections::BTreeSet;

use super::{Conference, Event, State};
use crate::Origin;

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, _: &Origin) -> State {
    match (state, event) {
        (
            State::Absent,
            Event::ConferenceScheduled {
                within, starts_at, ..
            },
        ) => State::Open(Conference {
            within: within.clone(),
            starts_at: *starts_at,
            presented: BTreeSet::new(),
            report: None,
        }),
        (
            State::Open(mut conference),
            Event::ConferenceScheduled {
                within, starts_at, ..
            },
        ) => {
            conference.within.clone_from(within);
            conference.starts_at = *starts_at;
            State::Open(conference)
        }
        (State::Open(mut conference), Event::AwardCeremonyRecorded { decisions }) => {
            conference.presented.extend(decisions.iter().cloned());
            State::Open(conference)
        }
        (State::Open(mut conference), Event::SummationReportRecorded { report }) => {
            conference.report = Some(report.sha256.clone());
            State::Open(conference)
        }
        (State::Open(conference), Event::ConferenceClosed {}) => State::Closed(conference),
        (state @ State::Closed(_), Event::ConferenceScheduled { .. })
        | (
            state @ (State::Absent | State::Closed(_)),
            Event::AwardCeremonyRecorded { .. }
            | Event::SummationReportRecorded { .. }
            | Event::ConferenceClosed {},
        ) => state,
    }
}

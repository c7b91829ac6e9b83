//! What an event means.

use super::{
    Event, State,
    state::{Discipline, Initiative, RecordedResult},
};
use crate::Origin;

/// The state after this event.
#[must_use]
pub fn evolve(mut state: State, event: &Event, _: &Origin) -> State {
    match event {
        Event::UnitResultRecorded {
            result,
            status,
            cut_off,
        } => state.set_result(RecordedResult {
            result: result.clone(),
            status: *status,
            cut_off: *cut_off,
        }),
        Event::InitiativeRecorded {
            number,
            date,
            recognised_by,
            document: _,
        } => {
            let initiative = Initiative {
                date: *date,
                recognised_by: recognised_by.clone(),
            };
            state.add_initiative(number.clone(), initiative);
        }
        Event::RatingRecorded { rating, status } => state.set_rating(*rating, *status),
        Event::PastAwardRecorded { award } | Event::LegacyAwardRecorded { award, decision: _ } => {
            state.add_past_award(award.clone());
        }
        Event::AuthorityIndexRecorded { index, status } => {
            state.set_authority_index(index.clone(), *status);
        }
        Event::DisciplineRecorded {
            is_key_leader,
            issued_on,
            document_number,
        } => {
            let discipline = Discipline {
                is_key_leader: *is_key_leader,
                issued_on: *issued_on,
            };
            state.add_discipline(document_number.clone(), discipline);
        }
    }
    state
}

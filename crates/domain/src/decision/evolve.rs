//! What an event of a decision means.

use super::{Draft, Event, Number, Signature, State};
use crate::{Document, Moment, Origin};

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::DecisionDrafted {
                presentation,
                awardees,
                document,
                ..
            },
        ) => State::Drafted(Draft {
            presentation: presentation.clone(),
            awardees: awardees.clone(),
            sha256: document.sha256.clone(),
            initials: Vec::new(),
            ready_at: origin.occurred_at,
        }),
        (State::Drafted(mut draft), Event::DraftInitialled { aspect, .. }) => {
            draft.initials.push(*aspect);
            draft.ready_at = draft.ready_at.max(origin.occurred_at);
            State::Drafted(draft)
        }
        (
            State::Drafted(draft),
            Event::DecisionSigned {
                signed_at, scan, ..
            },
        ) => State::Signed(draft, signature(origin, *signed_at, scan)),
        (
            State::Signed(draft, signature),
            Event::NumberAssigned {
                number,
                symbol,
                date,
                ..
            },
        ) => State::Numbered(
            draft,
            signature,
            Number {
                number: *number,
                symbol: symbol.clone(),
                date: *date,
            },
        ),
        (State::Numbered(draft, signature, number), Event::OrganisationSigned {}) => {
            State::Sealed(draft, signature, number)
        }
        (State::Sealed(draft, signature, number), Event::DecisionIssued { .. }) => {
            State::Issued(draft, signature, number)
        }
        (
            state,
            Event::DraftInitialled { .. }
            | Event::DecisionSigned { .. }
            | Event::NumberAssigned { .. }
            | Event::OrganisationSigned {}
            | Event::DecisionIssued { .. },
        ) => state,
    }
}

/// The signature is the Chairman's, also where the Office recorded it.
fn signature(origin: &Origin, signed_at: Moment, scan: &Document) -> Signature {
    let actor = &origin.actor;
    let signed_by = actor.on_behalf_of.as_ref().unwrap_or(&actor.assignment);
    Signature {
        signed_by: signed_by.clone(),
        signed_at,
        scan_sha256: scan.sha256.clone(),
    }
}

//! What an event of a decision means.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Draft, Event, InitialAspect, Mailing, Number, Signature, State};
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
                recipients,
                document,
                ..
            },
        ) => State::Drafted(Draft {
            presentation: presentation.clone(),
            awardees: awardees.clone(),
            recipients: recipients.clone(),
            sha256: document.sha256.clone(),
            initials: Vec::new(),
            ready_at: origin.occurred_at,
            confirmed: BTreeSet::new(),
        }),
        (State::Drafted(draft), Event::DraftInitialled { aspect, .. }) => {
            State::Drafted(initialled(draft, *aspect, origin))
        }
        (State::Drafted(mut draft), Event::AwardDetailsConfirmed { nomination }) => {
            draft.confirmed.insert(nomination.clone());
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
        ) => State::Numbered(draft, signature, given(*number, symbol, *date)),
        (State::Numbered(draft, signature, number), Event::OrganisationSigned {}) => {
            State::Sealed(draft, signature, number)
        }
        (State::Sealed(draft, signature, number), Event::DecisionIssued { .. }) => {
            State::Issued(draft, signature, number, Mailing::default())
        }
        (State::Issued(draft, signature, number, mut mailing), event) => {
            mail(&mut mailing, event);
            State::Issued(draft, signature, number, mailing)
        }
        (
            state,
            Event::DraftInitialled { .. }
            | Event::DecisionSigned { .. }
            | Event::NumberAssigned { .. }
            | Event::OrganisationSigned {}
            | Event::AwardDetailsConfirmed { .. }
            | Event::DecisionIssued { .. }
            | Event::DecisionDispatched { .. }
            | Event::ReceiptRecorded { .. }
            | Event::DocumentRecalled { .. }
            | Event::ResultNoticesSent { .. },
        ) => state,
    }
}

fn given(number: u32, symbol: &str, date: Date) -> Number {
    let symbol = symbol.to_owned();
    Number {
        number,
        symbol,
        date,
    }
}

/// The draft with one more initial.
fn initialled(mut draft: Draft, aspect: InitialAspect, origin: &Origin) -> Draft {
    draft.initials.push(aspect);
    draft.ready_at = draft.ready_at.max(origin.occurred_at);
    draft
}

/// What happens to an issued decision.
fn mail(mailing: &mut Mailing, event: &Event) {
    match event {
        Event::DecisionDispatched { recipients } => {
            for recipient in recipients {
                mailing.recalled.remove(recipient);
                mailing.dispatched.insert(recipient.clone());
            }
        }
        Event::ReceiptRecorded { recipient, .. } => {
            mailing.received.insert(recipient.clone());
        }
        Event::DocumentRecalled { recipient, .. } => {
            mailing.dispatched.remove(recipient);
            mailing.received.remove(recipient);
            mailing.recalled.insert(recipient.clone());
        }
        Event::ResultNoticesSent { nominations } => {
            mailing.noticed.extend(nominations.iter().cloned());
        }
        Event::DecisionDrafted { .. }
        | Event::DraftInitialled { .. }
        | Event::AwardDetailsConfirmed { .. }
        | Event::DecisionSigned { .. }
        | Event::NumberAssigned { .. }
        | Event::OrganisationSigned {}
        | Event::DecisionIssued { .. } => {}
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

//! What an event of a decision means.

use std::collections::BTreeSet;

use super::{
    Aftermath, Draft, Event, FormalCorrection, InitialAspect, Legacy, Mailing, Number, Signature,
    State,
};
use crate::Origin;

/// The state after this event. An event out of its order changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::LegacyDecisionRegistered {
                decision: _,
                paper,
                year,
                collectives,
                individuals,
            },
        ) => State::Legacy(Box::new(Legacy {
            paper: paper.clone(),
            year: *year,
            awards: collectives.saturating_add(*individuals),
        })),
        (
            _,
            Event::DecisionDrafted {
                subject,
                awardees,
                recipients,
                document,
                ..
            },
        ) => State::Drafted(Draft {
            subject: subject.clone(),
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
                signer,
                signed_at,
                scan,
                ..
            },
        ) => {
            let signature = Signature {
                signed_by: signer.clone(),
                signed_at: *signed_at,
                scan_sha256: scan.sha256.clone(),
                voided: Vec::new(),
            };
            State::Signed(draft, signature)
        }
        (State::Drafted(draft), _) => State::Drafted(draft),
        (state, event) => signed(state, event),
    }
}

/// A signed decision, until it is issued or its signature voided; then what follows the issue.
fn signed(state: State, event: &Event) -> State {
    match (state, event) {
        (
            State::Signed(draft, signature),
            Event::NumberAssigned {
                number,
                symbol,
                date,
                source,
                ..
            },
        ) => {
            let number = Number {
                number: *number,
                symbol: symbol.clone(),
                date: *date,
                source: *source,
            };
            State::Numbered(draft, signature, number)
        }
        (State::Numbered(draft, signature, number), Event::OrganisationSigned {}) => {
            State::Sealed(draft, signature, number)
        }
        (
            State::Numbered(draft, mut signature, number)
            | State::Sealed(draft, mut signature, number),
            Event::NumberVoided { .. },
        ) => {
            signature.voided.push(number);
            State::Signed(draft, signature)
        }
        (
            State::Signed(draft, _) | State::Numbered(draft, ..) | State::Sealed(draft, ..),
            Event::SignatureVoided { .. },
        ) => State::Voided(draft),
        (State::Sealed(draft, signature, number), Event::DecisionIssued { .. }) => {
            State::Issued(draft, signature, number, Box::default())
        }
        (State::Issued(draft, signature, number, mut aftermath), event) => {
            go_on(&mut aftermath, event);
            State::Issued(draft, signature, number, aftermath)
        }
        (state, _) => state,
    }
}

/// The draft with one more initial.
fn initialled(mut draft: Draft, aspect: InitialAspect, origin: &Origin) -> Draft {
    draft.initials.push(aspect);
    draft.ready_at = draft.ready_at.max(origin.occurred_at);
    draft
}

/// What happens to an issued decision.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what comes before the issue happens to it no more"
)]
fn go_on(aftermath: &mut Aftermath, event: &Event) {
    match event {
        Event::LaterDecisionIssued {
            decision,
            is_ended: true,
            ..
        } => aftermath.ended_by = Some(decision.clone()),
        Event::FormalCorrectionIssued {
            letter_no,
            date,
            document,
            corrects,
        } => {
            let correction = FormalCorrection {
                date: *date,
                sha256: document.sha256.clone(),
                corrects: *corrects,
            };
            aftermath.corrections.insert(letter_no.clone(), correction);
        }
        event => mail(&mut aftermath.mailing, event),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other events move no copy of it"
)]
fn mail(mailing: &mut Mailing, event: &Event) {
    match event {
        Event::DecisionDispatched { recipients } => {
            for recipient in recipients {
                mailing.recalled.remove(recipient);
                mailing.recall_confirmed.remove(recipient);
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
        Event::RecallConfirmed { recipient, .. } => {
            mailing.recall_confirmed.insert(recipient.clone());
        }
        Event::ResultNoticesSent { nominations } => {
            mailing.noticed.extend(nominations.iter().cloned());
        }
        _ => {}
    }
}

//! What an event of a submission means.

use jiff::civil::Date;

use super::{Event, List, Papers, State};
use crate::{Document, DocumentKind, Moment, Origin, nomination::SupplementItem};

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    let returned = match &state {
        State::Returned {
            sent_at,
            items,
            due,
            ..
        } => Some((*sent_at, items.clone(), *due)),
        State::Sent { sent_at, .. } => Some((*sent_at, Vec::new(), Date::MAX)),
        State::Absent
        | State::Preparing(_)
        | State::Signed(_)
        | State::Received(_)
        | State::Refused(_)
        | State::Withdrawn(_) => None,
    };
    let papers = papers(state);
    match event {
        Event::SubmissionOpened { .. } => State::Preparing(Papers::default()),
        Event::PartAttached { document } => edited(attach(papers, document), returned),
        Event::ListSet {
            session,
            nominations,
        } => State::Preparing(set_list(
            papers,
            List {
                session: session.clone(),
                nominations: nominations.clone(),
            },
        )),
        Event::MinutesExtractCertified { .. } => {
            let papers = Papers {
                is_extract_certified: true,
                ..papers
            };
            edited(papers, returned)
        }
        Event::SubmissionLetterSigned { .. } => {
            let actor = &origin.actor;
            let signer = actor.on_behalf_of.as_ref().unwrap_or(&actor.assignment);
            let papers = Papers {
                signed_by: Some(signer.clone()),
                ..papers
            };
            signed(papers, returned)
        }
        Event::SubmissionSent { .. } => State::Sent {
            papers,
            sent_at: origin.occurred_at,
        },
        Event::SubmissionReturned { items, due } => State::Returned {
            papers,
            sent_at: sent_at(returned, origin),
            items: items.clone(),
            due: *due,
        },
        Event::SubmissionResubmitted {} => State::Sent {
            papers,
            sent_at: sent_at(returned, origin),
        },
        Event::SubmissionReceived { .. } => State::Received(papers),
        Event::SubmissionRefused { .. } => State::Refused(papers),
        Event::SubmissionWithdrawn {} => State::Withdrawn(papers),
    }
}

/// When it was sent, what is wrong, the last day.
type Return = (Moment, Vec<SupplementItem>, Date);

/// An edit voids the signature; what was returned stays returned.
fn edited(papers: Papers, returned: Option<Return>) -> State {
    let papers = Papers {
        signed_by: None,
        ..papers
    };
    match returned {
        Some(returned) => still_returned(papers, returned),
        None => State::Preparing(papers),
    }
}

fn signed(papers: Papers, returned: Option<Return>) -> State {
    match returned {
        Some(returned) => still_returned(papers, returned),
        None => State::Signed(papers),
    }
}

fn still_returned(papers: Papers, (sent_at, items, due): Return) -> State {
    State::Returned {
        papers,
        sent_at,
        items,
        due,
    }
}

fn sent_at(returned: Option<Return>, origin: &Origin) -> Moment {
    returned.map_or(origin.occurred_at, |(sent_at, ..)| sent_at)
}

fn papers(state: State) -> Papers {
    state.into_papers().unwrap_or_default()
}

/// The last part of its kind counts; a new extract is not certified yet.
fn attach(papers: Papers, document: &Document) -> Papers {
    let attached = Some(document.clone());
    match document.kind {
        DocumentKind::SubmissionLetter => Papers {
            letter: attached,
            ..papers
        },
        DocumentKind::MinutesExtract => Papers {
            extract: attached,
            is_extract_certified: false,
            ..papers
        },
        DocumentKind::Plan
        | DocumentKind::AchievementReport
        | DocumentKind::Minutes
        | DocumentKind::Evidence
        | DocumentKind::PresentationLetter
        | DocumentKind::Decision => papers,
    }
}

/// A list that cites another meeting needs that meeting's extract, certified again.
fn set_list(papers: Papers, list: List) -> Papers {
    let cited = papers.list.as_ref().map(|list| &list.session);
    let is_same_session = cited == Some(&list.session);
    Papers {
        is_extract_certified: papers.is_extract_certified && is_same_session,
        list: Some(list),
        ..papers
    }
}

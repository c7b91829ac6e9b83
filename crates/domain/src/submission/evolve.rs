//! What an event of a submission means.

use super::{Event, List, Papers, State};
use crate::{Document, DocumentKind, Origin};

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    let papers = papers(state);
    match event {
        Event::SubmissionOpened { .. } => State::Preparing(Papers::default()),
        Event::PartAttached { document } => State::Preparing(attach(papers, document)),
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
        Event::MinutesExtractCertified { .. } => State::Preparing(Papers {
            is_extract_certified: true,
            ..papers
        }),
        Event::SubmissionLetterSigned { .. } => State::Signed(papers),
        Event::SubmissionSent { .. } => State::Sent {
            papers,
            sent_at: origin.occurred_at,
        },
        Event::SubmissionReceived { .. } => State::Received(papers),
    }
}

fn papers(state: State) -> Papers {
    match state {
        State::Absent => Papers::default(),
        State::Preparing(papers)
        | State::Signed(papers)
        | State::Sent { papers, .. }
        | State::Received(papers) => papers,
    }
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

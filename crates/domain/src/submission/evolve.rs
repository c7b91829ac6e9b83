//! What an event of a submission means.

use super::{Event, LatePermission, List, Papers, Returned, State};
use crate::{Document, DocumentKind, Origin};

/// The state after this event.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match event {
        Event::SubmissionOpened { .. } => State::Preparing(Papers::default()),
        Event::PartAttached { document } => edited(state, |papers| attach(papers, document)),
        Event::ListSet {
            session,
            nominations,
        } => edited(state, |papers| {
            let list = List {
                session: session.clone(),
                nominations: nominations.clone(),
            };
            set_list(papers, list)
        }),
        Event::MinutesExtractCertified { .. } => edited(state, |papers| Papers {
            is_extract_certified: true,
            ..papers
        }),
        Event::SubmissionLetterSigned { .. } => signed(state, origin),
        Event::LatePermissionRequested { reason_code } => kept(state, |papers| {
            papers.late_asked = Some(*reason_code);
        }),
        Event::LatePermissionGranted {
            by,
            until,
            reason_code,
        } => kept(state, |papers| {
            papers.late_permission = Some(LatePermission {
                by: by.clone(),
                until: *until,
                reason_code: *reason_code,
            });
        }),
        Event::SubmissionSent { .. } | Event::SubmissionResubmitted {} => {
            State::Sent(state.into_papers())
        }
        Event::SubmissionReturned { items, due } => {
            let papers = state.into_papers();
            State::Returned(Box::new(Returned {
                sent: papers.clone(),
                papers,
                items: items.clone(),
                due: *due,
            }))
        }
        Event::SubmissionReceived { .. } => State::Received(state.into_papers()),
        Event::SubmissionRefused { .. } => State::Refused(state.into_papers()),
        Event::SubmissionWithdrawn {} => State::Withdrawn(state.into_papers()),
    }
}

/// Something about the papers that leaves the submission where it is.
fn kept(mut state: State, change: impl FnOnce(&mut Papers)) -> State {
    if let Some(papers) = state.papers_mut() {
        change(papers);
    }
    state
}

/// An edit voids the signature; what was returned stays returned.
fn edited(state: State, edit: impl FnOnce(Papers) -> Papers) -> State {
    change(state, State::Preparing, |papers| Papers {
        signed_by: None,
        ..edit(papers)
    })
}

fn signed(state: State, origin: &Origin) -> State {
    let actor = &origin.actor;
    let signer = actor.on_behalf_of.as_ref().unwrap_or(&actor.assignment);
    change(state, State::Signed, |papers| Papers {
        signed_by: Some(signer.clone()),
        ..papers
    })
}

fn change(
    state: State,
    otherwise: impl FnOnce(Papers) -> State,
    change: impl FnOnce(Papers) -> Papers,
) -> State {
    if let State::Returned(mut returned) = state {
        returned.papers = change(returned.papers);
        return State::Returned(returned);
    }
    otherwise(change(state.into_papers()))
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
        | DocumentKind::Certificate
        | DocumentKind::SummationReport
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

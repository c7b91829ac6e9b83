//! A submission in the queue, from its opening to its receipt.

use crate::kit::{History, assignment, document, hour, nomination, submission, unit_session};
use khen_domain::{
    DocumentKind, Moment, Origin, State, StreamKey,
    submission::{Event as Submission, State as Situation},
};
use khen_projections::Queue;

fn paper() -> StreamKey {
    StreamKey::submission(&submission())
}

fn opened() -> History {
    let submission = submission();
    History::default().then(&paper(), Submission::SubmissionOpened { submission })
}

fn attached(kind: DocumentKind) -> Submission {
    Submission::PartAttached {
        document: document(kind),
    }
}

fn listed(number: u32) -> Submission {
    Submission::ListSet {
        session: unit_session(number),
        nominations: vec![nomination()],
    }
}

fn certified() -> Submission {
    Submission::MinutesExtractCertified {
        sha256: "ab".repeat(32),
        chair: assignment("head-1"),
        secretary: assignment("secretary-1"),
    }
}

fn signed() -> Submission {
    Submission::SubmissionLetterSigned {
        sha256: "ab".repeat(32),
    }
}

fn complete() -> History {
    opened()
        .then(&paper(), attached(DocumentKind::SubmissionLetter))
        .then(&paper(), attached(DocumentKind::MinutesExtract))
        .then(&paper(), listed(1))
        .then(&paper(), certified())
        .then(&paper(), signed())
}

fn next(history: &History) -> (String, String) {
    let row = history.row::<Queue>();
    (row.role, row.act)
}

fn is(role: &str, act: &str) -> (String, String) {
    (role.to_owned(), act.to_owned())
}

#[test]
fn a_submission_goes_from_desk_to_desk() {
    let history = opened();
    assert_eq!(next(&history), is("unit_officer", "attach_part"));
    let history = history
        .then(&paper(), attached(DocumentKind::SubmissionLetter))
        .then(&paper(), attached(DocumentKind::MinutesExtract));
    assert_eq!(next(&history), is("unit_officer", "set_list"));
    let history = history.then(&paper(), listed(1));
    assert_eq!(
        next(&history),
        is("unit_secretary", "certify_minutes_extract")
    );
    let history = history.then(&paper(), certified());
    assert_eq!(next(&history), is("unit_head", "sign_submission_letter"));
    assert_eq!(
        history.row::<Queue>().scope_unit.as_deref(),
        Some("tu-phap")
    );
    let history = history.then(&paper(), signed());
    assert_eq!(next(&history), is("unit_head", "submit_submission"));
    let nominations = vec![nomination()];
    let history = history.then(
        &paper(),
        Submission::SubmissionSent {
            nominations,
            late: None,
        },
    );
    assert_eq!(
        next(&history),
        is("intake_officer", "acknowledge_submission")
    );
    let row = history.row::<Queue>();
    assert_eq!(
        (row.scope_unit, row.unit.as_deref()),
        (None, Some("tu-phap"))
    );
    let receipt_no = "12".to_owned();
    let history = history.then(&paper(), Submission::SubmissionReceived { receipt_no });
    assert!(history.rows::<Queue>().is_empty());
}

#[test]
fn an_edit_voids_the_signature() {
    for edit in [
        listed(1),
        attached(DocumentKind::SubmissionLetter),
        certified(),
    ] {
        let history = complete().then(&paper(), edit);
        assert_eq!(next(&history), is("unit_head", "sign_submission_letter"));
    }
}

#[test]
fn another_meeting_or_extract_asks_for_another_certificate() {
    for edit in [listed(2), attached(DocumentKind::MinutesExtract)] {
        let history = complete().then(&paper(), edit);
        assert_eq!(
            next(&history),
            is("unit_secretary", "certify_minutes_extract")
        );
    }
}

#[test]
fn waiting_begins_when_the_paper_comes_to_the_desk() {
    let history = opened().then(&paper(), attached(DocumentKind::SubmissionLetter));
    assert_eq!(history.row::<Queue>().since, hour(0));
    let history = history
        .then(&paper(), attached(DocumentKind::MinutesExtract))
        .then(&paper(), listed(1));
    assert_eq!(history.row::<Queue>().since, hour(3));
}

#[test]
fn the_queue_and_the_domain_agree_on_what_is_signed() {
    let edits = [
        listed(1),
        listed(2),
        attached(DocumentKind::MinutesExtract),
        certified(),
        signed(),
    ];
    for first in &edits {
        for second in &edits {
            let history = complete()
                .then(&paper(), first.clone())
                .then(&paper(), second.clone());
            let is_signed = matches!(folded(&history), Situation::Signed(_));
            let may_be_sent = next(&history).1 == "submit_submission";
            assert!(is_signed || !may_be_sent, "{first:?}, {second:?}");
        }
    }
}

fn folded(history: &History) -> Situation {
    let origin = Origin {
        actor: khen_domain::Actor {
            principal: "p1"
                .to_owned()
                .try_into()
                .expect("the story is well formed"),
            assignment: assignment("a1"),
            role: khen_domain::Role::UnitOfficer,
            unit: None,
            on_behalf_of: None,
        },
        occurred_at: Moment::new(hour(0)),
    };
    let facts = history.facts().iter();
    let state = facts.fold(State::initial(paper().kind()), |state, fact| {
        state.evolve(&fact.event, &origin)
    });
    let State::Submission(situation) = state else {
        unreachable!("the stream is a submission");
    };
    situation
}

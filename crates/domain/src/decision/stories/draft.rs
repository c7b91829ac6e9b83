//! Stories of drafts and their initials, until the signature.

use super::{SIGNED_AT, approved, council_approved, drafted, initialled, on, stream};
use crate::{
    DocumentKind, Event as Any, NomineeKind,
    decision::{
        Awardee, DecisionSubject, DraftDecision, Event, InitialAspect, InitialDraft, SignDecision,
    },
    nomination,
    presentation::WithdrawApproval,
    stories_kit::{campaign_manager, document, given, review_head, sealed},
    stories_way::{
        both, c1, chairman, decide, decision, draft, draft_document, i1, initial, office,
        presentation, recipients, sign,
    },
};

#[test]
fn the_decision_is_drafted_on_what_the_chairman_approved() {
    let awardee = |nomination, kind| Awardee { nomination, kind };
    let drafted = Event::DecisionDrafted {
        recipients: recipients(),
        decision: decision(1),
        subject: DecisionSubject::Grant {
            presentation: presentation(1),
        },
        awardees: vec![
            awardee(c1(), NomineeKind::Collective),
            awardee(i1(), NomineeKind::Individual),
        ],
        document: draft_document(),
    };
    let event = || nomination::Event::DecisionDrafted {
        decision: decision(1),
    };
    given(approved())
        .when(&campaign_manager(), draft(1, both()))
        .then([
            (stream(), Any::from(drafted)),
            (on(&c1()), event().into()),
            (on(&i1()), event().into()),
        ]);
}

#[test]
fn nobody_is_drafted_whom_the_chairman_did_not_approve() {
    let declined = council_approved()
        .presented(1, both())
        .at("2024-12-26T08:00")
        .then(&chairman(), decide(1, &[i1()]));
    given(declined.clone())
        .when(&campaign_manager(), draft(1, both()))
        .then_refused("not_approved_by_chairman");
    let effects = given(declined)
        .when(&campaign_manager(), draft(1, vec![c1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn nothing_is_drafted_before_the_chairman_decided() {
    given(council_approved().presented(1, both()))
        .when(&campaign_manager(), draft(1, both()))
        .then_refused("presentation_undecided");
}

/// Rows 35 to 37: approved again, it is drafted again, be it into another decision.
#[test]
fn a_withdrawn_approval_takes_its_case_out_of_the_draft() {
    let withdraw = WithdrawApproval {
        approvals: vec![nomination::Rejection {
            nomination: i1(),
            reason: sealed("xem xét lại"),
        }],
    };
    let again = initialled()
        .then(&chairman(), withdraw)
        .then(&chairman(), decide(1, &[]));
    given(again.clone())
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("not_in_draft");
    let effects = given(again.clone())
        .when(&campaign_manager(), draft(1, both()))
        .then_effects();
    assert_eq!(effects.len(), 2);
    let elsewhere = again.then(&campaign_manager(), draft(2, vec![i1()]));
    given(elsewhere)
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("not_in_draft");
}

#[test]
fn a_case_is_in_one_draft() {
    given(drafted())
        .when(&campaign_manager(), draft(2, vec![i1()]))
        .then_refused("in_another_draft");
}

#[test]
fn who_is_left_out_of_a_redraft_may_go_into_another_decision() {
    let left_out = nomination::Event::LeftOutOfDraft {
        decision: decision(1),
    };
    let effects = given(drafted())
        .when(&campaign_manager(), draft(1, vec![c1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
    assert_eq!(effects[1].stream, on(&i1()));
    assert_eq!(effects[1].event, Any::from(left_out));
    let redrafted = drafted().then(&campaign_manager(), draft(1, vec![c1()]));
    let effects = given(redrafted)
        .when(&campaign_manager(), draft(2, vec![i1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn head_of_home_affairs_and_office_initial_each_for_their_part() {
    let initialled = Event::DraftInitialled {
        aspect: InitialAspect::Content,
        sha256: draft_document().sha256,
    };
    given(drafted())
        .when(&review_head(), initial(1, InitialAspect::Content))
        .then([(stream(), initialled)]);
    given(drafted())
        .when(&review_head(), initial(1, InitialAspect::Form))
        .then_refused("initial_not_yours");
    given(drafted())
        .when(&office(), initial(1, InitialAspect::Content))
        .then_refused("initial_not_yours");
}

#[test]
fn an_initial_stands_on_the_draft_that_was_read() {
    let other = InitialDraft {
        sha256: document(DocumentKind::Decision, 9).sha256,
        ..initial(1, InitialAspect::Content)
    };
    given(drafted())
        .when(&review_head(), other)
        .then_refused("document_differs");
}

#[test]
fn a_redraft_voids_the_initials() {
    let redraft = DraftDecision {
        document: document(DocumentKind::Decision, 9),
        ..draft(1, both())
    };
    let signing = SignDecision {
        sha256: document(DocumentKind::Decision, 9).sha256,
        ..sign(1, SIGNED_AT)
    };
    given(initialled().then(&campaign_manager(), redraft))
        .when(&chairman(), signing)
        .then_refused("initials_missing");
}

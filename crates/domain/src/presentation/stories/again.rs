//! Stories of what comes before the Chairman again (4.5 rows 31 to 35, E25, E27).

use super::{checked, on, stream};
use crate::{
    Event as Any, NominationId, NomineeKind, StreamKey,
    nomination::{self, Rejection, ReturnedTo},
    presentation::{
        Answer, AnswerChairman, DecidePresentation, Event, ReturnedItem, SentBack, WithdrawApproval,
    },
    quota::{self, ReleasedBecause},
    stories_kit::{campaign, campaign_manager, given, review_head, sealed},
    stories_way::{both, c1, chairman, decide, draft, i1, presentation},
};

fn send_back(nomination: NominationId, to: ReturnedTo) -> DecidePresentation {
    let reason = sealed("nêu rõ thành tích");
    DecidePresentation {
        send_back: vec![SentBack {
            nomination,
            to,
            reason,
        }],
        ..decide(1, &[])
    }
}

fn answer(nomination: NominationId) -> AnswerChairman {
    let answer = sealed("đã bổ sung");
    AnswerChairman {
        answers: vec![Answer { nomination, answer }],
    }
}

fn withdraw(nomination: NominationId) -> WithdrawApproval {
    let reason = sealed("xem xét lại");
    WithdrawApproval {
        approvals: vec![Rejection { nomination, reason }],
    }
}

#[test]
fn one_goes_back_and_the_others_go_on() {
    let decided = Event::ChairmanDecided {
        approved: vec![c1()],
        declined: Vec::new(),
        returned: vec![ReturnedItem {
            nomination: i1(),
            to: ReturnedTo::Clarification,
        }],
        held: Vec::new(),
    };
    let place = quota::Event::PlaceApproved {
        kind: NomineeKind::Collective,
        nomination: c1(),
        limit: 5,
        used_before: 0,
    };
    let approved = nomination::Event::ChairmanApproved {
        presentation: presentation(1),
        approved_by: chairman().assignment,
    };
    let returned = nomination::Event::ChairmanReturned {
        presentation: presentation(1),
        to: ReturnedTo::Clarification,
        reason: sealed("nêu rõ thành tích"),
    };
    given(checked())
        .when(&chairman(), send_back(i1(), ReturnedTo::Clarification))
        .then([
            (stream(1), Any::from(decided)),
            (StreamKey::quota(&campaign()), place.into()),
            (on(&c1()), approved.into()),
            (on(&i1()), returned.into()),
        ]);
}

#[test]
fn nobody_is_declined_and_sent_back_at_once() {
    let both_ways = DecidePresentation {
        decline: decide(1, &[i1()]).decline,
        ..send_back(i1(), ReturnedTo::Review)
    };
    given(checked())
        .when(&chairman(), both_ways)
        .then_refused("listed_twice");
}

#[test]
fn an_answer_brings_the_case_before_the_chairman_again() {
    let stage = checked().then(&chairman(), send_back(i1(), ReturnedTo::Clarification));
    let answered = Event::ChairmanAnswered {
        nominations: vec![i1()],
    };
    let case = nomination::Event::ChairmanAnswered {
        presentation: presentation(1),
        answer: sealed("đã bổ sung"),
    };
    given(stage.clone())
        .when(&review_head(), answer(i1()))
        .then([(stream(1), Any::from(answered)), (on(&i1()), case.into())]);
    given(stage)
        .when(&review_head(), answer(c1()))
        .then_refused("wrong_gate");
}

#[test]
fn only_what_was_asked_is_answered() {
    for to in [ReturnedTo::Review, ReturnedTo::Council] {
        let stage = checked().then(&chairman(), send_back(i1(), to));
        given(stage)
            .when(&review_head(), answer(i1()))
            .then_refused("chairman_asked_nothing");
    }
}

/// E25: the first part is drafted at once, the other follows in a second decision.
#[test]
fn the_chairman_decides_later_what_was_answered() {
    let stage = checked()
        .then(&chairman(), send_back(i1(), ReturnedTo::Clarification))
        .then(&campaign_manager(), draft(1, vec![c1()]));
    given(stage.clone())
        .when(&chairman(), decide(1, &[]))
        .then_refused("presentation_decided");
    let answered = stage.then(&review_head(), answer(i1()));
    given(answered.clone())
        .when(&chairman(), decide(1, &[c1()]))
        .then_refused("not_presented");
    for command in [
        decide(1, &[]),
        decide(1, &[i1()]),
        send_back(i1(), ReturnedTo::Council),
    ] {
        let effects = given(answered.clone()).when(&chairman(), command);
        assert!(effects.then_effects().len() > 1);
    }
    let approved = answered.then(&chairman(), decide(1, &[]));
    let effects = given(approved)
        .when(&campaign_manager(), draft(2, vec![i1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn both_decisions_together_stay_within_the_quota() {
    let answered = checked()
        .then(&chairman(), send_back(i1(), ReturnedTo::Clarification))
        .then(&review_head(), answer(i1()));
    given(answered.with_quota(5, 0))
        .when(&chairman(), decide(1, &[]))
        .then_refused("places_exceeded");
}

#[test]
fn a_withdrawn_approval_frees_its_place_and_lies_before_the_chairman_again() {
    let withdrawn = Event::ApprovalsWithdrawn {
        nominations: vec![i1()],
    };
    let released = quota::Event::PlaceReleased {
        kind: NomineeKind::Individual,
        nomination: i1(),
        reason_code: ReleasedBecause::ApprovalWithdrawn,
    };
    let case = nomination::Event::ApprovalWithdrawn {
        presentation: presentation(1),
        reason: sealed("xem xét lại"),
    };
    let stage = checked().then(&chairman(), decide(1, &[]));
    given(stage.clone())
        .when(&chairman(), withdraw(i1()))
        .then([
            (stream(1), Any::from(withdrawn)),
            (StreamKey::quota(&campaign()), released.into()),
            (on(&i1()), case.into()),
        ]);
    let stage = stage.then(&chairman(), withdraw(i1()));
    let effects = given(stage)
        .when(&chairman(), decide(1, &[]))
        .then_effects();
    assert_eq!(effects.len(), 3);
}

#[test]
fn an_approval_that_was_not_given_is_not_withdrawn() {
    let stage = checked().then(&chairman(), decide(1, &[i1()]));
    given(stage)
        .when(&chairman(), withdraw(i1()))
        .then_refused("wrong_gate");
    given(checked())
        .when(&chairman(), withdraw(both().remove(0)))
        .then_refused("wrong_gate");
}

//! Stories of supplements and opinions.

use jiff::civil::Date;

use super::{code, on, under_review};
use crate::{
    DocumentKind, Role,
    nomination::{
        Defect, Event, OpinionValue, RecordOpinion, RequestOpinion, RequestSupplement,
        SupplementItem, SupplementStage,
    },
    stories_kit::{Stage, acting, campaign_manager, day, document, given, sealed},
    stories_way::{c1, i1, recommend_pass, reviewer},
};

fn items() -> Vec<SupplementItem> {
    vec![SupplementItem {
        part: DocumentKind::Evidence,
        criterion: Some(code("C3")),
        defect: Defect::Missing,
    }]
}

fn ask_for(items: Vec<SupplementItem>, due: Date) -> RequestSupplement {
    RequestSupplement {
        nomination: c1(),
        items,
        due,
        note: Some(sealed("quyết định công nhận sáng kiến")),
    }
}

/// A Wednesday.
fn stage() -> Stage {
    under_review().at("2024-12-04T09:00")
}

#[test]
fn the_reviewer_asks_for_what_is_missing() {
    let due = day("2024-12-11");
    let requested = Event::SupplementRequested {
        stage: SupplementStage::Review,
        items: items(),
        due,
        note: Some(sealed("quyết định công nhận sáng kiến")),
    };
    given(stage())
        .when(&reviewer(), ask_for(items(), due))
        .then([(on(&c1()), requested)]);
}

#[test]
fn a_unit_has_five_working_days() {
    for (due, is_refused) in [("2024-12-10", true), ("2024-12-11", false)] {
        let asked = given(stage()).when(&reviewer(), ask_for(items(), day(due)));
        if is_refused {
            asked.then_refused("supplement_due_too_soon");
        } else {
            assert_eq!(asked.then_effects().len(), 1, "{due}");
        }
    }
}

#[test]
fn a_request_says_what_for() {
    given(stage())
        .when(&reviewer(), ask_for(Vec::new(), day("2024-12-11")))
        .then_refused("supplement_without_items");
    let mut stray = items();
    stray[0].criterion = Some(code("I2"));
    given(stage())
        .when(&reviewer(), ask_for(stray, day("2024-12-11")))
        .then_refused("unknown_criterion");
}

#[test]
fn there_are_no_more_rounds_than_the_rules_allow() {
    let resubmitted = Event::DossierResubmitted {
        stage: SupplementStage::Review,
        documents: Vec::new(),
    };
    let stage = stage()
        .then(&reviewer(), ask_for(items(), day("2024-12-11")))
        .with(&reviewer(), [(on(&c1()), resubmitted)]);
    given(stage)
        .when(&reviewer(), ask_for(items(), day("2024-12-20")))
        .then_refused("supplement_rounds_used_up");
}

#[test]
fn while_the_unit_supplements_nothing_is_recommended() {
    let stage = stage()
        .found_met(&c1())
        .then(&reviewer(), ask_for(items(), day("2024-12-11")));
    given(stage)
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then_refused("wrong_gate");
}

#[test]
fn nobody_but_the_reviewer_asks_the_unit() {
    given(stage())
        .when(
            &acting("thanh-tra-vien", Role::SubstituteReviewer),
            ask_for(items(), day("2024-12-11")),
        )
        .then_refused("not_the_reviewer");
    given(stage())
        .when(&campaign_manager(), ask_for(items(), day("2024-12-11")))
        .then_refused("role_not_allowed");
}

const BODY: &str = "Công an huyện";

fn ask(due: &str) -> RequestOpinion {
    RequestOpinion {
        nomination: i1(),
        body: BODY.into(),
        question: sealed("có ý kiến về người được đề nghị"),
        due: day(due),
    }
}

fn answer(value: OpinionValue) -> RecordOpinion {
    RecordOpinion {
        nomination: i1(),
        body: BODY.into(),
        value,
        document: document(DocumentKind::Evidence, 0x61),
    }
}

#[test]
fn another_body_is_asked_and_answers() {
    let requested = Event::OpinionRequested {
        body: BODY.into(),
        question: sealed("có ý kiến về người được đề nghị"),
        due: day("2024-12-10"),
    };
    given(stage())
        .when(&reviewer(), ask("2024-12-10"))
        .then([(on(&i1()), requested)]);
    let received = Event::OpinionReceived {
        body: BODY.into(),
        value: OpinionValue::Favourable,
        document: document(DocumentKind::Evidence, 0x61),
    };
    let asked = stage().then(&reviewer(), ask("2024-12-10"));
    given(asked)
        .when(&reviewer(), answer(OpinionValue::Favourable))
        .then([(on(&i1()), received)]);
}

#[test]
fn a_body_is_asked_again_once_it_has_answered() {
    let asked = stage().then(&reviewer(), ask("2024-12-10"));
    given(asked.clone())
        .when(&reviewer(), ask("2024-12-12"))
        .then_refused("opinion_pending");
    let answered = asked.then(&reviewer(), answer(OpinionValue::NoOpinion));
    let effects = given(answered)
        .when(&reviewer(), ask("2024-12-12"))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn an_opinion_is_not_due_before_it_is_asked_for() {
    given(stage())
        .when(&reviewer(), ask("2024-12-03"))
        .then_refused("opinion_due_passed");
}

#[test]
fn who_was_not_asked_does_not_answer_and_nobody_answers_twice() {
    given(stage())
        .when(&reviewer(), answer(OpinionValue::Favourable))
        .then_refused("opinion_not_asked");
    let answered = stage()
        .then(&reviewer(), ask("2024-12-10"))
        .then(&reviewer(), answer(OpinionValue::Favourable));
    given(answered)
        .when(&reviewer(), answer(OpinionValue::Unfavourable))
        .then_refused("opinion_answered");
}

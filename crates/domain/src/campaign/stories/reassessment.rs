//! Stories of criteria that change after the launch (E51, INV-12).

use super::amend::amend;
use crate::{
    Event as Any, Finding, StreamKey,
    campaign::{AmendPlan, Criterion, Event, NewCriteria, ReviewedCases},
    nomination::{self, Gate},
    stories_kit::{Stage, criteria, for_authority, given, plan, review_head},
    stories_way::{both, c1, endorsed, find, i1, pass, recommend_pass, reviewer},
};

/// The criteria of the stories, without the last one.
fn fewer() -> Vec<Criterion> {
    let mut fewer = criteria();
    fewer.pop().expect("the stories have criteria");
    fewer
}

fn change(reviewed: ReviewedCases) -> AmendPlan {
    AmendPlan {
        criteria: Some(NewCriteria {
            criteria: fewer(),
            reviewed,
        }),
        ..amend(plan())
    }
}

/// Both are under review; C1 has its findings.
fn reviewed() -> Stage {
    let received = endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00");
    received.under_review(both()).found_met(&c1())
}

fn published(reviewed: ReviewedCases) -> Any {
    let event = Event::CriteriaVersionPublished {
        version: 2,
        criteria: fewer(),
        reviewed: Some(reviewed),
    };
    event.into()
}

/// E51.
#[test]
fn a_case_that_was_assessed_keeps_its_criteria_and_others_get_the_new_ones() {
    let effects = given(reviewed())
        .when(&for_authority(), change(ReviewedCases::Keep))
        .then_effects();
    assert_eq!(effects.len(), 2);
    assert_eq!(effects[1].event, published(ReviewedCases::Keep));
    let kept = reviewed().then(&for_authority(), change(ReviewedCases::Keep));
    for (nomination, version) in [(c1(), 1), (i1(), 2)] {
        let code = kept.criteria_of(&nomination)[0].code.to_string();
        let assessed = given(kept.clone())
            .when(&reviewer(), find(nomination, &[(&code, Finding::Pending)]))
            .then_effects();
        assert!(matches!(
            &assessed[0].event,
            Any::Nomination(nomination::Event::CriterionAssessed { criteria_version, .. })
                if *criteria_version == version
        ));
    }
}

/// E51, INV-12.
#[test]
fn a_case_that_is_assessed_anew_has_no_finding_and_passes_by_the_new_version() {
    let passed = reviewed()
        .then(&reviewer(), recommend_pass(vec![c1()]))
        .then(&review_head(), pass(vec![c1()]));
    let ordered = |nomination| {
        let event = nomination::Event::ReassessmentOrdered {
            criteria_version: 2,
            gate_to: Gate::UnderReview,
        };
        crate::Effect::new(StreamKey::nomination(nomination), event)
    };
    let effects = given(passed.clone())
        .when(&for_authority(), change(ReviewedCases::Reassess))
        .then_effects();
    assert_eq!(effects.len(), 3);
    assert_eq!(effects[1].event, published(ReviewedCases::Reassess));
    assert_eq!(effects[2], ordered(&c1()));
    let anew = passed.then(&for_authority(), change(ReviewedCases::Reassess));
    given(anew.clone())
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then_refused("criteria_not_met");
    let again = anew
        .found_met(&c1())
        .then(&reviewer(), recommend_pass(vec![c1()]));
    let effects = given(again)
        .when(&review_head(), pass(vec![c1()]))
        .then_effects();
    assert!(matches!(
        &effects[0].event,
        Any::Nomination(nomination::Event::ReviewPassed {
            criteria_version: 2,
            ..
        })
    ));
}

/// E51.
#[test]
fn nothing_is_assessed_anew_while_the_council_has_a_case_on_its_table() {
    let listed = reviewed()
        .found_met(&i1())
        .review_passed(both())
        .listed(both());
    given(listed.clone())
        .when(&for_authority(), change(ReviewedCases::Reassess))
        .then_refused("beyond_review");
    let effects = given(listed)
        .when(&for_authority(), change(ReviewedCases::Keep))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

/// E51.
#[test]
fn the_same_criteria_change_nothing_and_incomplete_ones_are_refused() {
    let same = NewCriteria {
        criteria: criteria(),
        reviewed: ReviewedCases::Reassess,
    };
    let same = AmendPlan {
        criteria: Some(same),
        ..amend(plan())
    };
    given(reviewed())
        .when(&for_authority(), same)
        .then_nothing_happens();
    let none = NewCriteria {
        criteria: Vec::new(),
        reviewed: ReviewedCases::Keep,
    };
    let none = AmendPlan {
        criteria: Some(none),
        ..amend(plan())
    };
    given(Stage::launched())
        .when(&for_authority(), none)
        .then_refused("criteria_missing");
}

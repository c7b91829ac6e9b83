//! Stories of criteria amended while cases are reviewed.

use crate::{
    CriterionCode, Event as Any, Finding, NominationId, NomineeKind, StreamKey,
    campaign::{AmendPlan, AmendedCriteria, Check, Criterion, Event, ReviewedCases},
    nomination::{self, Gate},
    stories_kit::{Stage, campaign, criteria, for_authority, given, paper, plan, review_head},
    stories_way::{both, c1, endorsed, find, i1, pass, recommend_pass, reviewer},
};

/// C1 asks for something more.
fn stricter() -> Vec<Criterion> {
    let more = Criterion {
        code: CriterionCode::parse("C6").expect("the story's criterion is an identifier"),
        kind: NomineeKind::Collective,
        text: "C6".into(),
        source: "III.2".into(),
        check: Check::Finding,
        evidence: String::new(),
    };
    criteria().into_iter().chain([more]).collect()
}

fn amend(criteria: Vec<Criterion>, reviewed_cases: ReviewedCases) -> AmendPlan {
    AmendPlan {
        campaign: campaign(),
        plan: Box::new(plan()),
        document: paper("Kế hoạch sửa đổi"),
        feedback: None,
        criteria: Some(AmendedCriteria {
            criteria,
            reviewed_cases,
        }),
    }
}

fn amended(reviewed_cases: ReviewedCases) -> [(StreamKey, Any); 2] {
    let plan = Event::PlanAmended {
        plan: Box::new(plan()),
        document: paper("Kế hoạch sửa đổi"),
        feedback: None,
        reviewed_cases: Some(reviewed_cases),
    };
    let published = Event::CriteriaVersionPublished {
        version: 2,
        criteria: stricter(),
    };
    [plan, published].map(|event| (StreamKey::campaign(&campaign()), event.into()))
}

fn again(nomination: &NominationId, gate_to: Gate) -> (StreamKey, Any) {
    let event = nomination::Event::ReassessmentOrdered {
        criteria_version: 2,
        gate_to,
    };
    (StreamKey::nomination(nomination), event.into())
}

fn under_review() -> Stage {
    endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00")
        .under_review(both())
}

/// The review of C1 passed, nothing is found of I1 yet.
fn passed() -> Stage {
    under_review()
        .found_met(&c1())
        .then(&reviewer(), recommend_pass(vec![c1()]))
        .then(&review_head(), pass(vec![c1()]))
}

/// E51.
#[test]
fn new_criteria_by_amendment_leave_reviewed_cases_where_they_are() {
    let keep = amend(stricter(), ReviewedCases::Keep);
    given(passed())
        .when(&for_authority(), keep.clone())
        .then(amended(ReviewedCases::Keep));
    let stage = under_review()
        .found_met(&c1())
        .then(&for_authority(), keep)
        .then(&reviewer(), recommend_pass(vec![c1()]));
    let results = given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_effects();
    assert_eq!(passed_under(&results), (1, 5));
}

/// E51, INV-12.
#[test]
fn all_reviewed_cases_are_assessed_again_and_pass_by_the_new_version_only() {
    let reassess = amend(stricter(), ReviewedCases::Reassess);
    let stage = passed().then(&reviewer(), find(i1(), &[("I4", Finding::Met)]));
    let [plan, published] = amended(ReviewedCases::Reassess);
    given(stage.clone())
        .when(&for_authority(), reassess.clone())
        .then([
            plan,
            published,
            again(&c1(), Gate::UnderReview),
            again(&i1(), Gate::UnderReview),
        ]);
    let stage = stage.then(&for_authority(), reassess);
    given(stage.clone())
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then_refused("criteria_not_met");
    let stage = stage
        .found_met(&c1())
        .then(&reviewer(), recommend_pass(vec![c1()]));
    let results = given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_effects();
    assert_eq!(passed_under(&results), (2, 6));
}

/// E51: a case that nobody has reviewed has no version to keep.
#[test]
fn what_is_not_reviewed_goes_by_the_criteria_in_force() {
    for reviewed_cases in [ReviewedCases::Keep, ReviewedCases::Reassess] {
        let amendment = amend(stricter(), reviewed_cases);
        given(under_review())
            .when(&for_authority(), amendment.clone())
            .then(amended(reviewed_cases));
        let stage = under_review().then(&for_authority(), amendment);
        let effects = given(stage).when(&reviewer(), find(c1(), &[("C6", Finding::Met)]));
        assert_eq!(effects.then_effects().len(), 1);
    }
    let kept = under_review()
        .then(&reviewer(), find(c1(), &[("C1", Finding::Met)]))
        .then(&for_authority(), amend(stricter(), ReviewedCases::Keep));
    given(kept)
        .when(&reviewer(), find(c1(), &[("C6", Finding::Met)]))
        .then_refused("unknown_criterion");
}

/// E51: all or none, so that no case is judged by other criteria than its like.
#[test]
fn one_reviewed_case_beyond_the_review_refuses_the_reassessment_of_all() {
    let stage = endorsed()
        .received("tai-chinh", vec![c1()])
        .at("2024-12-13T09:00")
        .review_passed(vec![c1()])
        .listed(vec![c1()]);
    given(stage.clone())
        .when(&for_authority(), amend(stricter(), ReviewedCases::Reassess))
        .then_refused("reviewed_case_beyond_review");
    given(stage)
        .when(&for_authority(), amend(stricter(), ReviewedCases::Keep))
        .then(amended(ReviewedCases::Keep));
}

/// E51.
#[test]
fn the_decision_on_reviewed_cases_is_made_once_with_its_criteria() {
    let again = amend(criteria(), ReviewedCases::Reassess);
    given(passed())
        .when(&for_authority(), again)
        .then_refused("criteria_unchanged");
    let kept = passed().then(&for_authority(), amend(stricter(), ReviewedCases::Keep));
    given(kept)
        .when(&for_authority(), amend(stricter(), ReviewedCases::Reassess))
        .then_refused("criteria_unchanged");
}

#[test]
fn amended_criteria_are_as_complete_as_approved_ones() {
    let of_individuals = criteria().into_iter();
    let of_individuals = of_individuals.filter(|one| one.kind == NomineeKind::Individual);
    let amendment = amend(of_individuals.collect(), ReviewedCases::Keep);
    given(passed())
        .when(&for_authority(), amendment)
        .then_refused("criteria_missing");
    let twice = stricter().into_iter().chain(criteria()).collect();
    given(passed())
        .when(&for_authority(), amend(twice, ReviewedCases::Keep))
        .then_refused("criterion_twice");
}

/// Version and number of criteria of the only pass.
fn passed_under(effects: &[crate::Effect]) -> (u32, usize) {
    let [effect] = effects else {
        panic!("the review of one case is confirmed");
    };
    let Any::Nomination(nomination::Event::ReviewPassed {
        criteria_version,
        criteria,
    }) = &effect.event
    else {
        panic!("the review passes");
    };
    (*criteria_version, criteria.len())
}

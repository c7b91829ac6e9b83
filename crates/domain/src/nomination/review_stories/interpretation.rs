//! Stories of cases that the words of a criterion leave open (4.6).

use super::{FINANCE, code, on, under_review};
use crate::{
    FactStatus, Finding, StreamKey,
    campaign::{Event as OfCampaign, InterpretCriterion, UnclearSituation},
    fact::UnitResult,
    nomination::{Event, RecordFinding},
    stories_kit::{Stage, campaign, given, good_result, paper, review_head},
    stories_way::{c1, find, pass, recommend_pass, reviewer},
};

/// The unit of C1 has no score of the year before.
fn new_unit() -> Stage {
    let result = UnitResult {
        prior_score_bp: None,
        ..good_result()
    };
    under_review().with_results(FINANCE, FactStatus::Final, &result)
}

/// The index of the unit of C1 was taken by another scale in the year before.
fn by_two_scales() -> Stage {
    let result = UnitResult {
        prior_scale: Some("85".into()),
        ..good_result()
    };
    under_review().with_results(FINANCE, FactStatus::Final, &result)
}

fn interpret(finding: Finding) -> InterpretCriterion {
    InterpretCriterion {
        campaign: campaign(),
        criterion: code("C5"),
        situation: UnclearSituation::NoPriorScore,
        finding,
        reason: "Đơn vị mới thành lập, chưa có chỉ số năm trước".into(),
        document: paper("Thông báo về tiêu chuẩn C5"),
    }
}

fn ruled() -> Stage {
    new_unit().then(&review_head(), interpret(Finding::Met))
}

fn citing(criterion: &str, value: Finding, number: u32) -> RecordFinding {
    let mut command = find(c1(), &[(criterion, value)]);
    command.findings[0].interpretation = Some(number);
    command
}

#[test]
fn scores_of_two_scales_are_compared_by_an_interpretation_only() {
    given(by_two_scales())
        .when(&reviewer(), find(c1(), &[("C5", Finding::Met)]))
        .then_refused("interpretation_needed");
    given(by_two_scales().then(&review_head(), interpret(Finding::Met)))
        .when(&reviewer(), citing("C5", Finding::Met, 1))
        .then_refused("interpretation_needed");
    let of_scales = InterpretCriterion {
        situation: UnclearSituation::DifferentScales,
        ..interpret(Finding::Met)
    };
    let effects = given(by_two_scales().then(&review_head(), of_scales))
        .when(&reviewer(), citing("C5", Finding::Met, 1))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

/// E39.
#[test]
fn without_a_score_of_last_year_only_an_interpretation_helps() {
    for value in [Finding::Met, Finding::NotMet, Finding::NotApplicable] {
        given(new_unit())
            .when(&reviewer(), find(c1(), &[("C5", value)]))
            .then_refused("interpretation_needed");
    }
    let assessed = Event::CriterionAssessed {
        criterion: code("C5"),
        value: Finding::Met,
        evidence: Vec::new(),
        note: None,
        criteria_version: 1,
        interpretation: Some(1),
    };
    given(ruled())
        .when(&reviewer(), citing("C5", Finding::Met, 1))
        .then([(on(&c1()), assessed)]);
}

#[test]
fn a_finding_follows_the_interpretation_that_it_cites() {
    for (command, code) in [
        (find(c1(), &[("C5", Finding::Met)]), "interpretation_needed"),
        (citing("C5", Finding::NotMet, 1), "interpretation_needed"),
        (citing("C5", Finding::Met, 2), "interpretation_elsewhere"),
        (citing("C1", Finding::Met, 1), "interpretation_elsewhere"),
    ] {
        given(ruled()).when(&reviewer(), command).then_refused(code);
    }
    let known = ruled().with_results(FINANCE, FactStatus::Final, &good_result());
    given(known)
        .when(&reviewer(), citing("C5", Finding::Met, 1))
        .then_refused("interpretation_unneeded");
}

/// INV-12: what passed by an interpretation still rests on it when the pass is confirmed.
#[test]
fn a_pass_by_interpretation_ends_when_the_score_becomes_known() {
    let others = ["C1", "C2", "C3", "C4x"].map(|code| (code, Finding::Met));
    let stage = ruled()
        .then(&reviewer(), find(c1(), &others))
        .then(&reviewer(), citing("C5", Finding::Met, 1))
        .then(&reviewer(), recommend_pass(vec![c1()]));
    let effects = given(stage.clone()).when(&review_head(), pass(vec![c1()]));
    assert_eq!(effects.then_effects().len(), 1);
    let known = stage.with_results(FINANCE, FactStatus::Final, &good_result());
    given(known)
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("interpretation_unneeded");
}

#[test]
fn a_situation_is_ruled_on_once_so_that_like_cases_are_treated_alike() {
    let InterpretCriterion {
        criterion,
        situation,
        finding,
        reason,
        document,
        ..
    } = interpret(Finding::Met);
    let event = OfCampaign::CriterionInterpreted {
        number: 1,
        criterion,
        situation,
        finding,
        reason,
        document,
    };
    given(new_unit())
        .when(&review_head(), interpret(Finding::Met))
        .then([(StreamKey::campaign(&campaign()), event)]);
    given(ruled())
        .when(&review_head(), interpret(Finding::NotMet))
        .then_refused("interpreted_otherwise");
    let other_criterion = InterpretCriterion {
        criterion: code("I5"),
        ..interpret(Finding::NotMet)
    };
    let effects = given(ruled()).when(&review_head(), other_criterion);
    assert_eq!(effects.then_effects().len(), 1);
}

#[test]
fn an_interpretation_settles_something_open_and_says_why() {
    let of = |criterion| InterpretCriterion {
        criterion: code(criterion),
        ..interpret(Finding::Met)
    };
    let unreasoned = InterpretCriterion {
        reason: " ".into(),
        ..interpret(Finding::Met)
    };
    let untitled = InterpretCriterion {
        document: paper(" "),
        ..interpret(Finding::Met)
    };
    for (command, code) in [
        (of("C9"), "criterion_absent"),
        (of("C1"), "nothing_to_interpret"),
        (interpret(Finding::Pending), "interpretation_open"),
        (interpret(Finding::NotApplicable), "interpretation_open"),
        (unreasoned, "interpretation_reason_missing"),
        (untitled, "campaign_paper_untitled"),
    ] {
        given(new_unit())
            .when(&review_head(), command)
            .then_refused(code);
    }
    given(new_unit())
        .when(&reviewer(), interpret(Finding::Met))
        .then_refused("role_not_allowed");
}

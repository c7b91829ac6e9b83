//! Stories of the review.

mod back;
mod interpretation;
mod late;
mod legal;
mod moved;
mod records;
mod regime;
mod separation;
mod shared;
mod supplement;

use super::{
    ConfirmReviews, CriterionResult, Event, ReassignReviewer, Recommendation, ReplacementReason,
    ReviewReason,
    review::{Grounds, Refusal},
};
use crate::{
    Actor, AssignmentId, CriterionCode, DocumentKind, Event as Any, FactStatus, FactSubject,
    Finding, NominationId, NomineeKind, Refusal as AnyRefusal, Role, StreamKey,
    fact::{self, Rating, Tasks, UnitResult},
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, acting, assignment, campaign, day, document, evidence_issuer, given, good_result,
        grant, group, nomination, of_unit, review_head, sealed, system,
    },
    stories_way::{
        assign, assign_to, both, c1, endorsed, find, i1, pass, recommend_pass, recommend_reject,
        reject, reviewer,
    },
};

const FINANCE: &str = "tai-chinh";

fn received() -> Stage {
    endorsed()
        .received(FINANCE, vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00")
}

fn under_review() -> Stage {
    received().under_review(both())
}

fn reassign_to(reviewer: AssignmentId, nominations: Vec<NominationId>) -> ReassignReviewer {
    ReassignReviewer {
        nominations,
        reviewer,
        reason_code: ReplacementReason::Absence,
    }
}

fn code(text: &str) -> CriterionCode {
    CriterionCode::parse(text).expect("the story's criterion is an identifier")
}

fn on(nomination: &NominationId) -> StreamKey {
    StreamKey::nomination(nomination)
}

fn disciplined(stage: Stage, issued_on: &str, is_key_leader: bool) -> Stage {
    let subject = FactSubject::parse(FINANCE).expect("a unit's id names it as a subject");
    let event = fact::Event::DisciplineRecorded {
        is_key_leader,
        issued_on: day(issued_on),
        document_number: "12/QĐ-KL".into(),
    };
    stage.with(
        &evidence_issuer(),
        [(StreamKey::fact(&subject, 2024), event)],
    )
}

#[test]
fn the_review_head_assigns_a_reviewer() {
    let event = || Event::ReviewerAssigned {
        reviewer: reviewer().assignment,
    };
    given(received())
        .when(&review_head(), assign(both()))
        .then([(on(&c1()), event()), (on(&i1()), event())]);
}

#[test]
fn only_received_dossiers_are_reviewed() {
    given(endorsed().sent(FINANCE, vec![c1()]))
        .when(&review_head(), assign(vec![c1()]))
        .then_refused("wrong_gate");
}

#[test]
fn an_assignment_of_another_role_makes_no_reviewer() {
    let clerk = assignment("van-thu", Role::RecordsClerk);
    given(received())
        .when(&review_head(), assign_to(clerk, vec![c1()]))
        .then_refused("not_a_reviewer");
}

#[test]
fn who_attached_the_report_does_not_review_it() {
    let author = grant("officer.tai-chinh", Role::Reviewer, "noi-vu");
    let stage = received().then(&system(), author);
    let reviewer = assignment("officer.tai-chinh", Role::Reviewer);
    given(stage)
        .when(&review_head(), assign_to(reviewer, vec![c1()]))
        .then_refused("reviewer_is_author");
}

#[test]
fn nobody_reviews_a_nominee_of_the_own_unit() {
    let colleague = grant("secretary.tai-chinh", Role::Reviewer, "noi-vu");
    let stage = received().then(&system(), colleague);
    let reviewer = assignment("secretary.tai-chinh", Role::Reviewer);
    given(stage)
        .when(&review_head(), assign_to(reviewer, vec![c1()]))
        .then_refused("of_nominees_unit");
}

#[test]
fn the_reviewer_finds_and_the_version_of_the_criteria_is_kept() {
    let assessed = Event::CriterionAssessed {
        criterion: code("C1"),
        value: Finding::Met,
        evidence: Vec::new(),
        note: None,
        criteria_version: 1,
        interpretation: None,
    };
    given(under_review())
        .when(&reviewer(), find(c1(), &[("C1", Finding::Met)]))
        .then([(on(&c1()), assessed)]);
}

#[test]
fn nobody_but_the_assigned_reviewer_finds() {
    let stage = under_review().then(&system(), grant("tiep-nhan", Role::Reviewer, "noi-vu"));
    given(stage)
        .when(
            &acting_reviewer("tiep-nhan"),
            find(c1(), &[("C1", Finding::Met)]),
        )
        .then_refused("not_the_reviewer");
}

fn acting_reviewer(who: &str) -> Actor {
    Actor {
        assignment: assignment(who, Role::Reviewer),
        role: Role::Reviewer,
        ..acting(who, Role::IntakeOfficer)
    }
}

#[test]
fn a_criterion_for_individuals_is_none_for_a_collective() {
    given(under_review())
        .when(&reviewer(), find(c1(), &[("I2", Finding::Met)]))
        .then_refused("unknown_criterion");
}

/// What final facts say: criterion, result of the unit, finding that they bear out. Equal scores are
/// not met. E38.
#[test]
fn the_facts_decide_where_the_plan_asks_for_figures() {
    let half = Tasks {
        done: 19,
        total: 20,
    };
    let none = Tasks { done: 0, total: 0 };
    let score = |score_bp, prior_score_bp| UnitResult {
        score_bp: Some(score_bp),
        prior_score_bp: Some(prior_score_bp),
        ..good_result()
    };
    let committed = |committed| UnitResult {
        committed,
        ..good_result()
    };
    let planned = |planned| UnitResult {
        planned,
        ..good_result()
    };
    for (criterion, result, finding) in [
        ("C2", good_result(), Finding::Met),
        ("C2", committed(half), Finding::NotMet),
        ("C2", committed(none), Finding::NotMet),
        ("C2", planned(half), Finding::Met),
        ("C5", score(9_001, 9_000), Finding::Met),
        ("C5", score(9_000, 9_000), Finding::NotMet),
        ("C5", score(8_999, 9_000), Finding::NotMet),
    ] {
        let stage = under_review().with_results(FINANCE, FactStatus::Final, &result);
        let other = match finding {
            Finding::Met => Finding::NotMet,
            Finding::NotMet | Finding::Pending | Finding::NotApplicable => Finding::Met,
        };
        let effects = given(stage.clone())
            .when(&reviewer(), find(c1(), &[(criterion, finding)]))
            .then_effects();
        assert_eq!(effects.len(), 1);
        given(stage)
            .when(&reviewer(), find(c1(), &[(criterion, other)]))
            .then_refused("finding_contradicts_facts");
    }
}

#[test]
fn the_same_finding_on_new_evidence_is_recorded() {
    let mut stage = under_review();
    let first = find(c1(), &[("C1", Finding::Met)]);
    let effects = stage.ask(&reviewer(), &first.clone().into()).unwrap();
    stage.record(&reviewer(), &effects);
    let mut second = first;
    second.findings[0].evidence = vec![document(DocumentKind::Evidence, 7)];
    let effects = given(stage).when(&reviewer(), second).then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn of_two_findings_on_one_criterion_the_last_is_recorded() {
    let both = find(c1(), &[("C1", Finding::NotMet), ("C1", Finding::Met)]);
    let effects = given(under_review()).when(&reviewer(), both).then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn a_contradicted_finding_is_told_with_the_facts() {
    let tasks = Tasks {
        done: 19,
        total: 20,
    };
    let result = UnitResult {
        committed: tasks,
        ..good_result()
    };
    let stage = under_review().with_results(FINANCE, FactStatus::Final, &result);
    let refused = stage.ask(&reviewer(), &find(c1(), &[("C2", Finding::Met)]).into());
    let expected = Refusal::FindingContradictsFacts {
        nomination: c1(),
        criterion: code("C2"),
        facts: Grounds::Tasks(tasks),
    };
    assert_eq!(refused, Err(AnyRefusal::from(expected)));
}

#[test]
fn until_the_facts_are_final_a_finding_on_them_is_pending() {
    let stage = under_review().with_results(FINANCE, FactStatus::Provisional, &good_result());
    for value in [Finding::Met, Finding::NotMet] {
        given(stage.clone())
            .when(&reviewer(), find(c1(), &[("C2", value)]))
            .then_refused("facts_not_final");
    }
    let effects = given(stage)
        .when(&reviewer(), find(c1(), &[("C2", Finding::Pending)]))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

#[test]
fn a_good_rating_is_good_or_better() {
    for (rating, value) in [
        (Rating::NotCompleted, Finding::NotMet),
        (Rating::Completed, Finding::NotMet),
        (Rating::CompletedWell, Finding::Met),
        (Rating::CompletedExcellently, Finding::Met),
    ] {
        let stage = under_review().with_rating(&i1(), rating, FactStatus::Final);
        let effects = given(stage)
            .when(&reviewer(), find(i1(), &[("I2", value)]))
            .then_effects();
        assert_eq!(effects.len(), 1, "{rating:?}");
    }
}

#[test]
fn a_recognised_initiative_cannot_be_found_wanting() {
    let subject = FactSubject::parse(FINANCE).expect("a unit's id names it as a subject");
    let recorded = fact::Event::InitiativeRecorded {
        number: "07/QĐ-HĐSK".into(),
        date: day("2024-10-01"),
        recognised_by: "Hội đồng sáng kiến huyện".into(),
        document: None,
    };
    let stream = StreamKey::fact(&subject, 2024);
    given(under_review().with(&evidence_issuer(), [(stream, recorded)]))
        .when(&reviewer(), find(c1(), &[("C3", Finding::NotMet)]))
        .then_refused("finding_contradicts_facts");
}

#[test]
fn without_an_initiative_an_equal_merit_is_for_the_reviewer_to_find() {
    for value in [Finding::Met, Finding::NotMet] {
        let effects = given(under_review())
            .when(&reviewer(), find(c1(), &[("C3", value)]))
            .then_effects();
        assert_eq!(effects.len(), 1);
    }
}

/// E01.
#[test]
fn discipline_of_a_key_leader_within_the_year_excludes() {
    for (issued_on, is_key_leader, value) in [
        ("2023-12-31", true, Finding::Met),
        ("2024-01-01", true, Finding::NotMet),
        ("2024-12-05", true, Finding::NotMet),
        ("2024-12-05", false, Finding::Met),
    ] {
        let stage = disciplined(under_review(), issued_on, is_key_leader);
        let effects = given(stage)
            .when(&reviewer(), find(c1(), &[("C4x", value)]))
            .then_effects();
        assert_eq!(effects.len(), 1, "{issued_on}");
    }
}

#[test]
fn nobody_can_judge_a_nominee_whose_key_is_destroyed() {
    let erased = nomination(3);
    let stage = endorsed()
        .nominated_and_erased(&erased, "tu-phap", NomineeKind::Individual)
        .with_slots(NomineeKind::Individual, &of_unit("tu-phap"), 1)
        .received("tu-phap", vec![erased.clone()])
        .under_review(vec![erased.clone()]);
    given(stage)
        .when(&reviewer(), find(erased, &[("I4", Finding::Met)]))
        .then_refused("nominee_erased");
}

#[test]
fn the_reviewer_recommends_to_pass_what_meets_every_criterion() {
    let stage = under_review().found_met(&c1());
    let recommended = Event::ReviewRecommended {
        recommendation: Recommendation::Pass,
        criteria: Vec::new(),
    };
    given(stage)
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then([(on(&c1()), recommended)]);
}

#[test]
fn an_open_criterion_is_no_reason_to_pass() {
    for value in [Finding::Pending, Finding::NotMet] {
        let stage = under_review()
            .found_met(&c1())
            .then(&reviewer(), find(c1(), &[("C1", value)]));
        given(stage)
            .when(&reviewer(), recommend_pass(vec![c1()]))
            .then_refused("criteria_not_met");
    }
}

#[test]
fn a_list_is_recommended_whole_or_not_at_all() {
    let only_one = under_review().found_met(&c1());
    given(only_one)
        .when(&reviewer(), recommend_pass(both()))
        .then_refused("criteria_not_met");
}

#[test]
fn a_recommendation_to_reject_names_what_is_not_met() {
    let stage = disciplined(under_review(), "2024-12-05", true)
        .then(&reviewer(), find(c1(), &[("C4x", Finding::NotMet)]));
    let recommended = Event::ReviewRecommended {
        recommendation: Recommendation::Reject,
        criteria: vec![code("C4x")],
    };
    given(stage)
        .when(&reviewer(), recommend_reject(vec![c1()]))
        .then([(on(&c1()), recommended)]);
}

#[test]
fn nothing_pending_is_a_reason_to_reject() {
    let stage = under_review().then(&reviewer(), find(c1(), &[("C1", Finding::Pending)]));
    given(stage)
        .when(&reviewer(), recommend_reject(vec![c1()]))
        .then_refused("no_criterion_failed");
}

fn recommended() -> Stage {
    under_review()
        .found_met(&c1())
        .found_met(&i1())
        .then(&reviewer(), recommend_pass(both()))
}

#[test]
fn a_second_person_confirms_the_pass() {
    let passed = |id: &NominationId| Event::ReviewPassed {
        criteria_version: 1,
        criteria: recommended()
            .criteria_of(id)
            .into_iter()
            .map(|criterion| CriterionResult {
                evidence: vec![],
                code: criterion.code,
                value: Finding::Met,
            })
            .collect(),
    };
    given(recommended())
        .when(&review_head(), pass(both()))
        .then([(on(&c1()), passed(&c1())), (on(&i1()), passed(&i1()))]);
}

/// INV-12, SD2.
#[test]
fn nobody_confirms_the_own_review() {
    let head_reviews = grant("head.noi-vu", Role::Reviewer, "noi-vu");
    let actor = Actor {
        assignment: assignment("head.noi-vu", Role::Reviewer),
        role: Role::Reviewer,
        ..review_head()
    };
    let criteria = under_review().criteria_of(&c1());
    let findings: Vec<_> = criteria
        .iter()
        .map(|one| (one.code.as_str(), Finding::Met))
        .collect();
    let stage = received()
        .then(&system(), head_reviews)
        .then(
            &review_head(),
            assign_to(actor.assignment.clone(), vec![c1()]),
        )
        .then(&actor, find(c1(), &findings))
        .then(&actor, recommend_pass(vec![c1()]));
    given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("confirmer_is_reviewer");
}

#[test]
fn who_ever_reviewed_a_case_does_not_confirm_it() {
    let actor = Actor {
        assignment: assignment("head.noi-vu", Role::Reviewer),
        role: Role::Reviewer,
        ..review_head()
    };
    let stage = received()
        .then(&system(), grant("head.noi-vu", Role::Reviewer, "noi-vu"))
        .then(
            &review_head(),
            assign_to(actor.assignment.clone(), vec![c1()]),
        )
        .then(&actor, find(c1(), &[("C1", Finding::Met)]))
        .then(
            &review_head(),
            reassign_to(reviewer().assignment, vec![c1()]),
        )
        .found_met(&c1())
        .then(&reviewer(), recommend_pass(vec![c1()]));
    given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("confirmer_is_reviewer");
}

#[test]
fn nothing_is_confirmed_that_the_reviewer_does_not_recommend() {
    given(under_review().found_met(&c1()))
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("not_recommended");
    given(recommended())
        .when(&review_head(), reject(c1()))
        .then_refused("not_recommended");
}

#[test]
fn facts_that_changed_since_the_finding_stop_the_pass() {
    let result = UnitResult {
        committed: Tasks { done: 1, total: 2 },
        ..good_result()
    };
    let stage = recommended().with_results(FINANCE, FactStatus::Final, &result);
    given(stage)
        .when(&review_head(), pass(both()))
        .then_refused("finding_contradicts_facts");
    let stage = disciplined(recommended(), "2024-12-05", true);
    given(stage)
        .when(&review_head(), pass(both()))
        .then_refused("finding_contradicts_facts");
}

/// INV-13.
#[test]
fn a_rejection_names_its_criteria_and_frees_the_slot() {
    let stage = disciplined(under_review(), "2024-12-05", true)
        .then(&reviewer(), find(c1(), &[("C4x", Finding::NotMet)]))
        .then(&reviewer(), recommend_reject(vec![c1()]));
    let rejected = Event::ReviewRejected {
        criteria_version: 1,
        criteria: vec![code("C4x")],
        reason_code: ReviewReason::Excluded,
        reason: sealed("không đạt tiêu chuẩn"),
    };
    let freed = slot::Event::SlotFreed {
        nomination: c1(),
        reason_code: FreedBecause::ReviewRejected,
    };
    let slots = StreamKey::slot(&campaign(), NomineeKind::Collective, &group("agencies"));
    given(stage)
        .when(&review_head(), reject(c1()))
        .then([(on(&c1()), Any::from(rejected)), (slots, freed.into())]);
}

#[test]
fn nobody_stands_on_both_sides_of_one_list() {
    let both_sides = ConfirmReviews {
        pass: vec![c1()],
        ..reject(c1())
    };
    given(recommended())
        .when(&review_head(), both_sides)
        .then_refused("listed_twice");
}

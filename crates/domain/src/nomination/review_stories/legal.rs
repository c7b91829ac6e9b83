//! Stories of the checks of the law (L1 to L5), of holds, and of discipline after the year.

use super::{FINANCE, code, disciplined, on, recommended, under_review};
use crate::{
    Event as Any, FactSubject, Finding, NomineeKind, StreamKey,
    fact::{self, AwardLevel, PastAward},
    hold::{self, HoldGround},
    nomination::{Event, Recommendation, ReviewReason},
    org,
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, campaign, day, evidence_issuer, given, group, hold_subject, paper, person_of,
        review_head, sealed, system, unit,
    },
    stories_way::{both, c1, find, i1, pass, recommend_pass, recommend_reject, reject, reviewer},
};

fn finance() -> FactSubject {
    FactSubject::from(&unit(FINANCE))
}

fn awarded_before(stage: Stage) -> Stage {
    let award = PastAward {
        level: AwardLevel::Province,
        form: "Bằng khen".into(),
        number: "1234/QĐ-UBND".into(),
        date: day("2024-11-11"),
        same_achievement: true,
    };
    let event = fact::Event::PastAwardRecorded { award };
    let stream = StreamKey::fact(&finance(), 2024);
    stage.with(&evidence_issuer(), [(stream, event)])
}

/// E10.
#[test]
fn an_award_of_the_same_year_asks_for_an_answer() {
    let stage = awarded_before(under_review().found_met(&c1()));
    given(stage.clone())
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then_refused("past_awards_unanswered");
    let answered = stage.then(&reviewer(), find(c1(), &[("L3", Finding::Met)]));
    let recommended = Event::ReviewRecommended {
        recommendation: Recommendation::Pass,
        criteria: Vec::new(),
    };
    given(answered)
        .when(&reviewer(), recommend_pass(vec![c1()]))
        .then([(on(&c1()), recommended)]);
}

#[test]
fn an_award_that_becomes_known_after_the_recommendation_stops_the_pass() {
    given(awarded_before(recommended()))
        .when(&review_head(), pass(both()))
        .then_refused("past_awards_unanswered");
}

#[test]
fn an_answer_that_is_not_met_or_pending_is_no_reason_to_pass() {
    for value in [Finding::NotMet, Finding::Pending] {
        let stage = awarded_before(under_review().found_met(&c1()))
            .then(&reviewer(), find(c1(), &[("L3", value)]));
        given(stage)
            .when(&reviewer(), recommend_pass(vec![c1()]))
            .then_refused("criteria_not_met");
    }
}

#[test]
fn a_rejection_may_rest_on_a_check_of_the_law() {
    let stage = awarded_before(under_review().found_met(&c1()))
        .then(&reviewer(), find(c1(), &[("L3", Finding::NotMet)]))
        .then(&reviewer(), recommend_reject(vec![c1()]));
    let rejected = Event::ReviewRejected {
        criteria_version: 1,
        criteria: vec![code("L3")],
        reason_code: ReviewReason::LegalCheckNotMet,
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
fn a_check_of_the_law_is_not_inapplicable() {
    given(under_review())
        .when(&reviewer(), find(c1(), &[("L3", Finding::NotApplicable)]))
        .then_refused("interpretation_needed");
    given(under_review())
        .when(&reviewer(), find(c1(), &[("L9", Finding::Met)]))
        .then_refused("unknown_criterion");
}

/// The unit of C1 is dissolved on 30 November.
fn dissolved(stage: Stage) -> Stage {
    let dissolved = org::DissolveUnit {
        unit: unit(FINANCE),
        on: day("2024-11-30"),
        successors: Vec::new(),
        document: paper("Nghị quyết sắp xếp các phòng"),
    };
    stage.then(&system(), dissolved)
}

/// E40.
#[test]
fn a_dissolved_unit_does_not_pass_and_is_rejected_for_it() {
    given(dissolved(recommended()))
        .when(&review_head(), pass(both()))
        .then_refused("unit_dissolved");
    for (stage, value) in [
        (under_review(), Finding::NotMet),
        (dissolved(under_review()), Finding::Met),
    ] {
        given(stage)
            .when(&reviewer(), find(c1(), &[("L4", value)]))
            .then_refused("finding_contradicts_facts");
    }
    let effects = given(dissolved(under_review()))
        .when(&reviewer(), find(c1(), &[("L4", Finding::NotMet)]))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

fn held(stage: Stage, subject: &FactSubject) -> Stage {
    let placed = hold::Event::HoldPlaced {
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo thụ lý"),
        review_by: day("2025-01-10"),
    };
    stage.with(&review_head(), [(StreamKey::hold(subject), placed)])
}

#[test]
fn a_hold_blocks_the_pass_of_the_held_and_of_nobody_else() {
    let person = hold_subject(&person_of("nominee", "van-phong"));
    for (subject, held_one, other) in [(finance(), c1(), i1()), (person, i1(), c1())] {
        let stage = held(recommended(), &subject);
        given(stage.clone())
            .when(&review_head(), pass(vec![held_one]))
            .then_refused("held");
        let effects = given(stage)
            .when(&review_head(), pass(vec![other]))
            .then_effects();
        assert_eq!(effects.len(), 1);
    }
}

#[test]
fn a_hold_blocks_no_rejection() {
    let stage = held(disciplined(under_review(), "2024-12-05", true), &finance())
        .then(&reviewer(), find(c1(), &[("C4x", Finding::NotMet)]))
        .then(&reviewer(), recommend_reject(vec![c1()]));
    let effects = given(stage)
        .when(&review_head(), reject(c1()))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

/// C4x looks until the signature, which may come in the next year.
#[test]
fn discipline_of_a_leader_excludes_also_after_the_turn_of_the_year() {
    let event = fact::Event::DisciplineRecorded {
        is_key_leader: true,
        issued_on: day("2025-01-06"),
        document_number: "01/QĐ-KL".into(),
    };
    let stage = recommended().at("2025-01-07T09:00").with(
        &evidence_issuer(),
        [(StreamKey::fact(&finance(), 2025), event)],
    );
    given(stage)
        .when(&review_head(), pass(vec![c1()]))
        .then_refused("finding_contradicts_facts");
}

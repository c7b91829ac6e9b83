//! Stories of what stands against drafting, signing, numbering and issuing.

use super::{SIGNED_AT, approved, initialled, sealed, signed};
use crate::{
    FactSubject, GroupId, StreamKey, UnitKind,
    hold::{self, HoldGround},
    stories_kit::{Stage, campaign_manager, day, given, paper, review_head, system, unit},
    stories_way::{assign_number, both, chairman, clerk, draft, i1, issue, sign},
};

/// Something is being verified about the unit that C1 is.
fn held(stage: Stage) -> Stage {
    let placed = hold::Event::HoldPlaced {
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo thụ lý"),
        review_by: day("2025-01-10"),
    };
    let stream = StreamKey::hold(&FactSubject::from(&unit("tai-chinh")));
    stage.with(&review_head(), [(stream, placed)])
}

#[test]
fn what_is_held_is_neither_drafted_nor_signed_nor_issued() {
    given(held(approved()))
        .when(&campaign_manager(), draft(1, both()))
        .then_refused("held");
    given(held(initialled()))
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("held");
    given(held(sealed()).at("2024-12-27T10:00"))
        .when(&clerk(), issue(1))
        .then_refused("held");
}

/// L4: a unit that is no more is not signed for.
#[test]
fn a_collective_that_was_dissolved_is_not_signed_for() {
    let ended = crate::org::Event::UnitEstablished {
        unit: unit("tai-chinh"),
        name: "Đơn vị tai-chinh".into(),
        kind: UnitKind::SpecialisedAgency,
        group: GroupId::parse("agencies").expect("the story's group is an identifier"),
        functions: Vec::new(),
        staff: 12,
        valid_from: day("2024-01-01"),
        valid_until: Some(day("2024-12-26")),
    };
    let stage = initialled().with(&system(), [(StreamKey::unit(&unit("tai-chinh")), ended)]);
    given(stage)
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("unit_dissolved");
}

/// E02: the others go on without it.
#[test]
fn a_hold_takes_one_case_out_of_the_draft() {
    let effects = given(held(initialled()).at("2024-12-26T16:00"))
        .when(&campaign_manager(), draft(1, vec![i1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn a_document_is_not_dated_ahead() {
    let stage = signed().at("2024-12-27T16:00");
    given(stage.clone())
        .when(&clerk(), assign_number(1, 4385, "2024-12-30"))
        .then_refused("number_date_in_future");
    let effects = given(stage.at("2024-12-30T08:00"))
        .when(&clerk(), assign_number(1, 4385, "2024-12-30"))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn nothing_is_issued_before_the_base_wage_of_the_day_is_known() {
    given(sealed().without_base_wage().at("2024-12-27T10:00"))
        .when(&clerk(), issue(1))
        .then_refused("base_wage_unknown");
}

//! Stories of what stands against presenting and approving: holds, withdrawals, defects.

use super::{approved, checked, on, presented, stream};
use crate::{
    Event as Any, FactSubject, GroupId, StreamKey, UnitKind,
    hold::{self, HoldGround, HoldOutcome},
    nomination,
    presentation::{Event, PresentationDefect, ReturnPresentation},
    stories_kit::{Stage, day, given, head, paper, review_head, system, unit},
    stories_way::{both, c1, chairman, check, decide, i1, office, present, presentation},
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

fn lifted(stage: Stage) -> Stage {
    let lifted = hold::Event::HoldLifted {
        hold: 1,
        outcome: HoldOutcome::Unfounded,
    };
    let stream = StreamKey::hold(&FactSubject::from(&unit("tai-chinh")));
    stage.with(&review_head(), [(stream, lifted)])
}

/// The unit that C1 is ended in November.
fn dissolved(stage: Stage) -> Stage {
    let ended = crate::org::Event::UnitEstablished {
        unit: unit("tai-chinh"),
        name: "Đơn vị tai-chinh".into(),
        kind: UnitKind::SpecialisedAgency,
        group: GroupId::parse("agencies").expect("the story's group is an identifier"),
        functions: Vec::new(),
        staff: 12,
        valid_from: day("2024-01-01"),
        valid_until: Some(day("2024-11-30")),
    };
    stage.with(&system(), [(StreamKey::unit(&unit("tai-chinh")), ended)])
}

fn withdrawn(stage: Stage) -> Stage {
    let event = nomination::Event::NominationWithdrawn { reason: None };
    stage.with(&head("van-phong"), [(on(&i1()), event)])
}

fn send_back() -> ReturnPresentation {
    ReturnPresentation {
        presentation: presentation(1),
        reason_code: PresentationDefect::ListDiffers,
    }
}

#[test]
fn what_is_held_is_not_presented() {
    given(held(approved()))
        .when(&review_head(), present(1, both()))
        .then_refused("held");
    let effects = given(held(approved()))
        .when(&review_head(), present(1, vec![i1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

/// INV-16, INV-26: it stays before the Chairman, and is decided once the hold is lifted.
#[test]
fn a_held_case_is_not_approved_and_stops_nobody_else() {
    let decided = Event::ChairmanDecided {
        approved: vec![i1()],
        declined: Vec::new(),
        returned: Vec::new(),
        held: vec![c1()],
    };
    let effects = given(held(checked()))
        .when(&chairman(), decide(1, &[]))
        .then_effects();
    assert_eq!(effects.len(), 3);
    assert_eq!(effects[0].event, Any::from(decided));
    let later = held(checked()).then(&chairman(), decide(1, &[]));
    let effects = given(lifted(later))
        .when(&chairman(), decide(1, &[]))
        .then_effects();
    assert_eq!(effects[2].stream, on(&c1()));
    assert_eq!(effects.len(), 3);
}

#[test]
fn a_held_case_may_still_be_declined() {
    let effects = given(held(checked()))
        .when(&chairman(), decide(1, &[c1()]))
        .then_effects();
    assert_eq!(effects.len(), 5);
}

#[test]
fn with_everybody_held_there_is_nothing_to_approve() {
    let stage = held(checked()).then(&chairman(), decide(1, &[i1()]));
    given(stage)
        .when(&chairman(), decide(1, &[]))
        .then_refused("held");
}

/// L4: a unit that is no more is not awarded.
#[test]
fn a_collective_that_was_dissolved_is_declined_and_never_approved() {
    let stage = dissolved(checked());
    given(stage.clone())
        .when(&chairman(), decide(1, &[]))
        .then_refused("unit_dissolved");
    let effects = given(stage)
        .when(&chairman(), decide(1, &[c1()]))
        .then_effects();
    assert_eq!(effects.len(), 5);
}

#[test]
fn what_was_withdrawn_stops_nobody_else() {
    let decided = Event::ChairmanDecided {
        approved: vec![c1()],
        declined: Vec::new(),
        returned: Vec::new(),
        held: Vec::new(),
    };
    let effects = given(withdrawn(checked()))
        .when(&chairman(), decide(1, &[]))
        .then_effects();
    assert_eq!(effects[0].event, Any::from(decided));
    given(withdrawn(checked()))
        .when(&chairman(), decide(1, &[i1()]))
        .then_refused("not_presented");
}

#[test]
fn the_office_sends_a_presentation_back_and_it_comes_again() {
    let returned = Event::PresentationReturned {
        reason_code: PresentationDefect::ListDiffers,
    };
    let case = || nomination::Event::PresentationReturned {
        presentation: presentation(1),
    };
    for stage in [presented(), checked()] {
        given(stage).when(&office(), send_back()).then([
            (stream(1), Any::from(returned.clone())),
            (on(&c1()), case().into()),
            (on(&i1()), case().into()),
        ]);
    }
    let stage = presented().then(&office(), send_back());
    given(stage.clone())
        .when(&office(), check(1))
        .then_refused("presentation_returned");
    given(stage.clone())
        .when(&chairman(), decide(1, &[]))
        .then_refused("presentation_returned");
    let effects = given(stage)
        .when(&review_head(), present(1, vec![c1()]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn what_is_decided_is_not_sent_back() {
    given(checked().then(&chairman(), decide(1, &[])))
        .when(&office(), send_back())
        .then_refused("presentation_decided");
    given(approved())
        .when(&office(), send_back())
        .then_refused("presentation_absent");
}

//! Stories of objections (4.10).

use crate::{
    StreamKey, Tally,
    nomination::{Event, FileObjection, UnitReason},
    stories_kit::{Stage, given, head, officer, sealed, secretary},
    stories_way::{endorsed, i1, meeting},
};

fn object() -> FileObjection {
    FileObjection {
        nomination: i1(),
        text: sealed("Đề nghị xem xét lại"),
        attachments: Vec::new(),
    }
}

/// The vote was lost on Monday 25 November.
fn lost() -> Stage {
    let event = Event::UnitNotEndorsed {
        session: meeting("van-phong"),
        tally: Tally::default(),
        reason_code: UnitReason::Tie,
    };
    endorsed().with(
        &secretary("van-phong"),
        [(StreamKey::nomination(&i1()), event)],
    )
}

#[test]
fn an_objection_is_noted_and_moves_nothing() {
    let filed = Event::ObjectionFiled {
        text: sealed("Đề nghị xem xét lại"),
        attachments: Vec::new(),
    };
    given(lost())
        .when(&head("van-phong"), object())
        .then([(StreamKey::nomination(&i1()), filed)]);
}

#[test]
fn objections_come_within_five_working_days() {
    for (now, is_late) in [
        ("2024-11-25T17:00", false),
        ("2024-12-02T23:59", false),
        ("2024-12-03T00:00", true),
    ] {
        let asked = given(lost().at(now)).when(&head("van-phong"), object());
        if is_late {
            asked.then_refused("objection_late");
        } else {
            assert_eq!(asked.then_effects().len(), 1, "{now}");
        }
    }
}

#[test]
fn only_a_negative_result_is_objected_to_by_the_head() {
    given(endorsed())
        .when(&head("van-phong"), object())
        .then_refused("no_negative_result");
    given(lost())
        .when(&officer("van-phong"), object())
        .then_refused("role_not_allowed");
    given(lost())
        .when(&head("tai-chinh"), object())
        .then_refused("other_unit");
}

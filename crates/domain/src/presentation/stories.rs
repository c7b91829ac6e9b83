//! Stories of a presentation to the Chairman.

mod again;
mod held;

use super::{DecidePresentation, Event, PresentToChairman, PresentedItem};
use crate::{
    Event as Any, NominationId, NomineeKind, Role, StreamKey,
    nomination::{self, Rejection},
    quota,
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, assignment, campaign, given, good_result, nomination as serial, of_unit, on_behalf,
        review_head, sealed,
    },
    stories_way::{
        both, c1, chairman, check, close_motion, close_session, council_secretary, decide,
        endorsed, i1, office, open_motion, present, presentation, presentation_letter, session,
    },
};

fn stream(number: u32) -> StreamKey {
    StreamKey::presentation(&presentation(number))
}

fn on(nomination: &NominationId) -> StreamKey {
    StreamKey::nomination(nomination)
}

fn passed() -> Stage {
    endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00")
        .review_passed(both())
}

fn approved() -> Stage {
    passed().council_approved(&both()).at("2024-12-23T09:00")
}

fn presented() -> Stage {
    approved().then(&review_head(), present(1, both()))
}

fn checked() -> Stage {
    presented().then(&office(), check(1)).at("2024-12-26T08:00")
}

#[test]
fn what_the_council_approved_goes_to_the_chairman() {
    let item = |nomination, kind| PresentedItem { nomination, kind };
    let letter = Event::PresentedToChairman {
        presentation: presentation(1),
        session: session(),
        nominations: vec![
            item(c1(), NomineeKind::Collective),
            item(i1(), NomineeKind::Individual),
        ],
        letter: presentation_letter(),
    };
    let event = || nomination::Event::PresentedToChairman {
        presentation: presentation(1),
    };
    given(approved())
        .when(&review_head(), present(1, both()))
        .then([
            (stream(1), Any::from(letter)),
            (on(&c1()), event().into()),
            (on(&i1()), event().into()),
        ]);
}

#[test]
fn nothing_is_presented_before_the_minutes_are_signed() {
    let everybody = ["chu-tich", "pho-chu-tich", "head.noi-vu", "cong-doan"];
    let stage = passed()
        .listed(both())
        .attended(&everybody)
        .then(&council_secretary(), open_motion(1, both()))
        .voted(
            1,
            &everybody.map(|who| (who, crate::council_session::Choice::For)),
        )
        .then(&council_secretary(), close_motion(1))
        .then(&council_secretary(), close_session());
    given(stage)
        .when(&review_head(), present(1, both()))
        .then_refused("council_minutes_missing");
}

#[test]
fn only_what_the_council_approved_is_presented() {
    let stage = passed().council_approved(&[c1()]).at("2024-12-23T09:00");
    given(stage)
        .when(&review_head(), present(1, both()))
        .then_refused("wrong_gate");
}

#[test]
fn a_session_is_not_cited_for_what_another_approved() {
    let earlier = crate::CouncilSessionId {
        number: 7,
        ..session()
    };
    let stage = approved().with(
        &council_secretary(),
        [(
            on(&c1()),
            nomination::Event::NominationListed {
                session: earlier.clone(),
            },
        )],
    );
    let stage = stage.with(
        &council_secretary(),
        [(
            on(&c1()),
            nomination::Event::CouncilApproved {
                session: earlier,
                tally: crate::Tally::default(),
            },
        )],
    );
    given(stage)
        .when(&review_head(), present(1, both()))
        .then_refused("approved_in_another_session");
}

#[test]
fn no_more_are_presented_than_the_plan_has_places() {
    for (collective, individual, is_refused) in [(1, 1, false), (0, 1, true), (1, 0, true)] {
        let stage = approved().with_quota(collective, individual);
        let asked = given(stage).when(&review_head(), present(1, both()));
        if is_refused {
            asked.then_refused("places_exceeded");
        } else {
            assert_eq!(asked.then_effects().len(), 3);
        }
    }
}

#[test]
fn a_presentation_is_made_once() {
    let other = PresentToChairman {
        nominations: vec![c1()],
        ..present(1, both())
    };
    given(presented())
        .when(&review_head(), other)
        .then_refused("presentation_made");
}

#[test]
fn the_office_checks_before_the_chairman_decides() {
    given(presented())
        .when(&office(), check(1))
        .then([(stream(1), Event::PresentationChecked {})]);
    given(presented())
        .when(&chairman(), decide(1, &[]))
        .then_refused("presentation_not_checked");
    given(approved())
        .when(&office(), check(1))
        .then_refused("presentation_absent");
}

#[test]
fn an_approval_holds_a_place_and_names_the_assignment() {
    let decided = Event::ChairmanDecided {
        returned: vec![],
        approved: both(),
        declined: Vec::new(),
        held: Vec::new(),
    };
    let place = |nomination, kind, limit| quota::Event::PlaceApproved {
        kind,
        nomination,
        limit,
        used_before: 0,
    };
    let approved = || nomination::Event::ChairmanApproved {
        presentation: presentation(1),
        approved_by: chairman().assignment,
    };
    let places = StreamKey::quota(&campaign());
    given(checked()).when(&chairman(), decide(1, &[])).then([
        (stream(1), Any::from(decided)),
        (
            places.clone(),
            place(c1(), NomineeKind::Collective, 5).into(),
        ),
        (places, place(i1(), NomineeKind::Individual, 10).into()),
        (on(&c1()), approved().into()),
        (on(&i1()), approved().into()),
    ]);
}

#[test]
fn one_declined_changes_nothing_for_the_others_and_frees_its_slot() {
    let decided = Event::ChairmanDecided {
        returned: vec![],
        approved: vec![c1()],
        declined: vec![i1()],
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
    let declined = nomination::Event::ChairmanDeclined {
        presentation: presentation(1),
        reason: sealed("đã được khen thưởng cùng thành tích"),
    };
    let freed = slot::Event::SlotFreed {
        nomination: i1(),
        reason_code: FreedBecause::ChairmanDeclined,
    };
    let slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit("van-phong"));
    given(checked())
        .when(&chairman(), decide(1, &[i1()]))
        .then([
            (stream(1), Any::from(decided)),
            (StreamKey::quota(&campaign()), place.into()),
            (on(&c1()), approved.into()),
            (on(&i1()), declined.into()),
            (slots, freed.into()),
        ]);
}

#[test]
fn the_office_records_the_chairmans_paper_as_his_act() {
    let recorded = on_behalf(&office(), "chu-tich", Role::Chairman);
    let effects = given(checked())
        .when(&recorded, decide(1, &[]))
        .then_effects();
    let approval = nomination::Event::ChairmanApproved {
        presentation: presentation(1),
        approved_by: assignment("chu-tich", Role::Chairman),
    };
    assert!(
        effects
            .iter()
            .any(|effect| effect.event == Any::from(approval.clone()))
    );
}

#[test]
fn who_is_not_presented_cannot_be_declined() {
    given(checked())
        .when(&chairman(), decide(1, &[serial(9)]))
        .then_refused("not_presented");
}

#[test]
fn the_chairman_decides_once() {
    let stage = checked().then(&chairman(), decide(1, &[i1()]));
    given(stage.clone())
        .when(&chairman(), decide(1, &[]))
        .then_refused("presentation_decided");
    let in_other_words = DecidePresentation {
        delegation: None,
        decline: vec![Rejection {
            nomination: i1(),
            reason: sealed("lời khác"),
        }],
        ..decide(1, &[])
    };
    given(stage)
        .when(&chairman(), in_other_words)
        .then_nothing_happens();
}

#[test]
fn two_presentations_cannot_both_have_the_last_place() {
    let second = serial(3);
    let stage = endorsed()
        .with_slots(NomineeKind::Individual, &of_unit("tu-phap"), 1)
        .nominated(&second, "tu-phap", NomineeKind::Individual)
        .with_results("tu-phap", crate::FactStatus::Final, &good_result())
        .with_rating(
            &second,
            crate::fact::Rating::CompletedWell,
            crate::FactStatus::Final,
        )
        .received("van-phong", vec![i1()])
        .received("tu-phap", vec![second.clone()])
        .at("2024-12-13T09:00")
        .review_passed(vec![i1(), second.clone()])
        .council_approved(&[i1(), second.clone()])
        .with_quota(5, 1)
        .presented(1, vec![i1()])
        .presented(2, vec![second])
        .at("2024-12-26T08:00");
    let one_first = stage.clone().then(&chairman(), decide(1, &[]));
    given(one_first)
        .when(&chairman(), decide(2, &[]))
        .then_refused("places_exceeded");
    let two_first = stage.then(&chairman(), decide(2, &[]));
    given(two_first)
        .when(&chairman(), decide(1, &[]))
        .then_refused("places_exceeded");
}

//! Stories of closing and minutes.

use super::{EVERYBODY, passed, stream, voting};
use crate::{
    DocumentKind, Outcome, Role,
    council_session::{Choice, Event, SignMinutes},
    minutes::Stated,
    stories_kit::{Stage, acting, assignment, document, given},
    stories_way::{
        all_for, attend, both, c1, close_motion, close_session, council_secretary, list, member,
        minutes, open_motion, sign_minutes,
    },
};

/// Closed, with four of four for C1.
fn closed() -> Stage {
    voting(&EVERYBODY, vec![c1()])
        .voted(1, &EVERYBODY.map(|who| (who, Choice::For)))
        .then(&council_secretary(), close_motion(1))
        .then(&council_secretary(), close_session())
}

#[test]
fn the_session_closes_when_every_item_was_voted_on() {
    let stage = voting(&EVERYBODY, vec![c1()]);
    given(stage.clone())
        .when(&council_secretary(), close_session())
        .then_refused("motion_open");
    given(stage.then(&council_secretary(), close_motion(1)))
        .when(&council_secretary(), close_session())
        .then([(stream(), Event::CouncilSessionClosed {})]);
    given(passed().listed(both()).attended(&EVERYBODY))
        .when(&council_secretary(), close_session())
        .then_refused("council_items_undecided");
}

#[test]
fn minutes_are_signed_after_the_session() {
    let signed = || sign_minutes(all_for(&[c1()]));
    given(voting(&EVERYBODY, vec![c1()]))
        .when(&member("chu-tich"), signed())
        .then_refused("council_session_not_closed");
    let event = Event::CouncilMinutesSigned {
        document: minutes(),
        chair: assignment("chu-tich", Role::CouncilChair),
        secretary: council_secretary().assignment,
    };
    for signer in [member("chu-tich"), council_secretary()] {
        let asked = given(closed()).when(&signer, signed());
        asked.then([(stream(), event.clone())]);
    }
    let others = SignMinutes {
        document: document(DocumentKind::Minutes, 9),
        ..signed()
    };
    given(closed().then(&member("chu-tich"), signed()))
        .when(&council_secretary(), others)
        .then_refused("council_minutes_signed");
}

/// E36.
#[test]
fn minutes_that_contradict_the_record_are_refused() {
    let stated = all_for(&[c1()]);
    let mut fewer_for = stated.clone();
    fewer_for.items[0].tally.votes_for = 3;
    let mut lost = stated.clone();
    lost.items[0].outcome = Outcome::Lost;
    let mut twice = stated.clone();
    twice.items.push(twice.items[0].clone());
    let mut stray = stated.clone();
    stray.items[0].nomination = crate::stories_way::i1();
    let three_came = Stated {
        present: 3,
        ..stated.clone()
    };
    let nothing = Stated {
        items: Vec::new(),
        ..stated
    };
    for (stated, code) in [
        (fewer_for, "minutes_item_differs"),
        (lost, "minutes_item_differs"),
        (twice, "minutes_item_stray"),
        (stray, "minutes_item_stray"),
        (three_came, "minutes_attendance_differs"),
        (nothing, "minutes_item_missing"),
    ] {
        given(closed())
            .when(&member("chu-tich"), sign_minutes(stated))
            .then_refused(code);
    }
}

#[test]
fn chair_and_secretary_are_two_persons_who_led_the_session() {
    let signed = || sign_minutes(all_for(&[c1()]));
    let by_a_member = SignMinutes {
        chair: assignment("cong-doan", Role::CouncilMember),
        ..signed()
    };
    let kept_by_the_chair = SignMinutes {
        secretary: assignment("chu-tich", Role::CouncilChair),
        ..signed()
    };
    for command in [by_a_member, kept_by_the_chair] {
        given(closed())
            .when(&member("chu-tich"), command)
            .then_refused("minutes_signer_unknown");
    }
    given(closed())
        .when(&member("pho-chu-tich"), signed())
        .then_refused("minutes_signer_unknown");
    given(closed())
        .when(&acting("van-thu", Role::RecordsClerk), signed())
        .then_refused("role_not_allowed");
}

#[test]
fn nothing_happens_in_a_session_that_nobody_convened_or_opened() {
    let secretary = council_secretary();
    given(passed())
        .when(&secretary, list(both()))
        .then_refused("council_session_absent");
    given(passed())
        .when(&secretary, attend(&EVERYBODY))
        .then_refused("council_session_absent");
    let convened = passed().listed(both());
    given(convened.clone())
        .when(&secretary, open_motion(1, both()))
        .then_refused("council_session_not_open");
    given(convened)
        .when(&secretary, close_session())
        .then_refused("council_session_not_open");
}

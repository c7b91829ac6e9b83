//! Stories of closing and minutes.

use super::{EVERYBODY, passed, stream, voting};
use crate::{
    DocumentKind,
    council_session::{Event, SignMinutes},
    stories_kit::{document, given},
    stories_way::{
        attend, both, c1, close_motion, close_session, council_secretary, list, member, minutes,
        open_motion, sign_minutes,
    },
};

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
    let stage = voting(&EVERYBODY, vec![c1()]).then(&council_secretary(), close_motion(1));
    given(stage.clone())
        .when(&member("chu-tich"), sign_minutes())
        .then_refused("council_session_not_closed");
    let stage = stage.then(&council_secretary(), close_session());
    let signed = Event::CouncilMinutesSigned {
        document: minutes(),
    };
    given(stage.clone())
        .when(&member("chu-tich"), sign_minutes())
        .then([(stream(), signed)]);
    let others = SignMinutes {
        document: document(DocumentKind::Minutes, 9),
        ..sign_minutes()
    };
    given(stage.then(&member("chu-tich"), sign_minutes()))
        .when(&council_secretary(), others)
        .then_refused("council_minutes_signed");
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

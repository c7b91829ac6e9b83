//! Stories of who comes between two items of a session.

use super::{EVERYBODY, passed, tally};
use crate::{
    Event as Any, Tally,
    council_session::{Choice, Event, RecordArrival},
    stories_kit::{Stage, given, moment, person},
    stories_way::{both, c1, close_motion, council_secretary, i1, open_motion, session},
};

/// What was counted on the one item of a motion.
fn counted(stage: Stage, motion: u32) -> (u32, Tally) {
    let effects = given(stage)
        .when(&council_secretary(), close_motion(motion))
        .then_effects();
    let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event else {
        panic!("the motion is closed");
    };
    (items[0].present, items[0].tally)
}

/// E22: who comes between two votes counts in the second alone.
#[test]
fn who_comes_between_two_items_counts_from_the_second_on() {
    let arrive = RecordArrival {
        session: session(),
        member: person("cong-doan"),
        at: moment("2024-12-20T08:00"),
    };
    let first = passed()
        .listed(both())
        .attended(&EVERYBODY[..3])
        .then(&council_secretary(), open_motion(1, vec![c1()]))
        .voted(1, &EVERYBODY.map(|who| (who, Choice::For))[..3]);
    assert_eq!(counted(first.clone(), 1), (3, tally(3, 0, 0)));
    let second = first
        .then(&council_secretary(), close_motion(1))
        .then(&council_secretary(), arrive)
        .then(&council_secretary(), open_motion(2, vec![i1()]))
        .voted(2, &EVERYBODY.map(|who| (who, Choice::For)));
    assert_eq!(counted(second, 2), (4, tally(4, 0, 0)));
}

//! Stories of coming and going, of the full Council, and of asking in writing.

use super::{EVERYBODY, on, passed, stream, voting};
use crate::{
    Event as Any,
    council_session::{
        Choice, ConveneCouncil, Event, Mode, RecordDeparture, ReferToFullCouncil, SendConsultation,
    },
    nomination::{self, CouncilReason},
    stories_kit::{given, moment, person},
    stories_way::{c1, close_motion, convene, council_secretary, member, open_motion, session},
};

/// E22, INV-22: the quorum of a vote is counted with who is there when it is closed.
#[test]
fn who_has_left_counts_no_more() {
    let leave = |who| RecordDeparture {
        session: session(),
        member: person(who),
        at: moment("2024-12-20T08:00"),
    };
    let stage = voting(&EVERYBODY, vec![c1()])
        .voted(1, &EVERYBODY.map(|who| (who, Choice::For)))
        .then(&council_secretary(), leave("cong-doan"))
        .then(&council_secretary(), leave("head.noi-vu"));
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::NoQuorum,
    };
    assert_eq!(effects[1].event, Any::from(deferred));
}

#[test]
fn nobody_leaves_before_the_last_count_or_after_now() {
    let leave = |at| RecordDeparture {
        session: session(),
        member: person("cong-doan"),
        at: moment(at),
    };
    let stage = voting(&EVERYBODY, vec![c1()])
        .at("2024-12-20T09:00")
        .then(&council_secretary(), close_motion(1));
    for at in ["2024-12-20T08:30", "2024-12-20T09:30"] {
        given(stage.clone())
            .when(&council_secretary(), leave(at))
            .then_refused("council_attendance_out_of_order");
    }
}

/// E21.
#[test]
fn the_chair_leaves_an_item_to_the_full_council() {
    let refer = || ReferToFullCouncil {
        session: session(),
        nominations: vec![c1()],
    };
    let stage = passed().listed(vec![c1()]).attended(&EVERYBODY);
    let referred = Event::ReferredToFullCouncil {
        nominations: vec![c1()],
    };
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::Referred,
    };
    given(stage.clone())
        .when(&member("chu-tich"), refer())
        .then([
            (stream(), Any::from(referred)),
            (on(&c1()), deferred.into()),
        ]);
    given(stage.clone())
        .when(&member("pho-chu-tich"), refer())
        .then_refused("not_the_council_chair");
    let voted = stage.then(&council_secretary(), open_motion(1, vec![c1()]));
    given(voted)
        .when(&member("chu-tich"), refer())
        .then_refused("item_voted_already");
}

#[test]
fn the_whole_body_is_convened() {
    let full = ConveneCouncil {
        mode: Mode::Full,
        ..convene()
    };
    let mut three = convene();
    three.members.pop();
    for command in [full, three] {
        given(passed())
            .when(&council_secretary(), command)
            .then_refused("council_body_incomplete");
    }
}

#[test]
fn a_consultation_is_sent_only_in_writing() {
    let send = SendConsultation { session: session() };
    given(passed().listed(vec![c1()]))
        .when(&council_secretary(), send)
        .then_refused("council_other_mode");
}

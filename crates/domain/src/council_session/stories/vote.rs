//! Stories of recusals, motions and ballots.

use super::{EVERYBODY, closed, item, on, passed, stream, tally, voting};
use crate::{
    CriterionCode, Event as Any, FactStatus, Finding, NominationId, NomineeKind, Outcome,
    council_session::{CastBallot, Choice, Event, Exception, RecusalGround},
    fact::Rating,
    nomination,
    stories_kit::{Stage, given, good_result, nomination as serial, of_unit, person},
    stories_way::{
        ballot, both, c1, close_motion, council_secretary, endorsed, i1, member, open_motion,
        recuse, session,
    },
};

#[test]
fn a_member_declares_to_take_no_part_in_an_item() {
    let declared = Event::RecusalDeclared {
        ground: RecusalGround::DirectlyManages,
        member: person("cong-doan"),
        nomination: i1(),
    };
    given(passed().listed(both()).attended(&EVERYBODY))
        .when(&member("cong-doan"), recuse("cong-doan", i1()))
        .then([(stream(), declared)]);
}

#[test]
fn nobody_speaks_for_another_member() {
    let stage = voting(&EVERYBODY, both());
    given(stage.clone())
        .when(&member("cong-doan"), recuse("pho-chu-tich", i1()))
        .then_refused("no_proxy_in_council");
    let vote = ballot(1, person("pho-chu-tich"), Choice::For);
    given(stage)
        .when(&member("chu-tich"), vote)
        .then_refused("no_proxy_in_council");
}

#[test]
fn who_is_absent_has_no_voice() {
    let stage = voting(&EVERYBODY[..3], both());
    given(stage)
        .when(
            &council_secretary(),
            ballot(1, person("cong-doan"), Choice::For),
        )
        .then_refused("council_member_absent");
}

/// A nominee of Home Affairs, whose head sits in the Council.
fn of_home_affairs() -> (NominationId, Stage) {
    let nominee = serial(3);
    let found = ["I1", "I2", "I3", "I4", "I5"].map(|code| nomination::Event::CriterionAssessed {
        criterion: CriterionCode::parse(code).expect("the story's criterion is an identifier"),
        value: Finding::Met,
        evidence: Vec::new(),
        note: None,
        criteria_version: 1,
    });
    let passed = nomination::Event::ReviewPassed {
        criteria_version: 1,
        criteria: Vec::new(),
    };
    let history = found.into_iter().chain([passed]);
    let history: Vec<_> = history.map(|event| (on(&nominee), event)).collect();
    let stage = endorsed()
        .nominated(&nominee, "noi-vu", NomineeKind::Individual)
        .with_slots(NomineeKind::Individual, &of_unit("noi-vu"), 1)
        .received("noi-vu", vec![nominee.clone()])
        .with_results("noi-vu", FactStatus::Final, &good_result())
        .with_rating(&nominee, Rating::CompletedWell, FactStatus::Final)
        .with(&council_secretary(), history)
        .listed(vec![nominee.clone()])
        .attended(&EVERYBODY);
    (nominee, stage)
}

#[test]
fn a_member_of_the_nominees_unit_is_recused_before_the_vote() {
    let (nominee, stage) = of_home_affairs();
    given(stage.clone())
        .when(&council_secretary(), open_motion(1, vec![nominee.clone()]))
        .then_refused("recusal_missing");
    let stage = stage.then(
        &member("head.noi-vu"),
        recuse("head.noi-vu", nominee.clone()),
    );
    let opened = Event::MotionOpened {
        motion: 1,
        items: vec![nominee.clone()],
    };
    given(stage)
        .when(&council_secretary(), open_motion(1, vec![nominee]))
        .then([(stream(), opened)]);
}

#[test]
fn a_recused_member_counts_for_the_quorum_and_casts_no_vote() {
    let (nominee, stage) = of_home_affairs();
    let stage = stage
        .then(
            &member("head.noi-vu"),
            recuse("head.noi-vu", nominee.clone()),
        )
        .then(&council_secretary(), open_motion(1, vec![nominee.clone()]));
    given(stage.clone())
        .when(
            &council_secretary(),
            ballot(1, person("head.noi-vu"), Choice::For),
        )
        .then_refused("council_member_recused");
    let stage = stage.voted(
        1,
        &["chu-tich", "pho-chu-tich", "cong-doan"].map(|who| (who, Choice::For)),
    );
    let carried = item(nominee.clone(), tally(3, 0, 0), 3, Outcome::Carried);
    let approved = nomination::Event::CouncilApproved {
        session: session(),
        tally: tally(3, 0, 0),
    };
    given(stage)
        .when(&council_secretary(), close_motion(1))
        .then([
            (stream(), Any::from(closed(vec![carried]))),
            (on(&nominee), approved.into()),
        ]);
}

#[test]
fn a_choice_on_an_item_that_one_is_recused_from_does_not_count() {
    let stage = voting(&EVERYBODY, both())
        .voted(1, &EVERYBODY.map(|who| (who, Choice::For)))
        .then(&member("cong-doan"), recuse("cong-doan", i1()));
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let expected = closed(vec![
        item(c1(), tally(4, 0, 0), 4, Outcome::Carried),
        item(i1(), tally(3, 0, 0), 3, Outcome::Carried),
    ]);
    assert_eq!(effects[0].event, Any::from(expected));
}

#[test]
fn motions_come_one_after_the_other() {
    let stage = passed().listed(both()).attended(&EVERYBODY);
    given(stage.clone())
        .when(&council_secretary(), open_motion(2, vec![c1()]))
        .then_refused("motion_out_of_order");
    let stage = stage.then(&council_secretary(), open_motion(1, vec![c1()]));
    given(stage.clone())
        .when(&council_secretary(), open_motion(2, vec![i1()]))
        .then_refused("motion_open");
    let stage = stage.then(&council_secretary(), close_motion(1));
    given(stage)
        .when(&council_secretary(), open_motion(2, vec![c1()]))
        .then_refused("item_voted_already");
}

#[test]
fn only_items_of_the_agenda_are_put_to_the_vote() {
    let stage = passed().listed(vec![c1()]).attended(&EVERYBODY);
    given(stage)
        .when(&council_secretary(), open_motion(1, vec![i1()]))
        .then_refused("not_on_agenda");
}

#[test]
fn the_last_vote_before_closing_counts_and_exceptions_are_per_item() {
    let but_not_i1 = CastBallot {
        exceptions: vec![Exception {
            nomination: i1(),
            choice: Choice::Abstain,
        }],
        ..ballot(1, person("cong-doan"), Choice::For)
    };
    let stage = voting(&EVERYBODY, both())
        .voted(1, &EVERYBODY.map(|who| (who, Choice::Against)))
        .voted(
            1,
            &EVERYBODY[..3]
                .iter()
                .map(|who| (*who, Choice::For))
                .collect::<Vec<_>>(),
        )
        .then(&member("cong-doan"), but_not_i1);
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let expected = closed(vec![
        item(c1(), tally(4, 0, 0), 4, Outcome::Carried),
        item(i1(), tally(3, 0, 1), 4, Outcome::Carried),
    ]);
    assert_eq!(effects[0].event, Any::from(expected));
}

#[test]
fn an_exception_names_an_item_of_the_motion() {
    let stray = CastBallot {
        exceptions: vec![Exception {
            nomination: i1(),
            choice: Choice::Against,
        }],
        ..ballot(1, person("cong-doan"), Choice::For)
    };
    given(voting(&EVERYBODY, vec![c1()]))
        .when(&member("cong-doan"), stray)
        .then_refused("not_in_motion");
}

#[test]
fn nobody_votes_after_closing() {
    let stage = voting(&EVERYBODY, both()).then(&council_secretary(), close_motion(1));
    given(stage)
        .when(
            &member("cong-doan"),
            ballot(1, person("cong-doan"), Choice::For),
        )
        .then_refused("motion_closed");
}

#[test]
fn there_is_no_vote_without_a_motion() {
    given(passed().listed(both()).attended(&EVERYBODY))
        .when(
            &member("cong-doan"),
            ballot(1, person("cong-doan"), Choice::For),
        )
        .then_refused("motion_absent");
}

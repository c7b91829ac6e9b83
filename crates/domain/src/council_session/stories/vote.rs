//! Stories of motions and ballots.

use super::{EVERYBODY, closed, item, passed, tally, voting};
use crate::{
    Event as Any, Outcome,
    council_session::{CastBallot, Choice, Exception},
    stories_kit::{given, person},
    stories_way::{
        ballot, both, c1, close_motion, council_secretary, i1, member, open_motion, recuse,
    },
};

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

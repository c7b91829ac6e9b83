//! Stories of who takes no part in which item (SD4, SD5).

use super::{EVERYBODY, closed, item, on, passed, stream, tally, voting};
use crate::{
    CriterionCode, Event as Any, FactStatus, Finding, NominationId, NomineeKind, Outcome,
    council_session::{BallotForm, Choice, Event, ImposeRecusal, RecusalGround},
    fact::Rating,
    nomination,
    stories_kit::{
        Stage, campaign, given, good_result, nomination as serial, nominee, of_unit, person,
        sealed, unit,
    },
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

/// A nominee of Home Affairs, whose head sits in the Council.
fn of_home_affairs() -> (NominationId, Stage) {
    let nominee = serial(3);
    let found = ["I1", "I2", "I3", "I4", "I5"].map(|code| nomination::Event::CriterionAssessed {
        criterion: CriterionCode::parse(code).expect("the story's criterion is an identifier"),
        value: Finding::Met,
        evidence: Vec::new(),
        note: None,
        criteria_version: 1,
        interpretation: None,
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
        ballot: BallotForm::Open,
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

fn impose(who: &str, nomination: NominationId, ground: RecusalGround) -> ImposeRecusal {
    ImposeRecusal {
        session: session(),
        member: person(who),
        nomination,
        ground,
    }
}

#[test]
fn the_chair_imposes_a_recusal_where_a_rule_says_so() {
    let (nominee, stage) = of_home_affairs();
    let manages = RecusalGround::DirectlyManages;
    let imposed = Event::RecusalImposed {
        member: person("head.noi-vu"),
        nomination: nominee.clone(),
        ground: manages,
    };
    given(stage.clone())
        .when(
            &member("chu-tich"),
            impose("head.noi-vu", nominee.clone(), manages),
        )
        .then([(stream(), imposed)]);
    for (who, ground) in [
        ("head.noi-vu", RecusalGround::OwnCollective),
        ("head.noi-vu", RecusalGround::PersonallyInvolved),
        ("cong-doan", manages),
        ("chu-tich", manages),
    ] {
        given(stage.clone())
            .when(&member("chu-tich"), impose(who, nominee.clone(), ground))
            .then_refused("recusal_ground_not_met");
    }
}

#[test]
fn an_imposed_recusal_is_one_like_a_declared_one() {
    let (nominee, stage) = of_home_affairs();
    let manages = RecusalGround::DirectlyManages;
    let stage = stage.then(
        &member("chu-tich"),
        impose("head.noi-vu", nominee.clone(), manages),
    );
    let effects = given(stage)
        .when(&council_secretary(), open_motion(1, vec![nominee]))
        .then_effects();
    assert_eq!(effects.len(), 1);
}

/// A member of the Council is nominated by the unit of I1 and works elsewhere by now.
#[test]
fn nobody_votes_on_himself_not_even_the_chair() {
    for who in ["cong-doan", "chu-tich"] {
        let drafted = nomination::Event::NominationDrafted {
            campaign: campaign(),
            unit: unit("van-phong"),
            nominee_kind: NomineeKind::Individual,
            nominee_ref: nominee(who),
            nominee: nomination::Nominee::Individual {
                name: sealed("Trần Thị Minh Họa"),
                title: sealed("Chuyên viên"),
            },
        };
        let listed = nomination::Event::NominationListed { session: session() };
        let history = [drafted, listed].map(|event| (on(&i1()), event));
        let stage = passed()
            .listed(both())
            .attended(&EVERYBODY)
            .with(&council_secretary(), history);
        given(stage.clone())
            .when(&council_secretary(), open_motion(1, vec![i1()]))
            .then_refused("recusal_missing");
        let own = impose(who, i1(), RecusalGround::PersonallyInvolved);
        let stage = stage.then(&member("chu-tich"), own);
        let effects = given(stage)
            .when(&council_secretary(), open_motion(1, vec![i1()]))
            .then_effects();
        assert_eq!(effects.len(), 1);
    }
}

#[test]
fn after_the_count_nobody_steps_out() {
    let stage = voting(&EVERYBODY, vec![c1()]).then(&council_secretary(), close_motion(1));
    given(stage)
        .when(&member("cong-doan"), recuse("cong-doan", c1()))
        .then_refused("motion_closed");
}

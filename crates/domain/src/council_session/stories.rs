//! Stories of a session of the Council.

use super::{CastBallot, Choice, ConveneCouncil, CouncilItem, Event, Exception, Member, Seat};
use crate::{
    CampaignId, DocumentKind, Event as Any, NominationId, NomineeKind, Outcome, PersonId, Role,
    StreamKey, Tally,
    nomination::{self, CouncilReason},
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, assignment, campaign, document, gate_rules, given, group, moment,
        nomination as serial, nominee, of_unit, person, unit,
    },
    stories_way::{
        MEMBERS, attend, ballot, both, c1, close_motion, close_session, convene, council_secretary,
        endorsed, i1, list, member, minutes, open_motion, recuse, session, sign_minutes,
    },
};

const EVERYBODY: [&str; 4] = ["chu-tich", "pho-chu-tich", "head.noi-vu", "cong-doan"];

fn stream() -> StreamKey {
    StreamKey::council_session(&session())
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
        .at("2024-12-17T09:00")
}

/// In session, with the first motion open.
fn voting(present: &[&str], items: Vec<NominationId>) -> Stage {
    passed()
        .listed(items.clone())
        .attended(present)
        .then(&council_secretary(), open_motion(1, items))
}

fn tally(votes_for: u32, votes_against: u32, abstained: u32) -> Tally {
    Tally {
        votes_for,
        votes_against,
        abstained,
    }
}

fn item(nomination: NominationId, tally: Tally, eligible: u32, outcome: Outcome) -> CouncilItem {
    CouncilItem {
        nomination,
        tally,
        eligible,
        outcome,
    }
}

fn closed(items: Vec<CouncilItem>) -> Event {
    Event::CouncilMotionClosed { motion: 1, items }
}

#[test]
fn the_members_assignments_give_seats_and_units() {
    let seat = |index: usize, seat, home: &str| Member {
        person: person(MEMBERS[index].0),
        assignment: assignment(MEMBERS[index].0, MEMBERS[index].1),
        seat,
        unit: Some(unit(home)),
    };
    let convened = Event::CouncilConvened {
        session: session(),
        mode: super::Mode::Standing,
        at: moment("2024-12-20T08:00"),
        place: "Phòng họp 1".into(),
        roster: vec![
            seat(0, Seat::Chair, "lanh-dao"),
            seat(1, Seat::ViceChair, "lanh-dao"),
            seat(2, Seat::Member, "noi-vu"),
            seat(3, Seat::Member, "lien-doan"),
        ],
    };
    given(passed())
        .when(&council_secretary(), convene())
        .then([(stream(), convened)]);
}

#[test]
fn the_agenda_goes_out_three_working_days_ahead() {
    for (now, is_refused) in [
        ("2024-12-16T09:00", false),
        ("2024-12-17T16:00", false),
        ("2024-12-18T08:00", true),
        ("2024-12-20T08:00", true),
    ] {
        let asked = given(passed().at(now)).when(&council_secretary(), convene());
        if is_refused {
            asked.then_refused("council_notice_too_short");
        } else {
            assert_eq!(asked.then_effects().len(), 1, "{now}");
        }
    }
}

#[test]
fn a_session_is_convened_once() {
    let elsewhere = ConveneCouncil {
        place: "Phòng họp 2".into(),
        ..convene()
    };
    given(passed().then(&council_secretary(), convene()))
        .when(&council_secretary(), elsewhere)
        .then_refused("council_session_convened");
}

#[test]
fn a_role_outside_the_council_gives_no_seat() {
    let mut members = convene().members;
    members.push(assignment("van-thu", Role::RecordsClerk));
    given(passed())
        .when(
            &council_secretary(),
            ConveneCouncil {
                members,
                ..convene()
            },
        )
        .then_refused("no_seat_in_council");
}

#[test]
fn a_person_has_one_seat() {
    let mut members = convene().members;
    members.push(assignment("head.noi-vu", Role::ReviewHead));
    given(passed())
        .when(
            &council_secretary(),
            ConveneCouncil {
                members,
                ..convene()
            },
        )
        .then_refused("council_member_twice");
}

#[test]
fn a_session_has_a_chair() {
    let mut members = convene().members;
    members.remove(0);
    given(passed())
        .when(
            &council_secretary(),
            ConveneCouncil {
                members,
                ..convene()
            },
        )
        .then_refused("council_needs_one_chair");
}

#[test]
fn what_passed_the_review_comes_on_the_agenda() {
    let listed = Event::NominationsListed {
        nominations: both(),
    };
    let event = || nomination::Event::NominationListed { session: session() };
    given(passed().then(&council_secretary(), convene()))
        .when(&council_secretary(), list(both()))
        .then([
            (stream(), Any::from(listed)),
            (on(&c1()), event().into()),
            (on(&i1()), event().into()),
        ]);
}

#[test]
fn what_is_still_under_review_does_not_come_on_the_agenda() {
    let stage = endorsed()
        .received("tai-chinh", vec![c1()])
        .under_review(vec![c1()])
        .at("2024-12-17T09:00")
        .then(&council_secretary(), convene());
    given(stage)
        .when(&council_secretary(), list(vec![c1()]))
        .then_refused("wrong_gate");
}

#[test]
fn the_agenda_closes_with_the_roll_call() {
    let stage = passed().listed(vec![c1()]).attended(&EVERYBODY);
    given(stage)
        .when(&council_secretary(), list(vec![i1()]))
        .then_refused("agenda_closed");
}

#[test]
fn the_roll_call_opens_the_session_and_freezes_its_rules() {
    let mut present: Vec<PersonId> = EVERYBODY.map(person).into();
    present.sort();
    let opened = Event::AttendanceRecorded {
        present,
        rules: gate_rules().standing_committee,
    };
    given(passed().listed(both()).at("2024-12-20T08:00"))
        .when(&council_secretary(), attend(&EVERYBODY))
        .then([(stream(), opened)]);
}

#[test]
fn nobody_calls_the_roll_the_day_before() {
    given(passed().listed(both()).at("2024-12-19T16:00"))
        .when(&council_secretary(), attend(&EVERYBODY))
        .then_refused("council_session_not_due");
}

#[test]
fn a_stranger_is_not_on_the_roll() {
    given(passed().listed(both()).at("2024-12-20T08:00"))
        .when(&council_secretary(), attend(&["chu-tich", "van-thu"]))
        .then_refused("not_a_council_member");
}

#[test]
fn the_roll_is_called_once() {
    given(passed().listed(both()).attended(&EVERYBODY))
        .when(&council_secretary(), attend(&EVERYBODY[..3]))
        .then_refused("council_roll_called");
}

#[test]
fn a_member_declares_to_take_no_part_in_an_item() {
    let declared = Event::RecusalDeclared {
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
    let passed = nomination::Event::ReviewPassed {
        criteria_version: 1,
        criteria: Vec::new(),
    };
    let stage = endorsed()
        .nominated(&nominee, "noi-vu", NomineeKind::Individual)
        .with_slots(NomineeKind::Individual, &of_unit("noi-vu"), 1)
        .received("noi-vu", vec![nominee.clone()])
        .with(&council_secretary(), [(on(&nominee), passed)])
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

#[test]
fn a_rejection_frees_the_slot_and_leaves_the_others_alone() {
    let against_c1 = CastBallot {
        exceptions: vec![Exception {
            nomination: c1(),
            choice: Choice::Against,
        }],
        ..ballot(1, person("chu-tich"), Choice::For)
    };
    let ballots = EVERYBODY.map(|who| CastBallot {
        member: person(who),
        ..against_c1.clone()
    });
    let stage = ballots
        .into_iter()
        .fold(voting(&EVERYBODY, both()), |stage, ballot| {
            stage.then(&council_secretary(), ballot)
        });
    let rejected = nomination::Event::CouncilRejected {
        session: session(),
        tally: tally(0, 4, 0),
        reason_code: CouncilReason::BelowThreshold,
    };
    let approved = nomination::Event::CouncilApproved {
        session: session(),
        tally: tally(4, 0, 0),
    };
    let freed = slot::Event::SlotFreed {
        nomination: c1(),
        reason_code: FreedBecause::CouncilRejected,
    };
    let outcomes = closed(vec![
        item(c1(), tally(0, 4, 0), 4, Outcome::Lost),
        item(i1(), tally(4, 0, 0), 4, Outcome::Carried),
    ]);
    let slots = StreamKey::slot(&campaign(), NomineeKind::Collective, &group("agencies"));
    given(stage)
        .when(&council_secretary(), close_motion(1))
        .then([
            (stream(), Any::from(outcomes)),
            (on(&c1()), rejected.into()),
            (on(&i1()), approved.into()),
            (slots, freed.into()),
        ]);
}

/// The votes in the order of the roster; where the chair is recused, the vice-chair's side counts.
#[test]
fn a_tie_goes_to_the_side_of_the_chair() {
    use Choice::{Abstain, Against, For};

    let all = [
        ([For, Against, For, Against], None, Outcome::Carried),
        ([Against, For, For, Against], None, Outcome::Lost),
        (
            [For, For, Against, Abstain],
            Some("chu-tich"),
            Outcome::Carried,
        ),
        (
            [For, Against, For, Abstain],
            Some("chu-tich"),
            Outcome::Lost,
        ),
    ];
    for (choices, recused, expected) in all {
        let mut stage = voting(&EVERYBODY, vec![c1()]);
        for (who, choice) in EVERYBODY.iter().zip(choices) {
            stage = stage.voted(1, &[(*who, choice)]);
        }
        if let Some(who) = recused {
            stage = stage.then(&member(who), recuse(who, c1()));
        }
        let effects = given(stage)
            .when(&council_secretary(), close_motion(1))
            .then_effects();
        let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event
        else {
            panic!("the motion is closed");
        };
        assert_eq!(items[0].outcome, expected, "{choices:?}");
    }
}

#[test]
fn a_tie_that_nobody_breaks_is_put_off_and_keeps_its_slot() {
    let stage = voting(&EVERYBODY, vec![c1()])
        .voted(
            1,
            &[("chu-tich", Choice::Abstain), ("pho-chu-tich", Choice::For)],
        )
        .voted(
            1,
            &[
                ("head.noi-vu", Choice::Against),
                ("cong-doan", Choice::Abstain),
            ],
        );
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::TieUnbroken,
    };
    let outcome = item(c1(), tally(1, 1, 2), 4, Outcome::Deferred);
    given(stage)
        .when(&council_secretary(), close_motion(1))
        .then([
            (stream(), Any::from(closed(vec![outcome]))),
            (on(&c1()), deferred.into()),
        ]);
}

#[test]
fn without_quorum_nothing_is_approved_and_nothing_rejected() {
    let without_presider = ["head.noi-vu", "cong-doan"];
    let too_few = ["chu-tich", "pho-chu-tich"];
    for present in [&without_presider[..], &too_few[..]] {
        let votes: Vec<_> = present.iter().map(|who| (*who, Choice::For)).collect();
        let effects = given(voting(present, vec![c1()]).voted(1, &votes))
            .when(&council_secretary(), close_motion(1))
            .then_effects();
        let deferred = nomination::Event::CouncilDeferred {
            session: session(),
            reason_code: CouncilReason::NoQuorum,
        };
        assert_eq!(effects[1].event, Any::from(deferred), "{present:?}");
    }
}

#[test]
fn the_quorum_needs_chair_or_vice_chair() {
    use crate::campaign::{Share, VotingRules};

    let half = VotingRules {
        quorum: Share { part: 1, whole: 2 },
        ..gate_rules().standing_committee
    };
    let attendance = Event::AttendanceRecorded {
        present: ["head.noi-vu", "cong-doan"].map(person).into(),
        rules: half,
    };
    let stage = passed()
        .listed(vec![c1()])
        .at("2024-12-20T08:00")
        .with(&council_secretary(), [(stream(), attendance)])
        .then(&council_secretary(), open_motion(1, vec![c1()]))
        .voted(
            1,
            &[("head.noi-vu", Choice::For), ("cong-doan", Choice::For)],
        );
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let expected = closed(vec![item(c1(), tally(2, 0, 0), 2, Outcome::NoQuorum)]);
    assert_eq!(effects[0].event, Any::from(expected));
}

#[test]
fn too_few_who_may_vote_put_the_item_off() {
    let stage = ["pho-chu-tich", "head.noi-vu", "cong-doan"]
        .into_iter()
        .fold(voting(&EVERYBODY, vec![c1()]), |stage, who| {
            stage.then(&member(who), recuse(who, c1()))
        })
        .voted(1, &[("chu-tich", Choice::For)]);
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::TooFewEligible,
    };
    assert_eq!(effects[1].event, Any::from(deferred));
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
    let others = super::SignMinutes {
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

#[test]
fn a_nomination_of_another_campaign_does_not_come_on_the_agenda() {
    let elsewhere = CampaignId::parse("VD-CCHC-2023").expect("the other campaign is an identifier");
    let foreign = NominationId::new(elsewhere.clone(), 1);
    let drafted = nomination::Event::NominationDrafted {
        campaign: elsewhere,
        unit: unit("tai-chinh"),
        nominee_kind: NomineeKind::Collective,
        nominee_ref: nominee("tai-chinh"),
        nominee: nomination::Nominee::Collective {
            unit: unit("tai-chinh"),
        },
    };
    let stage = passed()
        .then(&council_secretary(), convene())
        .with(&council_secretary(), [(on(&foreign), drafted)]);
    given(stage)
        .when(&council_secretary(), list(vec![foreign]))
        .then_refused("nomination_of_another_campaign");
}

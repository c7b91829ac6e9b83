//! Stories of what comes before the votes: convening, agenda, roll call.

use super::{EVERYBODY, held, on, passed, stream};
use crate::{
    CampaignId, Event as Any, FactStatus, FactSubject, NominationId, NomineeKind, PersonId, Role,
    StreamKey,
    council_session::{ConveneCouncil, Event, Member, Mode, Seat},
    fact::{self, UnitResult},
    nomination,
    org::EndAssignment,
    stories_kit::{
        assignment, day, evidence_issuer, gate_rules, given, good_result, moment, nominee, paper,
        person, sealed, system, unit,
    },
    stories_way::{
        MEMBERS, attend, both, c1, chairman, convene, council_secretary, endorsed, i1, list,
        presentation, session,
    },
};

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
        mode: Mode::Standing,
        at: moment("2024-12-20T08:00"),
        place: "Phòng họp 1".into(),
        roster: vec![
            seat(0, Seat::Chair, "lanh-dao"),
            seat(1, Seat::ViceChair, "lanh-dao"),
            seat(2, Seat::StandingViceChair, "noi-vu"),
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
fn the_standing_committee_has_its_vice_chairs() {
    for missing in [1, 2] {
        let mut members = convene().members;
        members.remove(missing);
        let incomplete = ConveneCouncil {
            members,
            ..convene()
        };
        given(passed())
            .when(&council_secretary(), incomplete)
            .then_refused("council_seat_empty");
    }
}

#[test]
fn what_is_held_does_not_come_on_the_agenda() {
    let stage = held(passed().then(&council_secretary(), convene()));
    given(stage.clone())
        .when(&council_secretary(), list(both()))
        .then_refused("held");
    let effects = given(stage).when(&council_secretary(), list(vec![i1()]));
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn an_award_that_became_known_since_asks_for_an_answer_first() {
    let award = fact::PastAward {
        level: fact::AwardLevel::Province,
        form: "Bằng khen".into(),
        number: "1234/QĐ-UBND".into(),
        date: day("2024-11-11"),
        same_achievement: true,
    };
    let finance = FactSubject::from(&unit("tai-chinh"));
    let recorded = fact::Event::PastAwardRecorded { award };
    let stage = passed().then(&council_secretary(), convene()).with(
        &evidence_issuer(),
        [(StreamKey::fact(&finance, 2024), recorded)],
    );
    given(stage)
        .when(&council_secretary(), list(both()))
        .then_refused("past_awards_unanswered");
}

#[test]
fn the_chairman_may_send_a_case_back_to_the_council() {
    for (to, is_refused) in [
        (nomination::ReturnedTo::Council, false),
        (nomination::ReturnedTo::Review, true),
        (nomination::ReturnedTo::Clarification, true),
    ] {
        let returned = nomination::Event::ChairmanReturned {
            presentation: presentation(1),
            to,
            reason: sealed("xem lại"),
        };
        let stage = passed()
            .with(&chairman(), [(on(&c1()), returned)])
            .then(&council_secretary(), convene());
        let asked = given(stage).when(&council_secretary(), list(vec![c1()]));
        if is_refused {
            asked.then_refused("wrong_gate");
        } else {
            assert_eq!(asked.then_effects().len(), 2);
        }
    }
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
fn what_no_longer_meets_the_criteria_does_not_come_on_the_agenda() {
    let worse = UnitResult {
        score_bp: Some(8_000),
        ..good_result()
    };
    let stage = passed().then(&council_secretary(), convene()).with_results(
        "tai-chinh",
        FactStatus::Final,
        &worse,
    );
    given(stage.clone())
        .when(&council_secretary(), list(both()))
        .then_refused("finding_contradicts_facts");
    let effects = given(stage).when(&council_secretary(), list(vec![i1()]));
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn who_left_the_council_before_the_session_is_not_present() {
    let left = |to| {
        let end = EndAssignment {
            assignment: assignment("cong-doan", Role::CouncilMember),
            to: day(to),
            document: paper("Quyết định thay thành viên"),
        };
        let stage = passed().listed(vec![c1()]).then(&system(), end);
        given(stage.at("2024-12-20T08:00")).when(&council_secretary(), attend(&EVERYBODY))
    };
    left("2024-12-19").then_refused("no_seat_in_council");
    assert_eq!(left("2024-12-20").then_effects().len(), 1);
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
        absent: Vec::new(),
        guests: Vec::new(),
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

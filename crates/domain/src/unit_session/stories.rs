//! Stories of unit meetings and rankings.

mod alternate;
mod annul;
mod lead;
mod nominees;
mod two_nominees;

use crate::{
    AssignmentId, DocumentKind, NominationId, Outcome, Role, StreamKey, Tally,
    nomination::{self, UnitReason, WaitReason},
    slot,
    stories_kit::{
        Stage, approved, assignment, campaign, day, document, draft_collective, draft_person,
        gate_rules, given, group, item, meeting, nomination as serial, officer, rank, review_head,
        secretary,
    },
    unit_session::{Event, ItemOutcome, ItemVotes, MeetingItem, RecordUnitMeeting},
};

fn stage() -> Stage {
    Stage::proposed().at("2024-11-19T16:00")
}

fn on(id: u32, event: nomination::Event) -> (StreamKey, crate::Event) {
    (StreamKey::nomination(&serial(id)), event.into())
}

/// What a meeting of `of` means for its nominations.
#[track_caller]
fn outcome_of(stage: Stage, of: &str, record: RecordUnitMeeting) -> Vec<nomination::Event> {
    let effects = given(stage).when(&secretary(of), record).then_effects();
    let mut events = Vec::new();
    for effect in effects {
        if let crate::Event::Nomination(event) = effect.event {
            events.push(event);
        }
    }
    events
}

fn endorsed(of: &str, number: u32, item: &MeetingItem) -> nomination::Event {
    let mut session = meeting(of, []).session;
    session.number = number;
    nomination::Event::UnitEndorsed {
        session,
        tally: item.tally,
    }
}

fn waits(reason_code: WaitReason) -> nomination::Event {
    nomination::Event::NominationWaitlisted {
        gate: nomination::WaitGate::Unit,
        reason_code,
    }
}

#[test]
fn a_meeting_is_recorded_as_the_events_of_the_electronic_way() {
    let carried = item(2, (9, 1), 1);
    let record = meeting("van-phong", [carried.clone()]);
    let stream = StreamKey::unit_session(&record.session);
    let of_meeting = [
        Event::UnitSessionOpened {
            secretary: record.secretary.clone(),
            session: record.session.clone(),
            date: record.date,
            place: record.place.clone(),
            chair: record.chair.clone(),
            total: 12,
            rules: gate_rules().unit_session,
        },
        Event::AttendanceRecorded { present: 11 },
        Event::RecusalDeclared {
            nomination: serial(2),
            count: 1,
        },
        Event::MotionOpened {
            items: vec![serial(2)],
        },
        Event::VotesRecorded {
            items: vec![ItemVotes {
                nomination: serial(2),
                tally: carried.tally,
            }],
        },
        Event::MotionClosed {
            items: vec![ItemOutcome {
                nomination: serial(2),
                tally: carried.tally,
                outcome: Outcome::Carried,
            }],
        },
        Event::UnitSessionClosed {},
        Event::MinutesSigned {
            document: record.minutes.clone(),
        },
    ]
    .map(|event| (stream.clone(), event.into()));
    let of_case = on(2, endorsed("van-phong", 1, &carried));
    given(stage())
        .when(&secretary("van-phong"), record)
        .then(of_meeting.into_iter().chain([of_case]));
}

#[test]
fn a_carried_collective_waits_for_the_ranking_of_its_group() {
    let carried = item(1, (11, 0), 0);
    assert_eq!(
        outcome_of(
            stage(),
            "tai-chinh",
            meeting("tai-chinh", [carried.clone()])
        ),
        [
            endorsed("tai-chinh", 1, &carried),
            waits(WaitReason::GroupUnranked)
        ]
    );
}

#[test]
fn a_lost_vote_and_a_tie_are_told_apart() {
    for (votes, abstained, reason_code) in [
        ((4, 6), 0, UnitReason::BelowThreshold),
        ((4, 4), 2, UnitReason::BelowThreshold),
        ((5, 5), 0, UnitReason::Tie),
    ] {
        let mut lost = item(2, votes, 1);
        lost.tally.abstained = abstained;
        let expected = nomination::Event::UnitNotEndorsed {
            session: meeting("van-phong", []).session,
            tally: lost.tally,
            reason_code,
        };
        let record = meeting("van-phong", [lost]);
        assert_eq!(outcome_of(stage(), "van-phong", record), [expected]);
    }
}

#[test]
fn without_a_quorum_the_nomination_stays_proposed() {
    let record = RecordUnitMeeting {
        present: 7,
        ..meeting("van-phong", [item(2, (0, 0), 0)])
    };
    assert_eq!(outcome_of(stage(), "van-phong", record.clone()), []);
    let mut again = meeting("van-phong", [item(2, (7, 0), 1)]);
    (again.session.number, again.present) = (2, 8);
    let stage = stage().then(&secretary("van-phong"), record);
    assert_eq!(outcome_of(stage, "van-phong", again).len(), 1);
}

/// Tư pháp has two slots; who is carried when decides who waits.
fn of_tu_phap() -> Stage {
    Stage::proposed()
        .proposing(3, &draft_person("nominee", "tu-phap"))
        .proposing(4, &draft_person("secretary", "tu-phap"))
        .proposing(5, &draft_person("officer", "tu-phap"))
        .at("2024-11-19T16:00")
}

#[test]
fn as_many_as_there_are_slots_are_endorsed() {
    let items = [3, 4].map(|id| item(id, (10, 0), 1));
    let endorsed: Vec<_> = items
        .iter()
        .map(|item| endorsed("tu-phap", 1, item))
        .collect();
    let record = meeting("tu-phap", items);
    assert_eq!(outcome_of(of_tu_phap(), "tu-phap", record), endorsed);
}

#[test]
fn more_than_the_slots_wait_until_the_unit_has_ranked_them() {
    let record = meeting("tu-phap", [3, 4, 5].map(|id| item(id, (10, 0), 1)));
    let events = outcome_of(of_tu_phap(), "tu-phap", record);
    let waiting = waits(WaitReason::UnitUnranked);
    assert_eq!(events.iter().filter(|event| **event == waiting).count(), 3);
}

#[test]
fn an_earlier_meeting_has_used_up_its_slots() {
    let first = meeting("tu-phap", [3, 4].map(|id| item(id, (10, 0), 1)));
    let last = item(5, (10, 0), 1);
    let mut second = meeting("tu-phap", [last.clone()]);
    second.session.number = 2;
    let stage = of_tu_phap().then(&secretary("tu-phap"), first);
    assert_eq!(
        outcome_of(stage, "tu-phap", second),
        [endorsed("tu-phap", 2, &last), waits(WaitReason::NoSlot)]
    );
}

#[test]
fn a_meeting_that_could_not_have_been_is_refused() {
    let good = || meeting("van-phong", [item(2, (9, 1), 1)]);
    let of = |change: fn(&mut RecordUnitMeeting)| {
        let mut record = good();
        change(&mut record);
        record
    };
    for (record, code) in [
        (of(|m| m.date = day("2024-11-20")), "meeting_ahead"),
        (of(|m| m.session.number = 2), "unit_session_out_of_order"),
        (of(|m| m.session.number = 0), "unit_session_out_of_order"),
        (
            of(|m| m.chair = assignment("head.tu-phap", Role::UnitHead)),
            "chair_unknown",
        ),
        (
            of(|m| m.chair = AssignmentId::parse("nobody").unwrap()),
            "chair_unknown",
        ),
        (
            of(|m| m.minutes = document(DocumentKind::Decision, 1)),
            "wrong_document_kind",
        ),
        (
            of(|m| m.chair = assignment("officer.van-phong", Role::UnitOfficer)),
            "chair_unknown",
        ),
        (
            of(|m| m.secretary = assignment("secretary.tu-phap", Role::UnitSecretary)),
            "secretary_unknown",
        ),
        (
            of(|m| m.secretary = assignment("officer.van-phong", Role::UnitOfficer)),
            "secretary_unknown",
        ),
        (of(|m| m.total = 13), "staff_differs"),
        (of(|m| (m.total, m.present) = (0, 0)), "staff_differs"),
        (of(|m| m.present = 13), "attendance_unsound"),
        (of(|m| m.items.clear()), "list_empty"),
        (of(|m| m.items.push(item(2, (9, 1), 1))), "listed_twice"),
        (of(|m| m.items[0] = item(1, (11, 0), 0)), "of_another_unit"),
        (
            of(|m| m.items[0] = item(9, (11, 0), 0)),
            "nomination_absent",
        ),
        (of(|m| m.items[0] = item(2, (9, 2), 1)), "votes_unsound"),
        (of(|m| m.items[0] = item(2, (9, 0), 1)), "votes_unsound"),
        (of(|m| m.items[0] = item(2, (10, 1), 0)), "nominee_stayed"),
    ] {
        given(stage())
            .when(&secretary("van-phong"), record)
            .then_refused(code);
    }
}

#[test]
fn a_meeting_is_recorded_once_and_decides_only_what_is_proposed() {
    let held = || Stage::met();
    let other = meeting("van-phong", [item(2, (10, 0), 1)]);
    given(held())
        .when(&secretary("van-phong"), other)
        .then_refused("unit_session_held");
    let mut second = meeting("van-phong", [item(2, (10, 0), 1)]);
    second.session.number = 2;
    given(held())
        .when(&secretary("van-phong"), second)
        .then_refused("wrong_gate");
}

/// `tai-chinh` (1), `tu-phap` (3) and `van-phong` (4) are carried; the group has two slots.
fn three_agencies() -> Stage {
    let mut stage = Stage::met()
        .proposing(3, &draft_collective("tu-phap"))
        .proposing(4, &draft_collective("van-phong"))
        .then(
            &secretary("tu-phap"),
            meeting("tu-phap", [item(3, (11, 0), 0)]),
        );
    let mut second = meeting("van-phong", [item(4, (11, 0), 0)]);
    second.session.number = 2;
    stage = stage.then(&secretary("van-phong"), second);
    stage
}

/// E13.
#[test]
fn the_best_of_a_group_leave_the_waitlist() {
    let ranking: Vec<NominationId> = [3, 1, 4].map(serial).into();
    let slots = StreamKey::slot(
        &campaign(),
        crate::NomineeKind::Collective,
        &group("agencies"),
    );
    let promoted = |rank| nomination::Event::WaitlistPromoted {
        gate: nomination::WaitGate::Unit,
        rank,
        due: None,
        to: None,
    };
    given(three_agencies())
        .when(&review_head(), rank("agencies", [3, 1, 4]))
        .then([
            (slots, slot::Event::GroupRanked { ranking }.into()),
            on(3, promoted(1)),
            on(1, promoted(2)),
            on(4, waits(WaitReason::RankedBehind)),
        ]);
}

#[test]
fn a_ranking_covers_all_that_were_carried_and_nobody_else() {
    let head = review_head();
    for (group, ranking, code) in [
        ("agencies", vec![3, 1], "ranking_incomplete"),
        ("agencies", vec![3, 1, 4, 2], "not_of_group"),
        ("agencies", vec![3, 1, 4, 9], "nomination_absent"),
        ("agencies", vec![3, 3, 1, 4], "listed_twice"),
        ("communes", vec![3], "not_of_group"),
        ("agencies", vec![], "list_empty"),
    ] {
        given(three_agencies())
            .when(&head, rank(group, ranking))
            .then_refused(code);
    }
    given(Stage::proposed())
        .when(&head, rank("agencies", [1]))
        .then_refused("wrong_gate");
}

#[test]
fn an_endorsed_collective_keeps_its_slot_in_a_new_ranking() {
    let ranked = || three_agencies().then(&review_head(), rank("agencies", [3, 1, 4]));
    given(ranked())
        .when(&review_head(), rank("agencies", [4, 3, 1]))
        .then_refused("endorsed_behind");
    let effects = given(ranked()).when(&review_head(), rank("agencies", [1, 3, 4]));
    let [recorded, behind] = effects
        .then_effects()
        .try_into()
        .expect("two things happen");
    assert!(matches!(recorded.event, crate::Event::Slot(_)));
    assert_eq!(behind.stream, StreamKey::nomination(&serial(4)));
}

#[test]
fn home_affairs_does_not_rank_itself_alone() {
    let stage = Stage::allocated()
        .at("2024-11-05T09:00")
        .proposing(1, &draft_collective("noi-vu"))
        .at("2024-11-19T16:00")
        .then(
            &secretary("noi-vu"),
            meeting("noi-vu", [item(1, (11, 0), 0)]),
        );
    given(stage.clone())
        .when(&review_head(), rank("agencies", [1]))
        .then_refused("own_unit");
    let effects = given(stage).when(&approved(&review_head()), rank("agencies", [1]));
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn only_the_secretary_of_the_unit_records_its_meeting() {
    let record = meeting("tai-chinh", [item(1, (11, 0), 0)]);
    given(stage())
        .when(&officer("tai-chinh"), record.clone())
        .then_refused("role_not_allowed");
    given(stage())
        .when(&secretary("tu-phap"), record)
        .then_refused("other_unit");
}

#[test]
fn abstentions_count_as_present_but_not_for() {
    let mut abstained = item(2, (5, 0), 1);
    abstained.tally = Tally {
        abstained: 5,
        ..abstained.tally
    };
    let events = outcome_of(stage(), "van-phong", meeting("van-phong", [abstained]));
    assert!(matches!(
        events.as_slice(),
        [nomination::Event::UnitNotEndorsed {
            reason_code: UnitReason::BelowThreshold,
            ..
        }]
    ));
}

//! Stories of opinions in writing: of a member who is absent, and of the whole body.

use super::{on, passed, stream};
use crate::{
    Actor, DocumentKind, Event as Any, Outcome, Role,
    council_session::{
        Choice, ConveneCouncil, Event, Mode, RecordWrittenOpinion, SendConsultation, WrittenVote,
    },
    nomination::{self, CouncilReason},
    stories_kit::{Stage, assignment, day, document, given, grant, person, system},
    stories_way::{
        attend, ballot, c1, close_motion, convene, council_secretary, list, member, open_motion,
        session,
    },
};

const SIX: [&str; 6] = [
    "chu-tich",
    "pho-chu-tich",
    "head.noi-vu",
    "cong-doan",
    "head.tu-phap",
    "head.thanh-tra",
];

/// The two heads who sit in the full Council only.
fn seated(stage: Stage) -> Stage {
    ["tu-phap", "thanh-tra"]
        .into_iter()
        .fold(stage, |stage, of| {
            let seat = grant(&format!("head.{of}"), Role::CouncilMember, of);
            stage.then(&system(), seat)
        })
}

fn convened(mode: Mode) -> Stage {
    let mut all = convene();
    all.members.extend(
        SIX[4..]
            .iter()
            .map(|who| assignment(who, Role::CouncilMember)),
    );
    let all = ConveneCouncil { mode, ..all };
    seated(passed())
        .then(&council_secretary(), all)
        .then(&council_secretary(), list(vec![c1()]))
}

/// The full Council votes on C1; the two last heads are not there.
fn four_of_six() -> Stage {
    convened(Mode::Full)
        .at("2024-12-20T08:00")
        .then(&council_secretary(), attend(&SIX[..4]))
        .then(&council_secretary(), open_motion(1, vec![c1()]))
}

/// All six are asked on 17 December; they have three working days.
fn asked() -> Stage {
    convened(Mode::Written)
        .then(
            &council_secretary(),
            SendConsultation { session: session() },
        )
        .then(&council_secretary(), open_motion(1, vec![c1()]))
}

fn wrote(who: &str, choice: Choice) -> RecordWrittenOpinion {
    RecordWrittenOpinion {
        session: session(),
        motion: 1,
        vote: WrittenVote {
            member: person(who),
            choice,
            exceptions: Vec::new(),
        },
        document: document(DocumentKind::Evidence, 0x41),
    }
}

/// Who records the vote of a member: the member, or the secretary for those whose answer is on paper.
fn seat(who: &str) -> Actor {
    match who {
        "head.tu-phap" | "head.thanh-tra" => council_secretary(),
        _ => member(who),
    }
}

fn vote(stage: Stage, members: &[&str], choice: Choice) -> Stage {
    members.iter().fold(stage, |stage, who| {
        stage.then(&seat(who), ballot(1, person(who), choice))
    })
}

fn outcome(stage: Stage) -> (Outcome, Vec<crate::Effect>) {
    let effects = given(stage)
        .when(&council_secretary(), close_motion(1))
        .then_effects();
    let Any::CouncilSession(Event::CouncilMotionClosed { items, .. }) = &effects[0].event else {
        panic!("the vote closes: {effects:?}");
    };
    (items[0].outcome, effects)
}

/// E20.
#[test]
fn an_absent_member_writes_until_the_vote_is_closed_and_then_counts() {
    let voted = || vote(four_of_six(), &SIX[..3], Choice::For);
    let voted = || vote(voted(), &SIX[3..4], Choice::Against);
    assert_eq!(outcome(voted()).0, Outcome::Carried);
    let written = voted()
        .then(&council_secretary(), wrote("head.tu-phap", Choice::Against))
        .then(
            &council_secretary(),
            wrote("head.thanh-tra", Choice::Against),
        );
    assert_ne!(outcome(written).0, Outcome::Carried);
    let closed = voted().then(&council_secretary(), close_motion(1));
    given(closed)
        .when(&council_secretary(), wrote("head.tu-phap", Choice::For))
        .then_refused("motion_closed");
}

/// E20.
#[test]
fn nobody_writes_who_is_there_and_nobody_votes_for_who_is_not() {
    given(four_of_six())
        .when(&council_secretary(), wrote("cong-doan", Choice::For))
        .then_refused("council_member_present");
    given(four_of_six())
        .when(&council_secretary(), wrote("officer.tu-phap", Choice::For))
        .then_refused("not_a_council_member");
    given(four_of_six())
        .when(
            &member("cong-doan"),
            ballot(1, person("head.tu-phap"), Choice::For),
        )
        .then_refused("council_member_absent");
}

#[test]
fn everybody_is_asked_in_writing_until_the_last_working_day() {
    let effects = given(convened(Mode::Written))
        .when(
            &council_secretary(),
            SendConsultation { session: session() },
        )
        .then_effects();
    assert_eq!(effects[0].stream, stream());
    assert!(matches!(
        &effects[0].event,
        Any::CouncilSession(Event::ConsultationSent { due, .. }) if *due == day("2024-12-20")
    ));
    let one_for = vote(asked(), &SIX[..1], Choice::For);
    given(one_for.clone())
        .when(&council_secretary(), close_motion(1))
        .then_refused("council_consultation_running");
    given(one_for.at("2024-12-21T08:00"))
        .when(
            &seat("cong-doan"),
            ballot(1, person("cong-doan"), Choice::For),
        )
        .then_refused("council_consultation_over");
}

/// Source: 4.8, the written consultation.
#[test]
fn silence_is_never_consent() {
    let three_for = vote(asked(), &SIX[..3], Choice::For).at("2024-12-21T08:00");
    let (silent, effects) = outcome(three_for);
    assert_ne!(silent, Outcome::Carried);
    let deferred = nomination::Event::CouncilDeferred {
        session: session(),
        reason_code: CouncilReason::NoQuorum,
    };
    assert!(effects.contains(&crate::Effect::new(on(&c1()), deferred)));
    let all_for = vote(asked(), &SIX, Choice::For);
    assert_eq!(outcome(all_for).0, Outcome::Carried);
}

//! A session of the Council and the presentation that follows.

use super::unit::TALLY;
use khen_domain::{
    CouncilSessionId, DocumentKind, Event, NomineeKind, Outcome, PresentationId, Role, StreamKey,
    council_session::{
        BallotForm, Choice, CouncilItem, Event as Council, Exception, ItemFlag, Member, Mode,
        RecusalGround, Seat,
    },
    nomination::ReturnedTo,
    presentation::{Event as Presentation, PresentationDefect, PresentedItem, ReturnedItem},
    stories_kit::{assignment, campaign, document, gate_rules, moment, nomination, person, unit},
    unit_session::AnnulReason,
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let sessions = [convened(), voted()].concat();
    let stream = StreamKey::council_session(&session());
    let sessions = sessions
        .into_iter()
        .map(|event| (stream.clone(), event.into()));
    sessions.chain(presentations()).collect()
}

pub(crate) fn session() -> CouncilSessionId {
    CouncilSessionId {
        campaign: campaign(),
        number: 1,
    }
}

pub(crate) fn presentation() -> PresentationId {
    PresentationId {
        campaign: campaign(),
        number: 1,
    }
}

fn convened() -> Vec<Council> {
    let members = [
        ("chu-tich", Role::CouncilChair, Seat::Chair, "lanh-dao"),
        ("head.noi-vu", Role::CouncilMember, Seat::Member, "noi-vu"),
    ];
    let roster = members.map(|(who, role, seat, of)| Member {
        person: person(who),
        assignment: assignment(who, role),
        seat,
        unit: Some(unit(of)),
    });
    vec![
        Council::CouncilConvened {
            session: session(),
            mode: Mode::Standing,
            at: moment("2024-12-18T08:00"),
            place: "Phòng họp số 1".into(),
            roster: roster.into(),
        },
        Council::NominationsListed {
            nominations: vec![nomination(7), nomination(9)],
        },
        Council::AttendanceRecorded {
            present: vec![person("chu-tich"), person("head.noi-vu")],
            absent: vec![person("pho-chu-tich")],
            guests: vec![person("chuyen-mon")],
            rules: gate_rules().standing_committee,
        },
        Council::RecusalDeclared {
            member: person("head.noi-vu"),
            nomination: nomination(9),
            ground: RecusalGround::DirectlyManages,
        },
        Council::RecusalImposed {
            member: person("head.noi-vu"),
            nomination: nomination(7),
            ground: RecusalGround::OwnCollective,
        },
    ]
}

fn voted() -> Vec<Council> {
    vec![
        Council::MotionOpened {
            motion: 1,
            items: vec![nomination(7), nomination(9)],
            ballot: BallotForm::Secret,
        },
        Council::BallotCast {
            motion: 1,
            member: person("chu-tich"),
            choice: Choice::For,
            exceptions: vec![Exception {
                nomination: nomination(9),
                choice: Choice::Against,
            }],
        },
        Council::CouncilMotionClosed {
            motion: 1,
            items: vec![CouncilItem {
                nomination: nomination(7),
                tally: TALLY,
                present: 12,
                recused: 1,
                eligible: 11,
                outcome: Outcome::Carried,
                flags: vec![ItemFlag::ChairRecused],
            }],
        },
        Council::MotionAnnulled {
            motion: 1,
            reason_code: AnnulReason::Procedure,
        },
        Council::CouncilSessionClosed {},
        Council::CouncilMinutesSigned {
            document: document(DocumentKind::Minutes, 8),
            chair: assignment("chu-tich", Role::CouncilChair),
            secretary: assignment("chuyen-mon", Role::CouncilSecretary),
        },
    ]
}

fn presentations() -> Vec<(StreamKey, Event)> {
    let all = [
        Presentation::PresentedToChairman {
            presentation: presentation(),
            session: session(),
            nominations: vec![PresentedItem {
                nomination: nomination(7),
                kind: NomineeKind::Individual,
            }],
            letter: document(DocumentKind::PresentationLetter, 10),
        },
        Presentation::PresentationChecked {},
        Presentation::ChairmanDecided {
            approved: vec![nomination(7)],
            declined: vec![nomination(9)],
            returned: vec![ReturnedItem {
                nomination: nomination(8),
                to: ReturnedTo::Clarification,
            }],
            held: vec![nomination(6)],
        },
        Presentation::PresentationReturned {
            reason_code: PresentationDefect::ListDiffers,
        },
        Presentation::ChairmanAnswered {
            nominations: vec![nomination(8)],
        },
        Presentation::ApprovalsWithdrawn {
            nominations: vec![nomination(7)],
        },
    ];
    let stream = StreamKey::presentation(&presentation());
    all.map(|event| (stream.clone(), event.into())).into()
}

//! What else happens in a session: coming and going, other modes, other ballots, alternates.

use super::{
    council::session,
    unit::{TALLY, session as meeting},
};
use khen_domain::{
    DocumentKind, Event, Role, StreamKey,
    council_session::{Choice, Event as Council, PaperTally, TallySource, WrittenVote},
    nomination,
    stories_kit::{assignment, day, document, gate_rules, moment, nomination, person, unit},
    unit_session::{AlternateBody, AlternateReason, Event as Meeting, ItemVotes},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let stream = StreamKey::council_session(&session());
    let council = [room(), ballots()].concat().into_iter();
    let council = council.map(|event| (stream.clone(), event.into()));
    council.chain(alternates()).collect()
}

fn room() -> Vec<Council> {
    vec![
        Council::ConsultationSent {
            due: day("2024-12-25"),
            rules: gate_rules().written_consultation,
        },
        Council::MemberArrived {
            member: person("pho-chu-tich"),
            at: moment("2024-12-18T08:20"),
        },
        Council::MemberDeparted {
            member: person("pho-chu-tich"),
            at: moment("2024-12-18T09:00"),
        },
        Council::ItemPulled {
            member: person("chu-tich"),
            nomination: nomination(7),
        },
        Council::ReferredToFullCouncil {
            nominations: vec![nomination(7)],
        },
    ]
}

fn ballots() -> Vec<Council> {
    let vote = || WrittenVote {
        member: person("chu-tich"),
        choice: Choice::For,
        exceptions: Vec::new(),
    };
    vec![
        Council::VotesRecorded {
            motion: 1,
            votes: vec![vote()],
        },
        Council::WrittenOpinionRecorded {
            motion: 1,
            vote: vote(),
            document: document(DocumentKind::Evidence, 9),
        },
        Council::TallyRecorded {
            motion: 2,
            tally: PaperTally {
                source: TallySource::Paper,
                issued: 12,
                returned: 12,
                valid: 11,
                invalid: 1,
                items: vec![ItemVotes {
                    nomination: nomination(7),
                    tally: TALLY,
                }],
                minutes_hash: "08".repeat(32),
            },
        },
    ]
}

fn alternates() -> Vec<(StreamKey, Event)> {
    let named = Meeting::AlternateBodyNamed {
        session: meeting(),
        body: AlternateBody::SisterUnit {
            unit: unit("tai-chinh"),
        },
        reason_code: AlternateReason::AllInvolved,
    };
    let signer = nomination::Event::AlternateSignerNamed {
        signer: assignment("head.tai-chinh", Role::UnitHead),
    };
    vec![
        (StreamKey::unit_session(&meeting()), named.into()),
        (StreamKey::nomination(&nomination(7)), signer.into()),
    ]
}

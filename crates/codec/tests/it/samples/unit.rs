//! A unit's meeting and its submission.

use khen_domain::{
    CriterionCode, DocumentKind, Event, Outcome, Role, StreamKey, SubmissionId, Tally,
    UnitSessionId,
    nomination::{Defect, IntakeReason, SupplementItem},
    stories_kit::{assignment, campaign, day, document, gate_rules, moment, nomination, unit},
    submission::{Event as Submission, Late, LateBasis, LateCause, LatePermission},
    unit_session::{AnnulReason, Event as Meeting, ItemOutcome, ItemVotes},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    [meetings(), submissions()].concat()
}

pub(crate) fn session() -> UnitSessionId {
    UnitSessionId {
        campaign: campaign(),
        unit: unit("tu-phap"),
        number: 1,
    }
}

pub(crate) fn submission() -> SubmissionId {
    SubmissionId {
        campaign: campaign(),
        unit: unit("tu-phap"),
        number: 1,
    }
}

pub(crate) const TALLY: Tally = Tally {
    votes_for: 9,
    votes_against: 1,
    abstained: 1,
};

fn meetings() -> Vec<(StreamKey, Event)> {
    let all = [
        Meeting::UnitSessionOpened {
            session: session(),
            date: day("2024-11-19"),
            place: "Phòng họp".into(),
            chair: assignment("head.tu-phap", Role::UnitHead),
            secretary: assignment("secretary.tu-phap", Role::UnitSecretary),
            total: 12,
            rules: gate_rules().unit_session,
        },
        Meeting::AttendanceRecorded { present: 11 },
        Meeting::RecusalDeclared {
            nomination: nomination(7),
            count: 1,
        },
        Meeting::MotionOpened {
            items: vec![nomination(7)],
        },
        Meeting::VotesRecorded {
            items: vec![ItemVotes {
                nomination: nomination(7),
                tally: TALLY,
            }],
        },
        Meeting::MotionClosed {
            items: vec![ItemOutcome {
                nomination: nomination(7),
                tally: TALLY,
                outcome: Outcome::Carried,
            }],
        },
        Meeting::MotionAnnulled {
            reason_code: AnnulReason::CountedWrongly,
        },
        Meeting::UnitSessionClosed {},
        Meeting::MinutesSigned {
            document: document(DocumentKind::Minutes, 8),
        },
    ];
    let stream = StreamKey::unit_session(&session());
    all.map(|event| (stream.clone(), event.into())).into()
}

fn submissions() -> Vec<(StreamKey, Event)> {
    let all = [
        Submission::SubmissionOpened {
            submission: submission(),
        },
        Submission::PartAttached {
            document: document(DocumentKind::SubmissionLetter, 1),
        },
        Submission::ListSet {
            session: session(),
            nominations: vec![nomination(7), nomination(9)],
        },
        Submission::MinutesExtractCertified {
            sha256: "02".repeat(32),
            chair: assignment("head.tu-phap", Role::UnitHead),
            secretary: assignment("secretary.tu-phap", Role::UnitSecretary),
        },
        Submission::SubmissionLetterSigned {
            sha256: "01".repeat(32),
        },
        Submission::SubmissionSent {
            nominations: vec![nomination(7), nomination(9)],
            late: Some(Late {
                deadline: moment("2024-11-29T17:00"),
                basis: LateBasis::Permission(LatePermission {
                    by: assignment("head.noi-vu", Role::ReviewHead),
                    until: moment("2024-12-03T17:00"),
                    reason_code: LateCause::MeetingRepeated,
                }),
            }),
        },
        Submission::LatePermissionRequested {
            reason_code: LateCause::MeetingRepeated,
        },
        Submission::LatePermissionGranted {
            by: assignment("head.noi-vu", Role::ReviewHead),
            until: moment("2024-12-03T17:00"),
            reason_code: LateCause::MeetingRepeated,
        },
        Submission::SubmissionReturned {
            items: vec![unsigned_extract()],
            due: day("2024-12-06"),
        },
        Submission::SubmissionResubmitted {},
        Submission::SubmissionRefused {
            reason_code: IntakeReason::OutOfScope,
        },
        Submission::SubmissionWithdrawn {},
        Submission::SubmissionReceived {
            receipt_no: "HQ-CCHC-2024/tu-phap/1".into(),
        },
    ];
    let stream = StreamKey::submission(&submission());
    all.map(|event| (stream.clone(), event.into())).into()
}

/// What is wrong with a part.
pub(crate) fn unsigned_extract() -> SupplementItem {
    SupplementItem {
        part: DocumentKind::MinutesExtract,
        criterion: Some(CriterionCode::parse("C3").unwrap()),
        defect: Defect::Unsigned,
    }
}

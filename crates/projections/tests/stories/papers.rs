//! Sessions, presentations and decisions in the queue, and the row of a decision.

use crate::kit::{
    History, campaign, decision, document, hour, nomination, presentation, session, tally,
};
use khen_domain::{
    DocumentKind, Moment, NomineeKind, Outcome, Role, StreamKey,
    campaign::{Denominator, RecusalRules, Share, Threshold, TieRule, VotingRules},
    council_session::{BallotForm, CouncilItem, Event as Session, Mode},
    decision::{
        Awardee, DecisionKind, DecisionSubject, Event as Decision, InitialAspect, LegacyPaper,
        NumberSource, SignatureKind, SigningAuthority,
    },
    fact::AwardLevel,
    presentation::Event as Presentation,
    stories_kit::{assignment, day},
};
use khen_projections::{Decisions, Queue};

fn next(history: &History, item: &str) -> Option<(String, String)> {
    let mut rows = history.rows::<Queue>();
    rows.remove(item).map(|row| {
        assert_eq!(row.campaign, Some(campaign().to_string()));
        (row.role, row.act)
    })
}

fn is(role: &str, act: &str) -> (String, String) {
    (role.to_owned(), act.to_owned())
}

fn rules() -> VotingRules {
    VotingRules {
        members: Some(4),
        quorum: Share { part: 2, whole: 3 },
        needs_presider: true,
        threshold: Threshold::MoreThan(Share { part: 1, whole: 2 }),
        denominator: Denominator::EligibleAfterRecusal,
        recusal: RecusalRules {
            counts_for_quorum: true,
            leaves_denominator: true,
            of_managers: true,
        },
        tie: Some(TieRule::ChairSide),
        eligible_min: 2,
        written_opinions: false,
    }
}

fn convened() -> Session {
    Session::CouncilConvened {
        session: session(),
        mode: Mode::Standing,
        at: Moment::new(hour(72)),
        place: "Phòng họp số 1".into(),
        roster: vec![],
    }
}

fn opened(motion: u32) -> Session {
    Session::MotionOpened {
        motion,
        items: vec![nomination()],
        ballot: BallotForm::Open,
    }
}

fn closed(motion: u32) -> Session {
    Session::CouncilMotionClosed {
        motion,
        items: vec![CouncilItem {
            nomination: nomination(),
            tally: tally(),
            present: 5,
            recused: 0,
            eligible: 5,
            outcome: Outcome::Carried,
            flags: vec![],
        }],
    }
}

#[test]
fn a_session_waits_for_its_secretary_until_its_minutes_are_signed() {
    let stream = StreamKey::council_session(&session());
    let item = stream.to_string();
    let nominations = vec![nomination()];
    let present = vec![];
    let (absent, guests) = (vec![], vec![]);
    let rules = rules();
    let document = document(DocumentKind::Minutes);
    let steps = [
        (convened(), "list_nominations"),
        (
            Session::NominationsListed { nominations },
            "record_attendance",
        ),
        (
            Session::AttendanceRecorded {
                present,
                absent,
                guests,
                rules,
            },
            "open_motion",
        ),
        (opened(1), "close_motion"),
        (closed(1), "close_council_session"),
        (Session::CouncilSessionClosed {}, "sign_minutes"),
    ];
    let mut history = History::default();
    for (event, act) in steps {
        history = history.then(&stream, event);
        assert_eq!(next(&history, &item), Some(is("council_secretary", act)));
    }
    let history = history.then(
        &stream,
        Session::CouncilMinutesSigned {
            document,
            chair: assignment("chu-tich", Role::CouncilChair),
            secretary: assignment("chuyen-mon", Role::CouncilSecretary),
        },
    );
    assert!(history.rows::<Queue>().is_empty());
}

#[test]
fn ballots_are_waited_for_while_a_motion_is_open() {
    let stream = StreamKey::council_session(&session());
    let ballots = format!("{stream}#vote");
    let history = History::default().then(&stream, convened());
    assert_eq!(next(&history, &ballots), None);
    let history = history.then(&stream, opened(1)).then(&stream, opened(2));
    assert_eq!(
        next(&history, &ballots),
        Some(is("council_member", "cast_ballot"))
    );
    let history = history.then(&stream, closed(1));
    assert_eq!(
        next(&history, &ballots),
        Some(is("council_member", "cast_ballot"))
    );
    let history = history.then(&stream, closed(2));
    assert_eq!(next(&history, &ballots), None);
}

#[test]
fn a_presentation_is_checked_and_then_decided() {
    let stream = StreamKey::presentation(&presentation());
    let item = stream.to_string();
    let presented = Presentation::PresentedToChairman {
        presentation: presentation(),
        session: session(),
        nominations: vec![],
        letter: document(DocumentKind::PresentationLetter),
    };
    let history = History::default().then(&stream, presented);
    assert_eq!(
        next(&history, &item),
        Some(is("chairman_office", "check_presentation"))
    );
    let history = history.then(&stream, Presentation::PresentationChecked {});
    assert_eq!(
        next(&history, &item),
        Some(is("chairman", "decide_presentation"))
    );
    let decided = Presentation::ChairmanDecided {
        approved: vec![nomination()],
        declined: vec![],
        returned: vec![],
        held: vec![],
    };
    assert_eq!(next(&history.then(&stream, decided), &item), None);
}

fn drafted() -> History {
    let awardee = |kind| Awardee {
        nomination: nomination(),
        kind,
    };
    let drafted = Decision::DecisionDrafted {
        decision: decision(),
        subject: DecisionSubject::Grant {
            presentation: presentation(),
        },
        awardees: vec![
            awardee(NomineeKind::Collective),
            awardee(NomineeKind::Individual),
            awardee(NomineeKind::Individual),
        ],
        recipients: vec![],
        document: document(DocumentKind::Decision),
    };
    History::default().then(&StreamKey::decision(&decision()), drafted)
}

fn initialled(aspect: InitialAspect) -> Decision {
    Decision::DraftInitialled {
        aspect,
        sha256: "ab".repeat(32),
    }
}

fn rest() -> [Decision; 4] {
    [
        Decision::DecisionSigned {
            signature: SignatureKind::Wet,
            signer: assignment("chu-tich", Role::Chairman),
            authority: SigningAuthority::OwnOffice,
            delegation: None,
            seen_by: assignment("chu-tich", Role::Chairman),
            signed_at: Moment::new(hour(1)),
            sha256: "ab".repeat(32),
            scan: document(DocumentKind::Decision),
            collectives: 1,
            individuals: 2,
            unconfirmed: vec![],
        },
        Decision::NumberAssigned {
            number: 4385,
            symbol: "QĐ-UBND".into(),
            date: "2024-12-27".parse().expect("the story is well formed"),
            source: NumberSource::External,
            out_of_order: false,
        },
        Decision::OrganisationSigned {},
        Decision::DecisionIssued {
            issued_at: Moment::new(hour(1)),
            kind: DecisionKind::Grant,
            cases: 2,
        },
    ]
}

#[test]
fn both_initials_come_in_any_order() {
    let stream = StreamKey::decision(&decision());
    let item = stream.to_string();
    assert_eq!(
        next(&drafted(), &item),
        Some(is("review_head", "initial_draft"))
    );
    let history = drafted().then(&stream, initialled(InitialAspect::Content));
    assert_eq!(
        next(&history, &item),
        Some(is("chairman_office", "initial_draft"))
    );
    let history = history.then(&stream, initialled(InitialAspect::Form));
    assert_eq!(next(&history, &item), Some(is("chairman", "sign_decision")));
    let history = drafted().then(&stream, initialled(InitialAspect::Form));
    assert_eq!(
        next(&history, &item),
        Some(is("review_head", "initial_draft"))
    );
    let history = history.then(&stream, initialled(InitialAspect::Content));
    assert_eq!(next(&history, &item), Some(is("chairman", "sign_decision")));
}

#[test]
fn after_the_signature_the_clerk_numbers_seals_and_issues() {
    let stream = StreamKey::decision(&decision());
    let item = stream.to_string();
    let [signed, numbered, sealed, issued] = rest();
    let history = drafted().then(&stream, signed);
    assert_eq!(
        next(&history, &item),
        Some(is("records_clerk", "assign_number"))
    );
    let history = history.then(&stream, numbered);
    assert_eq!(
        next(&history, &item),
        Some(is("records_clerk", "apply_organisation_signature"))
    );
    let history = history.then(&stream, sealed);
    assert_eq!(
        next(&history, &item),
        Some(is("records_clerk", "issue_decision"))
    );
    let history = history.then(&stream, issued);
    assert_eq!(next(&history, &item), Some(is("records_clerk", "dispatch")));
}

#[test]
fn a_decision_is_followed_to_its_issue() {
    let stream = StreamKey::decision(&decision());
    let mut history = drafted();
    let mut stages = vec![history.row::<Decisions>().stage];
    for event in rest() {
        history = history.then(&stream, event);
        stages.push(history.row::<Decisions>().stage);
    }
    assert_eq!(
        stages,
        ["drafted", "signed", "numbered", "sealed", "issued"]
    );
    let row = history.row::<Decisions>();
    assert_eq!((row.collectives, row.individuals), (1, 2));
    assert_eq!(
        (row.number, row.symbol.as_deref()),
        (Some(4385), Some("QĐ-UBND"))
    );
    assert_eq!(row.issued_at, Some(hour(4)));
}

/// E58: it waits for nobody, and its row says what it is.
#[test]
fn a_decision_taken_over_from_paper_is_flagged_and_waits_for_nobody() {
    let stream = StreamKey::decision(&decision());
    let registered = Decision::LegacyDecisionRegistered {
        decision: decision(),
        paper: LegacyPaper {
            issuer: "UBND huyện Ví Dụ".into(),
            level: AwardLevel::District,
            number: 4102,
            symbol: "QĐ-UBND".into(),
            date: day("2023-12-25"),
            scans: vec![document(DocumentKind::Decision)],
        },
        year: 2023,
        collectives: 3,
        individuals: 8,
    };
    let history = History::default().then(&stream, registered);
    let row = history.row::<Decisions>();
    assert!(row.is_legacy);
    assert_eq!((row.collectives, row.individuals), (3, 8));
    assert_eq!(row.folded.as_deref(), Some("4102/qd-ubnd"));
    assert_eq!(row.decided_on, Some(day("2023-12-25")));
    assert_eq!(next(&history, &stream.to_string()), None);
    assert!(!drafted().row::<Decisions>().is_legacy);
}

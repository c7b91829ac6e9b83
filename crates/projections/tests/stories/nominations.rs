//! A nomination's row along the way.

use crate::kit::{
    History, assignment, campaign, case, decision, document, drafted, hour, nomination,
    presentation, session, submission, tally, unit, unit_session,
};
use khen_domain::{
    Actor, DocumentKind, Event, InstrumentId, Moment, Origin, PersonId, Role, State, StreamKey,
    nomination::{Event as Nomination, Recommendation, State as Case, WaitGate, WaitReason},
    quota::SlotHolder,
};
use khen_projections::{Nominations, Projection};
use khen_read_model::NominationRow;

/// The whole way of an individual, one event per step.
fn way() -> Vec<Nomination> {
    let regime = InstrumentId::parse("ND-98-2023").expect("the story is well formed");
    vec![
        drafted(),
        Nomination::NomineeProposed {
            declares_no_discipline: true,
            criteria_version: 1,
        },
        Nomination::UnitEndorsed {
            session: unit_session(1),
            tally: tally(),
        },
        Nomination::NominationWaitlisted {
            gate: WaitGate::Unit,
            reason_code: WaitReason::NoSlot,
        },
        Nomination::WaitlistPromoted {
            gate: WaitGate::Unit,
            rank: 1,
            due: None,
            to: None,
        },
        Nomination::DossierSubmitted {
            submission: submission(),
            slot_holder: SlotHolder::Unit(unit()),
            documents: vec![],
        },
        Nomination::DossierReceived {
            receipt_no: "12".into(),
            legal_regime: regime,
            submitted_at: Moment::new(hour(5)),
        },
        Nomination::ReviewerAssigned {
            reviewer: assignment("reviewer-1"),
        },
        Nomination::ReviewRecommended {
            recommendation: Recommendation::Pass,
            criteria: vec![],
        },
        Nomination::ReviewPassed {
            criteria_version: 1,
            criteria: vec![],
        },
        Nomination::NominationListed { session: session() },
        Nomination::CouncilApproved {
            session: session(),
            tally: tally(),
        },
        Nomination::PresentedToChairman {
            presentation: presentation(),
        },
        Nomination::ChairmanApproved {
            presentation: presentation(),
            approved_by: assignment("chairman-1"),
        },
        Nomination::DecisionDrafted {
            decision: decision(),
        },
        Nomination::DecisionSigned {
            decision: decision(),
        },
        Nomination::Awarded {
            decision: decision(),
            number: 4385,
            symbol: "QĐ-UBND".into(),
            date: "2024-12-27".parse().expect("the story is well formed"),
        },
    ]
}

fn after(steps: usize) -> NominationRow {
    let events = way().into_iter().take(steps);
    let history = events.fold(History::default(), |history, event| {
        history.then(&case(), event)
    });
    history.row::<Nominations>()
}

#[test]
fn the_row_stands_at_the_gate_of_the_domain() {
    let origin = Origin {
        actor: Actor {
            principal: PersonId::parse("p1").expect("the story is well formed"),
            assignment: assignment("a1"),
            role: Role::UnitOfficer,
            unit: None,
            on_behalf_of: None,
        },
        occurred_at: Moment::new(hour(0)),
    };
    let mut state = State::initial(case().kind());
    for (steps, event) in (1..).zip(way()) {
        state = state.evolve(&Event::from(event), &origin);
        let State::Nomination(Case::Present(found)) = &state else {
            unreachable!("the case is drafted first");
        };
        assert_eq!(after(steps).gate, found.gate.as_str(), "after {steps}");
    }
}

#[test]
fn every_gate_says_who_acts_next() {
    let expected = [
        (1, "unit_officer", "attach_report"),
        (2, "unit_secretary", "record_unit_meeting"),
        (3, "unit_officer", "open_submission"),
        (4, "campaign_manager", "allocate_quota"),
        (5, "unit_officer", "open_submission"),
        (7, "review_head", "assign_reviewer"),
        (8, "reviewer", "record_finding"),
        (9, "review_head", "confirm_reviews"),
        (10, "council_secretary", "list_nominations"),
        (12, "review_head", "present_to_chairman"),
        (14, "campaign_manager", "draft_decision"),
    ];
    for (steps, role, act) in expected {
        let row = after(steps);
        assert_eq!(row.role.as_deref(), Some(role), "after {steps}");
        assert_eq!(row.act.as_deref(), Some(act), "after {steps}");
        assert_eq!(row.since, Some(hour(steps as u64 - 1)));
        assert_eq!(row.carrier, None);
        let is_of_unit = role.starts_with("unit_");
        assert_eq!(row.scope_unit.is_some(), is_of_unit, "after {steps}");
        assert_eq!(row.assignee.is_some(), role == "reviewer", "after {steps}");
    }
}

fn attached() -> Nomination {
    Nomination::ReportAttached {
        document: document(DocumentKind::AchievementReport),
    }
}

fn confirmed() -> Nomination {
    Nomination::AchievementReportConfirmed {
        sha256: "ab".repeat(32),
    }
}

#[test]
fn a_draft_waits_for_its_report_and_the_report_for_its_confirmation() {
    let steps = [
        (drafted(), "unit_officer", "attach_report"),
        (attached(), "unit_head", "confirm_report"),
        (confirmed(), "unit_officer", "propose_nominee"),
        (attached(), "unit_head", "confirm_report"),
    ];
    let mut history = History::default();
    for (event, role, act) in steps {
        history = history.then(&case(), event);
        let row = history.row::<Nominations>();
        assert_eq!(
            (row.role.as_deref(), row.act.as_deref()),
            (Some(role), Some(act))
        );
        assert_eq!(row.scope_unit.as_deref(), Some("tu-phap"));
    }
}

#[test]
fn behind_the_draft_a_report_moves_nothing() {
    for event in [attached(), confirmed()] {
        let history = History::default()
            .then(&case(), drafted())
            .then(&case(), way().swap_remove(1))
            .then(&case(), event);
        let (before, after) = (after(2), history.row::<Nominations>());
        assert_eq!((after.role, after.act), (before.role, before.act));
        assert_eq!(after.since, before.since);
    }
}

#[test]
fn a_paper_carries_the_nomination_and_its_desk() {
    let expected = [
        (6, StreamKey::submission(&submission())),
        (11, StreamKey::council_session(&session())),
        (13, StreamKey::presentation(&presentation())),
        (15, StreamKey::decision(&decision())),
        (16, StreamKey::decision(&decision())),
    ];
    for (steps, paper) in expected {
        let row = after(steps);
        assert_eq!(row.carrier, Some(paper.to_string()), "after {steps}");
        assert_eq!((row.role, row.act, row.since), (None, None, None));
    }
}

#[test]
fn an_awarded_nomination_waits_for_nobody() {
    let row = after(17);
    assert_eq!((row.role.as_deref(), row.carrier.as_deref()), (None, None));
    assert_eq!(
        (row.number, row.symbol.as_deref()),
        (Some(4385), Some("QĐ-UBND"))
    );
    assert_eq!(row.decided_on, "2024-12-27".parse().ok());
    assert_eq!((row.version, row.position), (17, 16));
}

#[test]
fn every_gate_leaves_its_time() {
    let row = after(17);
    let times = [
        (Some(row.drafted_at), 0),
        (row.proposed_at, 1),
        (row.endorsed_at, 2),
        (row.submitted_at, 5),
        (row.received_at, 6),
        (row.assigned_at, 7),
        (row.reviewed_at, 9),
        (row.listed_at, 10),
        (row.council_at, 11),
        (row.presented_at, 12),
        (row.chairman_at, 13),
        (row.signed_at, 15),
        (row.awarded_at, 16),
        (Some(row.changed_at), 16),
    ];
    for (time, position) in times {
        assert_eq!(time, Some(hour(position)), "position {position}");
    }
}

#[test]
fn the_draft_names_the_case_and_no_person() {
    let row = after(1);
    assert_eq!(row.nomination, "HQ-CCHC-2024-0007");
    assert_eq!(row.code, nomination().code());
    assert_eq!(
        (row.campaign, row.unit),
        (campaign().to_string(), "tu-phap".into())
    );
    assert_eq!(
        (row.kind.as_str(), row.nominee_ref.as_str()),
        ("individual", "00ff")
    );
    assert_eq!(row.name_value.as_deref(), Some("name-1"));
    assert_eq!(row.title_value.as_deref(), Some("title-1"));
}

#[test]
fn a_reason_stands_as_long_as_the_gate_does() {
    assert_eq!(after(4).reason_code.as_deref(), Some("no_slot"));
    assert_eq!(after(5).reason_code, None);
}

#[test]
fn behind_a_ranking_nobody_can_act() {
    let history = History::default().then(&case(), drafted()).then(
        &case(),
        Nomination::NominationWaitlisted {
            gate: WaitGate::Unit,
            reason_code: WaitReason::RankedBehind,
        },
    );
    let row = history.row::<Nominations>();
    assert_eq!((row.gate.as_str(), row.role), ("unit_waitlisted", None));
}

#[test]
fn other_streams_touch_no_nomination() {
    let history = History::default().then(
        &StreamKey::claim(
            &campaign(),
            &"00ff"
                .to_owned()
                .try_into()
                .expect("the story is well formed"),
        ),
        khen_domain::claim::Event::NomineeClaimed {
            nomination: nomination(),
        },
    );
    assert!(Nominations::keys(&history.facts()[0]).is_empty());
    assert!(history.rows::<Nominations>().is_empty());
}

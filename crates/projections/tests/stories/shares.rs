//! Quota, slots and eligibility, and what they say of a nomination; holds and feedback.

use crate::kit::{
    History, assignment, campaign, case, document, drafted, hour, nomination, sealed, unit,
};
use khen_domain::{
    CommandKind, DocumentKind, FactSubject, FeedbackId, FieldClass, InstrumentId, Moment,
    NomineeKind, SealOwner, SourceDocument, StreamKey,
    feedback::{Event as Feedback, FeedbackTopic},
    hold::{Event as Hold, HoldGround, HoldOutcome},
    nomination::{Event as Nomination, Recommendation, SupplementStage},
    quota::{Eligibility, EligibilityReason, Event as Quota, SlotHolder},
    slot::{Event as Slot, FreedBecause},
};
use khen_projections::{Eligibilities, Holds, Nominations, Queue, Quotas, Slots, Tickets};

const KIND: NomineeKind = NomineeKind::Individual;

fn slots() -> StreamKey {
    StreamKey::slot(&campaign(), KIND, &SlotHolder::Unit(unit()))
}

fn quota() -> StreamKey {
    StreamKey::quota(&campaign())
}

#[test]
fn a_quota_has_a_row_for_each_kind() {
    let set = Quota::QuotaSet {
        collective: 5,
        individual: 10,
    };
    let rows = History::default().then(&quota(), set).rows::<Quotas>();
    let places: Vec<_> = rows
        .values()
        .map(|row| (row.kind.as_str(), row.places))
        .collect();
    assert_eq!(places, [("collective", 5), ("individual", 10)]);
}

#[test]
fn a_unit_has_its_reason_and_its_slots() {
    let determined = Quota::EligibleUnitsDetermined {
        kind: KIND,
        units: vec![Eligibility {
            unit: unit(),
            is_eligible: false,
            reason_code: EligibilityReason::ScoreNotHigher,
            facts: None,
        }],
    };
    let history = History::default()
        .then(&quota(), determined)
        .then(
            &slots(),
            Slot::SlotsGranted {
                slots: 2,
                live_max: None,
            },
        )
        .then(
            &slots(),
            Slot::SlotsReturned {
                slots: 1,
                live_max: None,
            },
        );
    let row = history.row::<Eligibilities>();
    assert_eq!((row.unit.as_str(), row.is_eligible), ("tu-phap", false));
    assert_eq!(row.reason_code, "score_not_higher");
    let row = history.row::<Slots>();
    assert_eq!(
        (row.holder_kind.as_str(), row.holder.as_str()),
        ("unit", "tu-phap")
    );
    assert_eq!(row.granted, 1);
}

#[test]
fn a_nomination_knows_its_rank_its_slot_and_its_place() {
    let nomination = nomination();
    let ranking = vec![nomination.clone()];
    let history = History::default()
        .then(&case(), drafted())
        .then(&slots(), Slot::NomineesRanked { ranking })
        .then(
            &slots(),
            Slot::SlotTaken {
                nomination: nomination.clone(),
            },
        );
    let row = history.row::<Nominations>();
    assert_eq!((row.rank, row.slot), (Some(1), Some(slots().to_string())));
    assert_eq!((row.version, row.place), (1, None));
    let freed = Slot::SlotFreed {
        nomination,
        reason_code: FreedBecause::ReviewRejected,
    };
    assert_eq!(
        history.then(&slots(), freed).row::<Nominations>().slot,
        None
    );
}

#[test]
fn a_hold_waits_to_be_reviewed_and_to_be_lifted() {
    let stream = StreamKey::hold(&FactSubject::from(&unit()));
    let item = format!("{stream}#1");
    let day = |text: &str| text.parse().expect("the story is well formed");
    let paper = SourceDocument {
        number: Some("12".into()),
        date: Some(day("2024-12-03")),
        title: "Thông báo".into(),
    };
    let placed = Hold::HoldPlaced {
        hold: 1,
        ground: HoldGround::Discipline,
        verifying_body: "Thanh tra huyện".into(),
        document: paper.clone(),
        review_by: day("2024-12-10"),
    };
    let history = History::default().then(&stream, placed);
    let row = history.row::<Queue>();
    assert_eq!((row.item, row.campaign), (item, None));
    assert_eq!(row.act, CommandKind::ReviewHold.as_str());
    let due = row.due.map(|due| Moment::new(due).date());
    assert_eq!(due, Some(day("2024-12-10")));
    assert_eq!(history.row::<Holds>().lifted_at, None);
    let outcome = HoldOutcome::Confirmed;
    let history = history.then(
        &stream,
        Hold::HoldLiftRequested {
            hold: 1,
            outcome,
            document: paper,
        },
    );
    assert_eq!(history.row::<Queue>().act, CommandKind::LiftHold.as_str());
    let history = history.then(&stream, Hold::HoldLifted { hold: 1, outcome });
    assert!(history.rows::<Queue>().is_empty());
    let row = history.row::<Holds>();
    assert_eq!(
        (row.subject.as_str(), row.ground.as_str()),
        ("tu-phap", "discipline")
    );
    assert_eq!(row.outcome.as_deref(), Some("confirmed"));
}

#[test]
fn feedback_waits_for_its_answer_and_then_to_be_closed() {
    let stream = StreamKey::feedback(&FeedbackId::new(campaign(), unit(), 1));
    let filed = Feedback::FeedbackFiled {
        campaign: campaign(),
        unit: unit(),
        topic: FeedbackTopic::Criteria,
        text: sealed("text-1", FieldClass::PersonName, SealOwner::Stream),
        attachments: vec![],
    };
    let history = History::default().then(&stream, filed);
    let row = history.row::<Queue>();
    assert_eq!(
        (row.act.as_str(), row.unit.as_deref()),
        ("answer_feedback", Some("tu-phap"))
    );
    let answered = Feedback::FeedbackAnswered {
        answer: sealed("text-2", FieldClass::PersonName, SealOwner::Stream),
        general: true,
    };
    let history = history.then(&stream, answered);
    assert_eq!(history.row::<Queue>().act, "close_feedback");
    let row = history.row::<Tickets>();
    assert_eq!(
        (row.kind.as_str(), row.topic.as_str()),
        ("feedback", "criteria")
    );
    assert_eq!(
        (row.state.as_str(), row.is_general),
        ("feedback_answered", true)
    );
    assert!(row.text.is_some_and(|text| text.contains("text-1")));
    assert!(row.answer.is_some_and(|answer| answer.contains("text-2")));
    let history = history.then(&stream, Feedback::FeedbackClosed {});
    assert!(history.rows::<Queue>().is_empty());
}

fn received() -> Nomination {
    Nomination::DossierReceived {
        receipt_no: "12".into(),
        legal_regime: InstrumentId::parse("ND-98-2023").expect("the story is well formed"),
        submitted_at: Moment::new(hour(0)),
    }
}

#[test]
fn substitutes_review_and_confirm_while_the_clock_runs_from_the_receipt() {
    let history = History::default()
        .then(&case(), drafted())
        .then(&case(), received())
        .then(
            &case(),
            Nomination::SubstitutesNamed {
                reviewer: assignment("sr"),
                confirmer: assignment("sc"),
            },
        );
    let row = history.row::<Nominations>();
    assert_eq!(row.role.as_deref(), Some("substitute_confirmer"));
    assert_eq!(row.assignee.as_deref(), Some("sc"));
    let history = history.then(
        &case(),
        Nomination::ReviewerAssigned {
            reviewer: assignment("sr"),
        },
    );
    let row = history.row::<Nominations>();
    assert_eq!(row.role.as_deref(), Some("substitute_reviewer"));
    assert_eq!(
        (row.counted_from, row.since),
        (Some(hour(1)), Some(hour(3)))
    );
    let recommended = Nomination::ReviewRecommended {
        recommendation: Recommendation::Pass,
        criteria: vec![],
    };
    let row = history.then(&case(), recommended).row::<Nominations>();
    assert_eq!(row.act.as_deref(), Some("confirm_reviews"));
    assert_eq!(row.assignee.as_deref(), Some("sc"));
}

#[test]
fn a_supplement_is_due_at_the_end_of_its_day() {
    let day = "2024-12-11".parse().expect("the story is well formed");
    let asked = Nomination::SupplementRequested {
        stage: SupplementStage::Review,
        items: vec![],
        due: day,
        note: None,
    };
    let history = History::default()
        .then(&case(), drafted())
        .then(&case(), received())
        .then(&case(), asked);
    let row = history.row::<Nominations>();
    assert_eq!(
        (row.role.as_deref(), row.act.as_deref()),
        (Some("unit_head"), Some("resubmit"))
    );
    assert_eq!(row.due.map(|due| Moment::new(due).date()), Some(day));
    let back = Nomination::DossierResubmitted {
        stage: SupplementStage::Review,
        documents: vec![document(DocumentKind::Evidence)],
    };
    let row = history.then(&case(), back).row::<Nominations>();
    assert_eq!(
        (row.act.as_deref(), row.due),
        (Some("record_finding"), None)
    );
}

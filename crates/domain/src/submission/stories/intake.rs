//! Stories of intake, dossier by dossier (4.5 rows 13 to 15).

use super::{OFFICE, stream};
use crate::{
    Actor, DocumentKind, Event as Any, NominationId, NomineeKind, Role, StreamKey,
    nomination::{
        self, Defect, IntakeReason, SupplementItem, SupplementStage, Withdraw, Withdrawal,
    },
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, acting, campaign, day, given, head, instrument, moment, nomination as serial,
        of_unit, officer, sealed,
    },
    stories_way::{acknowledge, endorsed, i1, submission},
    submission::{
        AcknowledgeSubmission, Event, IncompleteDossier, OpenSubmission, RefusedDossier,
        ReturnedParts,
    },
};

pub(super) fn intake() -> Actor {
    acting("tiep-nhan", Role::IntakeOfficer)
}

/// I1 and another person of Văn phòng (3) are sent; intake looks the day after.
pub(super) fn two_sent() -> Stage {
    let stage = endorsed()
        .nominated(&other(), OFFICE, NomineeKind::Individual)
        .with_slots(NomineeKind::Individual, &of_unit(OFFICE), 2)
        .sent(OFFICE, vec![i1(), other()]);
    stage.at("2024-11-26T08:00")
}

pub(super) fn other() -> NominationId {
    serial(3)
}

pub(super) fn wrong(part: DocumentKind, defect: Defect) -> SupplementItem {
    SupplementItem {
        part,
        criterion: None,
        defect,
    }
}

pub(super) fn incomplete(nomination: NominationId) -> IncompleteDossier {
    IncompleteDossier {
        nomination,
        items: vec![wrong(DocumentKind::AchievementReport, Defect::Illegible)],
        due: day("2024-12-03"),
        note: None,
    }
}

fn refused(nomination: NominationId) -> RefusedDossier {
    RefusedDossier {
        nomination,
        reason_code: IntakeReason::OutOfScope,
        reason: sealed("Ngoài phạm vi"),
    }
}

/// The extract bears no signature (E35).
pub(super) fn give_back() -> AcknowledgeSubmission {
    AcknowledgeSubmission {
        returned: Some(ReturnedParts {
            items: vec![wrong(DocumentKind::MinutesExtract, Defect::Unsigned)],
            due: day("2024-12-06"),
        }),
        ..acknowledge(OFFICE)
    }
}

fn with(incomplete: Vec<IncompleteDossier>, refuse: Vec<RefusedDossier>) -> AcknowledgeSubmission {
    AcknowledgeSubmission {
        incomplete,
        refuse,
        ..acknowledge(OFFICE)
    }
}

pub(super) fn on(nomination: &NominationId, event: nomination::Event) -> (StreamKey, Any) {
    (StreamKey::nomination(nomination), event.into())
}

pub(super) fn freed(nomination: NominationId, reason_code: FreedBecause) -> (StreamKey, Any) {
    let slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit(OFFICE));
    let event = slot::Event::SlotFreed {
        nomination,
        reason_code,
    };
    (slots, event.into())
}

fn receipt() -> (StreamKey, Any) {
    let receipt_no = submission(OFFICE).to_string();
    (
        stream(OFFICE),
        Event::SubmissionReceived { receipt_no }.into(),
    )
}

fn received(nomination: &NominationId) -> (StreamKey, Any) {
    let event = nomination::Event::DossierReceived {
        receipt_no: submission(OFFICE).to_string(),
        legal_regime: instrument("ND-98-2023"),
        submitted_at: moment("2024-11-25T08:00"),
    };
    on(nomination, event)
}

#[test]
fn one_dossier_goes_back_and_the_other_is_received() {
    let requested = nomination::Event::SupplementRequested {
        stage: SupplementStage::Intake,
        items: incomplete(other()).items,
        due: day("2024-12-03"),
        note: None,
    };
    given(two_sent())
        .when(&intake(), with(vec![incomplete(other())], vec![]))
        .then([receipt(), received(&i1()), on(&other(), requested)]);
}

#[test]
fn a_refused_dossier_frees_its_slot_and_may_come_in_another_letter() {
    let event = nomination::Event::DossierRefused {
        reason_code: IntakeReason::OutOfScope,
        reason: Some(sealed("Ngoài phạm vi")),
    };
    given(two_sent())
        .when(&intake(), with(vec![], vec![refused(other())]))
        .then([
            receipt(),
            freed(other(), FreedBecause::IntakeRefused),
            received(&i1()),
            on(&other(), event),
        ]);
}

#[test]
fn with_every_dossier_the_submission_is_refused_and_the_next_number_follows() {
    let refuse_all = with(vec![], vec![refused(i1()), refused(other())]);
    let effects = given(two_sent())
        .when(&intake(), refuse_all.clone())
        .then_effects();
    let whole = Event::SubmissionRefused {
        reason_code: IntakeReason::OutOfScope,
    };
    assert_eq!(effects.len(), 5);
    assert_eq!(effects[0].event, whole.into());
    let next = OpenSubmission {
        submission: crate::SubmissionId {
            number: 2,
            ..submission(OFFICE)
        },
    };
    let again = two_sent().then(&intake(), refuse_all);
    let opened = given(again).when(&officer(OFFICE), next);
    assert_eq!(opened.then_effects().len(), 1);
}

#[test]
fn a_defective_shared_part_sends_the_whole_back() {
    let items = vec![wrong(DocumentKind::MinutesExtract, Defect::Unsigned)];
    let due = day("2024-12-06");
    let returned = Event::SubmissionReturned {
        items: items.clone(),
        due,
    };
    let requested = nomination::Event::SupplementRequested {
        stage: SupplementStage::Intake,
        items,
        due,
        note: None,
    };
    given(two_sent()).when(&intake(), give_back()).then([
        (stream(OFFICE), returned.into()),
        on(&i1(), requested.clone()),
        on(&other(), requested),
    ]);
}

#[test]
fn intake_says_what_is_wrong_with_which_part_and_until_when() {
    let back = |items: Vec<SupplementItem>, due: &str| AcknowledgeSubmission {
        returned: Some(ReturnedParts {
            items,
            due: day(due),
        }),
        ..acknowledge(OFFICE)
    };
    let extract = || wrong(DocumentKind::MinutesExtract, Defect::Unsigned);
    let report = || wrong(DocumentKind::AchievementReport, Defect::Missing);
    let single = |items| {
        let dossier = IncompleteDossier {
            items,
            ..incomplete(i1())
        };
        with(vec![dossier], vec![])
    };
    let late = IncompleteDossier {
        due: day("2024-11-25"),
        ..incomplete(i1())
    };
    let mixed = AcknowledgeSubmission {
        incomplete: vec![incomplete(i1())],
        ..give_back()
    };
    for (command, code) in [
        (back(vec![], "2024-12-06"), "nothing_wrong"),
        (back(vec![report()], "2024-12-06"), "not_a_shared_part"),
        (back(vec![extract()], "2024-11-25"), "due_behind"),
        (mixed, "returned_as_a_whole"),
        (single(vec![]), "nothing_wrong"),
        (single(vec![extract()]), "not_a_single_part"),
        (with(vec![late], vec![]), "due_behind"),
        (
            with(vec![incomplete(serial(9))], vec![]),
            "not_in_submission",
        ),
        (
            with(vec![incomplete(i1())], vec![refused(i1())]),
            "listed_twice",
        ),
    ] {
        given(two_sent())
            .when(&intake(), command)
            .then_refused(code);
    }
    let today = back(vec![extract()], "2024-11-26");
    assert_eq!(
        given(two_sent())
            .when(&intake(), today)
            .then_effects()
            .len(),
        3
    );
}

#[test]
fn what_the_unit_withdrew_meanwhile_stops_nobody_else() {
    let withdraw = |nominations: &[NominationId]| Withdraw {
        withdrawals: nominations
            .iter()
            .map(|nomination| Withdrawal {
                nomination: nomination.clone(),
                reason: sealed("Chuyển công tác"),
            })
            .collect(),
    };
    let one_left = two_sent().then(&head(OFFICE), withdraw(&[other()]));
    given(one_left)
        .when(&intake(), acknowledge(OFFICE))
        .then([receipt(), received(&i1())]);
    let nobody = two_sent().then(&head(OFFICE), withdraw(&[i1(), other()]));
    for command in [acknowledge(OFFICE), give_back()] {
        given(nobody.clone())
            .when(&intake(), command)
            .then_refused("nothing_to_acknowledge");
    }
}

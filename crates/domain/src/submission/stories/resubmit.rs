//! Stories of what comes again (4.5 row 16).

use super::{
    OFFICE,
    intake::{give_back, incomplete, intake, on, other, two_sent, wrong},
    stream,
};
use crate::{
    Document, DocumentKind, NominationId,
    nomination::{self, AttachReport, ConfirmReport, Defect, SupplementStage},
    stories_kit::{Stage, day, document, given, head, moment, officer, review_head, secretary},
    stories_way::{acknowledge, attach, i1, set_list, sign_letter, submission},
    submission::{
        AcknowledgeSubmission, CertifyMinutesExtract, Event, Resubmit, ResubmittedDossier,
    },
};

fn resubmit(items: Vec<ResubmittedDossier>) -> Resubmit {
    Resubmit {
        submission: submission(OFFICE),
        items,
    }
}

fn dossier(nomination: NominationId, documents: Vec<Document>) -> ResubmittedDossier {
    ResubmittedDossier {
        nomination,
        documents,
    }
}

fn new_extract() -> Document {
    document(DocumentKind::MinutesExtract, 0x19)
}

/// The extract went back on 26 November, until 6 December.
pub(super) fn returned() -> Stage {
    two_sent().then(&intake(), give_back())
}

/// The extract is replaced.
fn replaced() -> Stage {
    returned()
        .at("2024-12-03T08:00")
        .then(&officer(OFFICE), attach(OFFICE, new_extract()))
}

fn certified() -> Stage {
    let stage = replaced();
    let certify = CertifyMinutesExtract {
        sha256: new_extract().sha256,
        ..stage.extracted(OFFICE)
    };
    stage.then(&secretary(OFFICE), certify)
}

fn signed() -> Stage {
    certified().then(&head(OFFICE), sign_letter(OFFICE))
}

#[test]
fn a_returned_submission_comes_again_replaced_certified_and_signed() {
    for (stage, code) in [
        (returned(), "part_not_replaced"),
        (replaced(), "extract_not_certified"),
        (certified(), "submission_not_signed"),
        (signed().at("2024-12-07T00:00"), "supplement_late"),
    ] {
        given(stage)
            .when(&head(OFFICE), resubmit(vec![]))
            .then_refused(code);
    }
    let again = nomination::Event::DossierResubmitted {
        stage: SupplementStage::Intake,
        documents: vec![new_extract()],
    };
    given(signed().at("2024-12-06T23:59"))
        .when(&head(OFFICE), resubmit(vec![]))
        .then([
            (stream(OFFICE), Event::SubmissionResubmitted {}.into()),
            on(&i1(), again.clone()),
            on(&other(), again),
        ]);
}

#[test]
fn the_day_of_sending_stays_with_what_comes_again() {
    let again = signed().then(&head(OFFICE), resubmit(vec![]));
    let effects = given(again)
        .when(&intake(), acknowledge(OFFICE))
        .then_effects();
    let crate::Event::Nomination(nomination::Event::DossierReceived { submitted_at, .. }) =
        &effects[1].event
    else {
        panic!("the dossier is received");
    };
    assert_eq!(*submitted_at, moment("2024-11-25T08:00"));
}

#[test]
fn a_part_put_back_as_it_was_is_not_replaced() {
    let back = replaced().then(
        &officer(OFFICE),
        attach(OFFICE, crate::stories_way::extract()),
    );
    given(back)
        .when(&head(OFFICE), resubmit(vec![]))
        .then_refused("part_not_replaced");
}

#[test]
fn what_was_returned_keeps_its_list_and_goes_as_a_whole() {
    given(returned())
        .when(&officer(OFFICE), set_list(OFFICE, vec![i1()]))
        .then_refused("submission_returned");
    given(returned())
        .when(&head(OFFICE), resubmit(vec![dossier(i1(), vec![])]))
        .then_refused("submission_returned");
}

/// I1 is received, the report of the other went back.
fn one_back() -> Stage {
    let command = AcknowledgeSubmission {
        incomplete: vec![incomplete(other())],
        ..acknowledge(OFFICE)
    };
    two_sent().then(&intake(), command)
}

fn with_new_report(stage: Stage) -> Stage {
    let report = document(DocumentKind::AchievementReport, 0x29);
    let attach = AttachReport {
        nomination: other(),
        document: report.clone(),
    };
    let confirm = ConfirmReport {
        nomination: other(),
        sha256: report.sha256,
    };
    stage
        .then(&officer(OFFICE), attach)
        .then(&head(OFFICE), confirm)
}

#[test]
fn a_single_dossier_comes_again_with_a_new_confirmed_report() {
    let alone = || resubmit(vec![dossier(other(), vec![])]);
    given(one_back())
        .when(&head(OFFICE), alone())
        .then_refused("part_not_replaced");
    let again = nomination::Event::DossierResubmitted {
        stage: SupplementStage::Intake,
        documents: vec![document(DocumentKind::AchievementReport, 0x29)],
    };
    given(with_new_report(one_back()))
        .when(&head(OFFICE), alone())
        .then([on(&other(), again)]);
    let late = with_new_report(one_back()).at("2024-12-04T00:00");
    given(late)
        .when(&head(OFFICE), alone())
        .then_refused("supplement_late");
}

#[test]
fn a_single_dossier_is_acknowledged_when_it_came_again() {
    let alone = resubmit(vec![dossier(other(), vec![])]);
    let again = with_new_report(one_back()).then(&head(OFFICE), alone);
    let effects = given(again)
        .when(&intake(), acknowledge(OFFICE))
        .then_effects();
    assert_eq!(effects.len(), 1);
    assert!(matches!(
        &effects[0].event,
        crate::Event::Nomination(nomination::Event::DossierReceived { submitted_at, .. })
            if *submitted_at == moment("2024-11-25T08:00")
    ));
}

/// The review asks I1 for evidence until 11 December.
pub(super) fn asked_by_review() -> Stage {
    let requested = nomination::Event::SupplementRequested {
        stage: SupplementStage::Review,
        items: vec![wrong(DocumentKind::Evidence, Defect::Missing)],
        due: day("2024-12-11"),
        note: None,
    };
    two_sent()
        .then(&intake(), acknowledge(OFFICE))
        .with(&review_head(), [on(&i1(), requested)])
}

#[test]
fn what_the_review_asked_for_leads_back_to_the_review() {
    let evidence = document(DocumentKind::Evidence, 0x39);
    let minutes = document(DocumentKind::Minutes, 0x38);
    let again = nomination::Event::DossierResubmitted {
        stage: SupplementStage::Review,
        documents: vec![evidence.clone()],
    };
    for (documents, code) in [
        (vec![], "part_not_delivered"),
        (vec![evidence.clone(), minutes], "part_not_asked_for"),
    ] {
        given(asked_by_review())
            .when(&head(OFFICE), resubmit(vec![dossier(i1(), documents)]))
            .then_refused(code);
    }
    given(asked_by_review())
        .when(&head(OFFICE), resubmit(vec![dossier(i1(), vec![evidence])]))
        .then([on(&i1(), again)]);
}

#[test]
fn only_what_was_asked_for_comes_again() {
    for (stage, items, code) in [
        (asked_by_review(), vec![], "list_empty"),
        (
            asked_by_review(),
            vec![dossier(other(), vec![])],
            "wrong_gate",
        ),
        (
            asked_by_review(),
            vec![dossier(crate::stories_way::c1(), vec![])],
            "not_in_submission",
        ),
    ] {
        given(stage)
            .when(&head(OFFICE), resubmit(items))
            .then_refused(code);
    }
}

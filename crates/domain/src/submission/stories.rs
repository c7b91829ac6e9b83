//! Stories of a unit's submission.

mod close;
mod intake;
mod late;
mod letter;
mod resubmit;

use super::{CertifyMinutesExtract, Event, SetList, SignSubmissionLetter};
use crate::{
    DocumentKind, Event as Any, LateReason, NomineeKind, Role, StreamKey, nomination, slot,
    stories_kit::{
        acting, campaign, day, document, gate_rules, given, group, head, instrument, moment,
        nomination as serial, of_unit, officer, secretary,
    },
    stories_way::{
        acknowledge, attach, c1, certify, endorsed, endorsed_before_the_deadline, extract, i1,
        letter, open_submission, set_list, sign_letter, submission, submit,
    },
    unit_session,
};

const FINANCE: &str = "tai-chinh";
const OFFICE: &str = "van-phong";

fn stream(of: &str) -> StreamKey {
    StreamKey::submission(&submission(of))
}

#[test]
fn a_unit_opens_its_submission() {
    let opened = Event::SubmissionOpened {
        submission: submission(FINANCE),
    };
    given(endorsed())
        .when(&officer(FINANCE), open_submission(FINANCE))
        .then([(stream(FINANCE), opened)]);
}

#[test]
fn nothing_is_attached_to_a_submission_that_nobody_opened() {
    given(endorsed())
        .when(&officer(FINANCE), attach(FINANCE, letter()))
        .then_refused("submission_absent");
}

#[test]
fn the_report_belongs_to_its_nomination_and_not_to_the_submission() {
    let report = document(DocumentKind::AchievementReport, 1);
    given(endorsed().then(&officer(FINANCE), open_submission(FINANCE)))
        .when(&officer(FINANCE), attach(FINANCE, report))
        .then_refused("not_a_shared_part");
}

#[test]
fn the_letter_lists_whom_the_cited_meeting_endorsed() {
    let stage = endorsed().then(&officer(FINANCE), open_submission(FINANCE));
    let SetList {
        session,
        nominations,
        ..
    } = set_list(FINANCE, vec![c1()]);
    let listed = Event::ListSet {
        session,
        nominations,
    };
    given(stage)
        .when(&officer(FINANCE), set_list(FINANCE, vec![c1()]))
        .then([(stream(FINANCE), listed)]);
}

#[test]
fn the_letter_lists_nobody_of_another_unit() {
    given(endorsed().then(&officer(FINANCE), open_submission(FINANCE)))
        .when(&officer(FINANCE), set_list(FINANCE, vec![i1()]))
        .then_refused("nomination_of_another_unit");
}

#[test]
fn the_letter_cites_a_meeting_of_the_own_unit() {
    let foreign = SetList {
        session: set_list(OFFICE, Vec::new()).session,
        ..set_list(FINANCE, vec![c1()])
    };
    given(endorsed().then(&officer(FINANCE), open_submission(FINANCE)))
        .when(&officer(FINANCE), foreign)
        .then_refused("session_of_another_unit");
}

#[test]
fn the_letter_lists_nobody_whom_another_meeting_endorsed() {
    let mut second = set_list(FINANCE, vec![c1()]);
    second.session.number = 2;
    let opened = unit_session::Event::UnitSessionOpened {
        secretary: secretary(FINANCE).assignment,
        session: second.session.clone(),
        date: day("2024-11-22"),
        place: "Phòng họp".into(),
        chair: head(FINANCE).assignment,
        total: 12,
        rules: gate_rules().unit_session,
    };
    let stage = endorsed()
        .with(
            &secretary(FINANCE),
            [(StreamKey::unit_session(&second.session), opened)],
        )
        .then(&officer(FINANCE), open_submission(FINANCE));
    given(stage)
        .when(&officer(FINANCE), second)
        .then_refused("not_endorsed_in_session");
}

#[test]
fn the_letter_lists_nobody_who_waits_for_a_slot() {
    let waits = nomination::Event::NominationWaitlisted {
        gate: nomination::WaitGate::Unit,
        reason_code: nomination::WaitReason::GroupUnranked,
    };
    let stage = endorsed()
        .with(&officer(FINANCE), [(StreamKey::nomination(&c1()), waits)])
        .then(&officer(FINANCE), open_submission(FINANCE));
    given(stage)
        .when(&officer(FINANCE), set_list(FINANCE, vec![c1()]))
        .then_refused("wrong_gate");
}

#[test]
fn the_letter_lists_no_more_than_there_are_slots() {
    let second = serial(3);
    let stage = endorsed()
        .nominated(&second, OFFICE, NomineeKind::Individual)
        .then(&officer(OFFICE), open_submission(OFFICE));
    given(stage)
        .when(&officer(OFFICE), set_list(OFFICE, vec![i1(), second]))
        .then_refused("no_free_slot");
}

#[test]
fn the_extract_is_certified_by_its_hash() {
    let stage = endorsed()
        .then(&officer(FINANCE), open_submission(FINANCE))
        .then(&officer(FINANCE), attach(FINANCE, extract()))
        .then(&officer(FINANCE), set_list(FINANCE, vec![c1()]));
    let certified = Event::MinutesExtractCertified {
        sha256: extract().sha256,
        chair: head(FINANCE).assignment,
        secretary: secretary(FINANCE).assignment,
    };
    let another = CertifyMinutesExtract {
        sha256: letter().sha256,
        ..certify(FINANCE)
    };
    given(stage.clone())
        .when(&secretary(FINANCE), certify(FINANCE))
        .then([(stream(FINANCE), certified)]);
    given(stage)
        .when(&secretary(FINANCE), another)
        .then_refused("document_differs");
}

#[test]
fn the_extract_is_certified_for_the_meeting_that_the_list_cites() {
    let stage = endorsed()
        .then(&officer(FINANCE), open_submission(FINANCE))
        .then(&officer(FINANCE), attach(FINANCE, extract()));
    given(stage)
        .when(&secretary(FINANCE), certify(FINANCE))
        .then_refused("submission_list_missing");
}

#[test]
fn the_head_signs_the_letter_that_lies_there() {
    let prepared = endorsed().prepared(FINANCE, vec![c1()]);
    let signed = Event::SubmissionLetterSigned {
        sha256: letter().sha256,
    };
    let another = SignSubmissionLetter {
        sha256: extract().sha256,
        ..sign_letter(FINANCE)
    };
    given(prepared.clone())
        .when(&head(FINANCE), sign_letter(FINANCE))
        .then([(stream(FINANCE), signed)]);
    given(prepared)
        .when(&head(FINANCE), another)
        .then_refused("document_differs");
}

#[test]
fn the_head_signs_no_letter_without_a_certified_extract() {
    let stage = endorsed().prepared(FINANCE, vec![c1()]).then(
        &officer(FINANCE),
        attach(FINANCE, document(DocumentKind::MinutesExtract, 9)),
    );
    given(stage)
        .when(&head(FINANCE), sign_letter(FINANCE))
        .then_refused("extract_not_certified");
}

#[test]
fn a_letter_is_not_older_than_its_meeting() {
    let prepared = endorsed().prepared(FINANCE, vec![c1()]);
    for (signed_at, is_refused) in [("2024-11-18T16:00", true), ("2024-11-19T16:00", false)] {
        let stage = prepared.clone().recording(signed_at, None);
        let asked = given(stage).when(&head(FINANCE), sign_letter(FINANCE));
        if is_refused {
            asked.then_refused("session_after_letter");
        } else {
            assert_eq!(asked.then_effects().len(), 1);
        }
    }
}

#[test]
fn any_edit_voids_the_signature() {
    let signed = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    let other_letter = document(DocumentKind::SubmissionLetter, 9);
    given(signed.then(&officer(FINANCE), attach(FINANCE, other_letter)))
        .when(&head(FINANCE), submit(FINANCE))
        .then_refused("submission_not_signed");
}

#[test]
fn the_same_letter_again_leaves_the_signature() {
    let signed = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    given(signed)
        .when(&officer(FINANCE), attach(FINANCE, letter()))
        .then_nothing_happens();
}

#[test]
fn sending_takes_the_slot_and_carries_all_three_parts() {
    let signed = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    let taken = slot::Event::SlotTaken { nomination: c1() };
    let report = document(DocumentKind::AchievementReport, 7);
    let submitted = nomination::Event::DossierSubmitted {
        submission: submission(FINANCE),
        slot_holder: group("agencies"),
        documents: vec![letter(), extract(), report],
    };
    let sent = Event::SubmissionSent {
        late: None,
        nominations: vec![c1()],
    };
    let groups_slots = StreamKey::slot(&campaign(), NomineeKind::Collective, &group("agencies"));
    given(signed).when(&head(FINANCE), submit(FINANCE)).then([
        (stream(FINANCE), Any::from(sent)),
        (groups_slots, taken.into()),
        (StreamKey::nomination(&c1()), submitted.into()),
    ]);
}

#[test]
fn an_individual_takes_a_slot_of_the_unit() {
    let signed = endorsed()
        .prepared(OFFICE, vec![i1()])
        .then(&head(OFFICE), sign_letter(OFFICE));
    let effects = given(signed)
        .when(&head(OFFICE), submit(OFFICE))
        .then_effects();
    let units_slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit(OFFICE));
    assert!(effects.iter().any(|effect| effect.stream == units_slots));
}

#[test]
fn what_is_late_by_a_moment_is_late() {
    let signed = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    for (now, is_late) in [
        ("2024-11-29T16:59:59.999999", false),
        ("2024-11-29T17:00", false),
        ("2024-11-29T17:00:00.000001", true),
        ("2024-11-29T17:20", true),
    ] {
        let asked = given(signed.clone().at(now)).when(&head(FINANCE), submit(FINANCE));
        if is_late {
            asked.then_refused("deadline_passed");
        } else {
            assert_eq!(asked.then_effects().len(), 3, "{now}");
        }
    }
}

#[test]
fn a_late_submission_cannot_be_recorded_as_if_it_had_been_in_time() {
    let signed = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    let afterwards = signed
        .at("2024-11-29T17:20")
        .recording("2024-11-29T16:00", Some(LateReason::Outage));
    given(afterwards)
        .when(&head(FINANCE), submit(FINANCE))
        .then_refused("deadline_passed");
}

#[test]
fn nothing_is_sent_before_a_deadline_is_announced() {
    let signed = endorsed_before_the_deadline()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    given(signed)
        .when(&head(FINANCE), submit(FINANCE))
        .then_refused("deadline_not_announced");
}

#[test]
fn a_report_that_the_nominee_has_not_confirmed_stays_at_home() {
    let report = document(DocumentKind::AchievementReport, 9);
    let attached = nomination::Event::ReportAttached { document: report };
    let stage = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE))
        .with(
            &officer(FINANCE),
            [(StreamKey::nomination(&c1()), attached)],
        );
    given(stage)
        .when(&head(FINANCE), submit(FINANCE))
        .then_refused("report_not_confirmed");
}

#[test]
fn a_slot_taken_by_another_letter_is_taken() {
    let other = serial(9);
    let taken = slot::Event::SlotTaken { nomination: other };
    let units_slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit(OFFICE));
    let stage = endorsed()
        .prepared(OFFICE, vec![i1()])
        .then(&head(OFFICE), sign_letter(OFFICE))
        .with(&head(OFFICE), [(units_slots, taken)]);
    given(stage)
        .when(&head(OFFICE), submit(OFFICE))
        .then_refused("no_free_slot");
}

#[test]
fn what_is_sent_can_no_longer_be_edited() {
    let sent = endorsed().sent(FINANCE, vec![c1()]);
    let other_letter = document(DocumentKind::SubmissionLetter, 9);
    given(sent)
        .when(&officer(FINANCE), attach(FINANCE, other_letter))
        .then_refused("submission_sent");
}

#[test]
fn another_unit_does_not_send_our_letter() {
    let signed = endorsed()
        .prepared(FINANCE, vec![c1()])
        .then(&head(FINANCE), sign_letter(FINANCE));
    given(signed)
        .when(&head(OFFICE), submit(FINANCE))
        .then_refused("other_unit");
}

#[test]
fn a_receipt_pins_the_law_of_the_day_and_keeps_the_day_of_sending() {
    let sent_at = "2024-11-25T08:00";
    let sent = endorsed().sent(FINANCE, vec![c1()]).at("2024-11-26T08:00");
    let receipt_no = "HQ-CCHC-2024/tai-chinh/1".to_owned();
    let received = Event::SubmissionReceived {
        receipt_no: receipt_no.clone(),
    };
    let pinned = nomination::Event::DossierReceived {
        receipt_no,
        legal_regime: instrument("ND-98-2023"),
        submitted_at: moment(sent_at),
    };
    given(sent)
        .when(
            &acting("tiep-nhan", Role::IntakeOfficer),
            acknowledge(FINANCE),
        )
        .then([
            (stream(FINANCE), Any::from(received)),
            (StreamKey::nomination(&c1()), pinned.into()),
        ]);
}

#[test]
fn the_regime_is_the_one_in_force_on_the_day_of_receipt() {
    let sent = endorsed().sent(FINANCE, vec![c1()]);
    for (received_at, pinned) in [
        ("2025-06-30T08:00", "ND-98-2023"),
        ("2025-07-01T08:00", "ND-152-2025"),
    ] {
        let stage = sent.clone().at(received_at);
        let effects = given(stage)
            .when(
                &acting("tiep-nhan", Role::IntakeOfficer),
                acknowledge(FINANCE),
            )
            .then_effects();
        let Some(Any::Nomination(nomination::Event::DossierReceived { legal_regime, .. })) =
            effects.last().map(|effect| effect.event.clone())
        else {
            panic!("the dossier is received");
        };
        assert_eq!(legal_regime.as_str(), pinned);
    }
}

#[test]
fn nothing_is_received_without_a_law_in_force() {
    let stage = endorsed().sent(FINANCE, vec![c1()]).without_regimes();
    given(stage)
        .when(
            &acting("tiep-nhan", Role::IntakeOfficer),
            acknowledge(FINANCE),
        )
        .then_refused("no_regime_in_force");
}

#[test]
fn only_what_was_sent_is_acknowledged() {
    given(endorsed().prepared(FINANCE, vec![c1()]))
        .when(
            &acting("tiep-nhan", Role::IntakeOfficer),
            acknowledge(FINANCE),
        )
        .then_refused("submission_not_sent");
}

#[test]
fn nothing_is_signed_that_does_not_lie_there() {
    let stage = endorsed()
        .then(&officer(FINANCE), open_submission(FINANCE))
        .then(&officer(FINANCE), set_list(FINANCE, vec![c1()]));
    given(stage.clone())
        .when(&head(FINANCE), sign_letter(FINANCE))
        .then_refused("dossier_part_missing");
    given(stage)
        .when(&secretary(FINANCE), certify(FINANCE))
        .then_refused("dossier_part_missing");
}

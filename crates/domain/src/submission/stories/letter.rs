//! Stories of letters beside each other, their order and their signature (INV-10, SD10).

use super::{FINANCE, OFFICE};
use crate::{
    FactSubject, NominationId, NomineeKind, StreamKey, SubmissionId, slot,
    stories_kit::{
        Stage, acting, campaign, deputy, draft_person, given, head, hold_subject, item, meeting,
        nomination as serial, nominee, of_unit, officer, person_of, secretary, unit,
    },
    stories_way::{
        c1, certify, endorsed, i1, open_submission, set_list, sign_letter, submission, submit,
    },
    submission::{OpenSubmission, SetList, WithdrawSubmission},
};

fn second(of: &str) -> SubmissionId {
    SubmissionId {
        number: 2,
        ..submission(of)
    }
}

fn open(submission: SubmissionId) -> OpenSubmission {
    OpenSubmission { submission }
}

#[test]
fn submissions_of_a_unit_are_numbered_without_a_gap() {
    let third = SubmissionId {
        number: 3,
        ..submission(FINANCE)
    };
    let zero = SubmissionId {
        number: 0,
        ..submission(FINANCE)
    };
    for id in [second(FINANCE), zero] {
        given(endorsed())
            .when(&officer(FINANCE), open(id))
            .then_refused("submission_out_of_order");
    }
    let first = endorsed().then(&officer(FINANCE), open_submission(FINANCE));
    given(first.clone())
        .when(&officer(FINANCE), open(third))
        .then_refused("submission_out_of_order");
    let asked = given(first).when(&officer(FINANCE), open(second(FINANCE)));
    assert_eq!(asked.then_effects().len(), 1);
}

#[test]
fn a_nominee_is_in_one_letter_only() {
    let stage = endorsed()
        .prepared(OFFICE, vec![i1()])
        .then(&officer(OFFICE), open(second(OFFICE)));
    let list = SetList {
        submission: second(OFFICE),
        ..set_list(OFFICE, vec![i1()])
    };
    given(stage.clone())
        .when(&officer(OFFICE), list.clone())
        .then_refused("in_another_letter");
    let withdraw = WithdrawSubmission {
        submission: submission(OFFICE),
    };
    let free = stage.then(&head(OFFICE), withdraw);
    let asked = given(free).when(&officer(OFFICE), list.clone());
    assert_eq!(asked.then_effects().len(), 1);
    let sent = endorsed()
        .sent(OFFICE, vec![i1()])
        .then(&officer(OFFICE), open(second(OFFICE)));
    given(sent)
        .when(&officer(OFFICE), list)
        .then_refused("wrong_gate");
}

/// Two persons of Văn phòng have a slot each, the second is ranked first.
fn ranked() -> (Stage, NominationId) {
    let other = serial(3);
    let slots = StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit(OFFICE));
    let events = [
        slot::Event::SlotsGranted {
            slots: 2,
            live_max: None,
        },
        slot::Event::NomineesRanked {
            ranking: vec![other.clone(), i1()],
        },
    ];
    let stage = endorsed()
        .nominated(&other, OFFICE, NomineeKind::Individual)
        .with(&head(OFFICE), events.map(|event| (slots.clone(), event)))
        .then(&officer(OFFICE), open_submission(OFFICE));
    (stage, other)
}

#[test]
fn the_list_follows_the_recorded_ranking() {
    let (stage, other) = ranked();
    given(stage.clone())
        .when(
            &officer(OFFICE),
            set_list(OFFICE, vec![i1(), other.clone()]),
        )
        .then_refused("list_out_of_rank");
    for list in [vec![other.clone(), i1()], vec![i1()], vec![other]] {
        let asked = given(stage.clone()).when(&officer(OFFICE), set_list(OFFICE, list));
        assert_eq!(asked.then_effects().len(), 1);
    }
}

#[test]
fn only_who_led_the_meeting_certifies_its_extract() {
    let edited = endorsed().prepared(FINANCE, vec![c1()]).then(
        &officer(FINANCE),
        crate::stories_way::attach(
            FINANCE,
            crate::stories_kit::document(crate::DocumentKind::MinutesExtract, 9),
        ),
    );
    let certify = crate::submission::CertifyMinutesExtract {
        sha256: crate::stories_kit::document(crate::DocumentKind::MinutesExtract, 9).sha256,
        ..certify(FINANCE)
    };
    given(edited.clone())
        .when(&deputy(FINANCE), certify.clone())
        .then_refused("not_lead_of_session");
    for lead in [head(FINANCE), secretary(FINANCE)] {
        let asked = given(edited.clone()).when(&lead, certify.clone());
        assert_eq!(asked.then_effects().len(), 1);
    }
}

/// The head of Tư pháp (3) is endorsed and listed; the deputy presided.
fn heads_letter() -> Stage {
    let mut record = meeting("tu-phap", [item(3, (10, 0), 1)]);
    record.chair = deputy("tu-phap").assignment;
    endorsed()
        .at("2024-11-19T08:00")
        .proposing(3, &draft_person("head", "tu-phap"))
        .at("2024-11-25T08:00")
        .then(&secretary("tu-phap"), record)
        .prepared("tu-phap", vec![serial(3)])
}

#[test]
fn the_deputy_signs_and_sends_the_letter_that_proposes_the_head() {
    given(heads_letter())
        .when(&head("tu-phap"), sign_letter("tu-phap"))
        .then_refused("own_nomination");
    let signed = heads_letter().then(&deputy("tu-phap"), sign_letter("tu-phap"));
    given(signed.clone())
        .when(&head("tu-phap"), submit("tu-phap"))
        .then_refused("own_nomination");
    let asked = given(signed).when(&deputy("tu-phap"), submit("tu-phap"));
    assert_eq!(asked.then_effects().len(), 3);
}

#[test]
fn a_head_signs_for_the_own_unit() {
    let asked =
        given(endorsed().prepared(FINANCE, vec![c1()])).when(&head(FINANCE), sign_letter(FINANCE));
    assert_eq!(asked.then_effects().len(), 1);
}

#[test]
fn who_is_held_is_not_sent() {
    let person = hold_subject(&person_of("nominee", OFFICE));
    for (of, nomination, subject) in [
        (FINANCE, c1(), FactSubject::from(&unit(FINANCE))),
        (OFFICE, i1(), person),
    ] {
        let signed = endorsed()
            .prepared(of, vec![nomination])
            .then(&head(of), sign_letter(of));
        given(signed.clone().with_hold(&subject))
            .when(&head(of), submit(of))
            .then_refused("held");
        let asked = given(signed).when(&head(of), submit(of));
        assert_eq!(asked.then_effects().len(), 3);
    }
}

#[test]
fn an_erased_nominee_is_not_sent() {
    let signed = endorsed()
        .prepared(OFFICE, vec![i1()])
        .then(&head(OFFICE), sign_letter(OFFICE))
        .forgetting(nominee("nominee.van-phong"));
    given(signed)
        .when(&head(OFFICE), submit(OFFICE))
        .then_refused("nominee_erased");
}

#[test]
fn the_desk_does_not_prepare_letters() {
    given(endorsed())
        .when(
            &acting("tiep-nhan", crate::Role::IntakeOfficer),
            open_submission(FINANCE),
        )
        .then_refused("role_not_allowed");
}

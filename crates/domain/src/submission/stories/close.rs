//! Stories of supplements that did not come (4.5 row 17), and of submissions taken back.

use super::{
    FINANCE, OFFICE,
    intake::{freed, give_back, incomplete, intake, on, other, two_sent},
    resubmit::{asked_by_review, returned},
    stream,
};
use crate::{
    GroupId, NominationId, NomineeKind, StreamKey, UnitKind,
    nomination::{self, IntakeReason, SupplementStage},
    org,
    slot::FreedBecause,
    stories_kit::{campaign, day, given, group, head, officer, review_head, system, unit},
    stories_way::{acknowledge, c1, endorsed, i1, submission},
    submission::{AcknowledgeSubmission, CloseSupplement, Event, WithdrawSubmission},
};

fn close(nominations: Vec<NominationId>) -> CloseSupplement {
    CloseSupplement {
        submission: submission(OFFICE),
        nominations,
    }
}

fn expired(nomination: &NominationId) -> (crate::StreamKey, crate::Event) {
    let event = nomination::Event::DossierRefused {
        reason_code: IntakeReason::ReturnExpired,
        reason: None,
    };
    on(nomination, event)
}

#[test]
fn a_return_that_did_not_come_back_in_time_is_refused() {
    let refused = Event::SubmissionRefused {
        reason_code: IntakeReason::ReturnExpired,
    };
    given(returned().at("2024-12-06T23:59"))
        .when(&intake(), close(vec![]))
        .then_refused("supplement_still_due");
    given(returned().at("2024-12-07T00:00"))
        .when(&intake(), close(vec![]))
        .then([
            (stream(OFFICE), refused.into()),
            freed(i1(), FreedBecause::IntakeRefused),
            freed(other(), FreedBecause::IntakeRefused),
            expired(&i1()),
            expired(&other()),
        ]);
}

#[test]
fn a_single_dossier_that_did_not_come_back_is_refused() {
    let command = AcknowledgeSubmission {
        incomplete: vec![incomplete(other())],
        ..acknowledge(OFFICE)
    };
    let stage = two_sent().then(&intake(), command).at("2024-12-04T08:00");
    given(stage).when(&intake(), close(vec![other()])).then([
        freed(other(), FreedBecause::IntakeRefused),
        expired(&other()),
    ]);
}

#[test]
fn the_review_goes_on_without_what_did_not_come() {
    let closed = nomination::Event::SupplementClosed {
        stage: SupplementStage::Review,
    };
    given(asked_by_review().at("2024-12-11T17:00"))
        .when(&review_head(), close(vec![i1()]))
        .then_refused("supplement_still_due");
    given(asked_by_review().at("2024-12-12T08:00"))
        .when(&review_head(), close(vec![i1()]))
        .then([on(&i1(), closed)]);
}

#[test]
fn only_what_went_back_is_closed() {
    for (stage, nominations, code) in [
        (two_sent(), vec![], "submission_not_returned"),
        (asked_by_review(), vec![], "list_empty"),
        (asked_by_review(), vec![other()], "wrong_gate"),
        (returned(), vec![i1()], "submission_returned"),
        (endorsed(), vec![], "submission_absent"),
    ] {
        given(stage)
            .when(&intake(), close(nominations))
            .then_refused(code);
    }
}

fn take_back() -> WithdrawSubmission {
    WithdrawSubmission {
        submission: submission(OFFICE),
    }
}

#[test]
fn a_submission_is_taken_back_before_it_is_received() {
    let withdrawn = || (stream(OFFICE), Event::SubmissionWithdrawn {}.into());
    let back = |nomination: &NominationId| {
        let submission = submission(OFFICE);
        on(
            nomination,
            nomination::Event::DossierWithdrawn { submission },
        )
    };
    given(endorsed().prepared(OFFICE, vec![i1()]))
        .when(&head(OFFICE), take_back())
        .then([withdrawn(), back(&i1())]);
    given(two_sent()).when(&head(OFFICE), take_back()).then([
        withdrawn(),
        freed(i1(), FreedBecause::SubmissionWithdrawn),
        freed(other(), FreedBecause::SubmissionWithdrawn),
        back(&i1()),
        back(&other()),
    ]);
}

#[test]
fn what_home_affairs_has_in_hand_is_not_taken_back() {
    let received = two_sent().then(&intake(), acknowledge(OFFICE));
    let back = two_sent().then(&intake(), give_back());
    for (stage, code) in [
        (received, "submission_received"),
        (back, "submission_returned"),
        (endorsed(), "submission_absent"),
    ] {
        given(stage)
            .when(&head(OFFICE), take_back())
            .then_refused(code);
    }
    given(two_sent())
        .when(&officer(OFFICE), take_back())
        .then_refused("role_not_allowed");
}

/// INV-23.
#[test]
fn a_unit_that_moved_to_another_group_gives_its_slot_back_where_it_took_it() {
    let moved = org::Event::UnitEstablished {
        unit: unit(FINANCE),
        name: "Đơn vị tai-chinh".into(),
        kind: UnitKind::SpecialisedAgency,
        group: GroupId::parse("communes").expect("the story's group is an identifier"),
        functions: Vec::new(),
        staff: 12,
        valid_from: day("2024-01-01"),
        valid_until: None,
    };
    let stage = endorsed()
        .sent(FINANCE, vec![c1()])
        .with(&system(), [(StreamKey::unit(&unit(FINANCE)), moved)]);
    let withdraw = WithdrawSubmission {
        submission: submission(FINANCE),
    };
    let effects = given(stage).when(&head(FINANCE), withdraw).then_effects();
    let agencies = StreamKey::slot(&campaign(), NomineeKind::Collective, &group("agencies"));
    assert!(effects.iter().any(|effect| effect.stream == agencies));
}

//! Stories of complaints: what is taken up, what is decided, and what an upheld one opens again.

mod reopen;

use crate::{
    ComplaintId, Document, DocumentKind, StreamKey,
    complaint::{
        AcceptComplaint, ComplaintKind, ComplaintOutcome, DecideComplaint, Event,
        RegisterComplaint, WithdrawComplaint,
    },
    stories_kit::{
        Stage, campaign, complaint_officer, day, document, given, nomination, review_head, sealed,
    },
};

fn complaint(number: u32) -> ComplaintId {
    ComplaintId {
        campaign: campaign(),
        number,
    }
}

fn register(number: u32) -> RegisterComplaint {
    RegisterComplaint {
        complaint: complaint(number),
        complaint_kind: ComplaintKind::Complaint,
        is_anonymous: false,
        subject: None,
        knew_on: day("2024-11-05"),
        text: sealed("Đề nghị xem xét lại kết quả"),
        document: None,
    }
}

fn accept() -> AcceptComplaint {
    AcceptComplaint {
        complaint: complaint(1),
    }
}

fn withdraw() -> WithdrawComplaint {
    WithdrawComplaint {
        complaint: complaint(1),
    }
}

fn ruling() -> Document {
    document(DocumentKind::Decision, 0x51)
}

fn decide(outcome: ComplaintOutcome) -> DecideComplaint {
    DecideComplaint {
        complaint: complaint(1),
        outcome,
        number: "12/QĐ-UBND".into(),
        date: day("2024-12-10"),
        document: ruling(),
    }
}

/// Tuesday 10 December 2024.
fn stage() -> Stage {
    Stage::launched().at("2024-12-10T09:00")
}

fn registered() -> Stage {
    stage().then(&complaint_officer(), register(1))
}

fn accepted() -> Stage {
    registered().then(&complaint_officer(), accept())
}

fn decided() -> Stage {
    accepted().then(&complaint_officer(), decide(ComplaintOutcome::Upheld))
}

#[test]
fn complaints_are_registered_in_order_by_their_officer() {
    let registered = given(stage()).when(&complaint_officer(), register(1));
    assert_eq!(registered.then_effects().len(), 1);
    given(stage())
        .when(&complaint_officer(), register(2))
        .then_refused("complaint_out_of_order");
    given(stage())
        .when(&review_head(), register(1))
        .then_refused("role_not_allowed");
    let otherwise = RegisterComplaint {
        is_anonymous: true,
        ..register(1)
    };
    given(decided())
        .when(&complaint_officer(), otherwise)
        .then_refused("complaint_registered_otherwise");
}

#[test]
fn a_complaint_is_about_what_was_known_and_about_a_nomination_that_exists() {
    let tomorrow = RegisterComplaint {
        knew_on: day("2024-12-11"),
        ..register(1)
    };
    given(stage())
        .when(&complaint_officer(), tomorrow)
        .then_refused("complaint_known_later");
    let of_none = RegisterComplaint {
        subject: Some(nomination(9)),
        ..register(1)
    };
    given(stage())
        .when(&complaint_officer(), of_none)
        .then_refused("nomination_absent");
}

/// E05.
#[test]
fn an_anonymous_letter_is_noted_and_never_accepted() {
    for complaint_kind in [ComplaintKind::Complaint, ComplaintKind::Denunciation] {
        let anonymous = RegisterComplaint {
            is_anonymous: true,
            complaint_kind,
            ..register(1)
        };
        given(stage().then(&complaint_officer(), anonymous))
            .when(&complaint_officer(), accept())
            .then_refused("complaint_anonymous");
    }
}

/// 90 days before 10 December is 11 September.
#[test]
fn a_complaint_is_accepted_within_its_term_and_a_denunciation_at_any_time() {
    for (complaint_kind, knew_on, is_late) in [
        (ComplaintKind::Complaint, "2024-09-11", false),
        (ComplaintKind::Complaint, "2024-09-10", true),
        (ComplaintKind::Denunciation, "2024-09-10", false),
        (ComplaintKind::Petition, "2024-09-10", false),
    ] {
        let knew_on = day(knew_on);
        let known = RegisterComplaint {
            complaint_kind,
            knew_on,
            ..register(1)
        };
        let asked =
            given(stage().then(&complaint_officer(), known)).when(&complaint_officer(), accept());
        if is_late {
            asked.then_refused("complaint_late");
        } else {
            asked.then([(
                StreamKey::complaint(&complaint(1)),
                Event::ComplaintAccepted {},
            )]);
        }
    }
}

#[test]
fn only_what_is_accepted_is_decided_and_only_once() {
    let upheld = decide(ComplaintOutcome::Upheld);
    let DecideComplaint {
        outcome,
        number,
        date,
        document,
        ..
    } = upheld.clone();
    let event = Event::ComplaintDecided {
        outcome,
        number,
        date,
        document,
    };
    given(accepted())
        .when(&complaint_officer(), upheld.clone())
        .then([(StreamKey::complaint(&complaint(1)), event)]);
    for (stage, code) in [
        (stage(), "complaint_absent"),
        (registered(), "complaint_not_accepted"),
        (
            accepted().then(&complaint_officer(), withdraw()),
            "complaint_withdrawn",
        ),
    ] {
        given(stage)
            .when(&complaint_officer(), upheld.clone())
            .then_refused(code);
    }
    given(decided())
        .when(&complaint_officer(), decide(ComplaintOutcome::Dismissed))
        .then_refused("complaint_decided");
    let evidence = DecideComplaint {
        document: crate::stories_kit::document(DocumentKind::Evidence, 0x52),
        ..upheld
    };
    given(accepted())
        .when(&complaint_officer(), evidence)
        .then_refused("wrong_document_kind");
}

#[test]
fn a_complaint_is_withdrawn_until_it_is_decided() {
    for stage in [registered(), accepted()] {
        given(stage).when(&complaint_officer(), withdraw()).then([(
            StreamKey::complaint(&complaint(1)),
            Event::ComplaintWithdrawn {},
        )]);
    }
    given(decided())
        .when(&complaint_officer(), withdraw())
        .then_refused("complaint_decided");
    given(registered().then(&complaint_officer(), withdraw()))
        .when(&complaint_officer(), accept())
        .then_refused("complaint_withdrawn");
}

#[test]
fn a_decision_that_is_still_to_come_is_not_recorded() {
    let tomorrow = DecideComplaint {
        date: day("2024-12-11"),
        ..decide(ComplaintOutcome::Upheld)
    };
    given(accepted())
        .when(&complaint_officer(), tomorrow)
        .then_refused("complaint_decided_ahead");
}

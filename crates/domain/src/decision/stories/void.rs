//! Stories of what is undone before the issue: a number, a signature; and of an issue despite a hold.

use super::{SIGNED_AT, approved, drafted, numbered, on, register, sealed, signed, stream};
use crate::{
    Event as Any, FactSubject, NominationId, NomineeKind, StreamKey,
    decision::{
        DespiteHold, Event, IssueDespiteHold, NumberVoidReason, SignatureVoidReason, VoidNumber,
        VoidSignedDecision,
    },
    hold::{self, HoldGround},
    nomination, number_register, quota,
    stories_kit::{
        Stage, campaign, campaign_manager, day, given, paper, review_head, sealed as words, unit,
    },
    stories_way::{
        assign_number, both, c1, chairman, clerk, decision, draft, i1, issue, seal, sign,
    },
};

fn void(number: u32) -> VoidNumber {
    VoidNumber {
        decision: decision(1),
        number,
        reason_code: NumberVoidReason::NumberMistyped,
    }
}

fn void_signature() -> VoidSignedDecision {
    VoidSignedDecision {
        decision: decision(1),
        reason_code: SignatureVoidReason::NewsOfAwardee,
    }
}

fn number_voided(reason_code: NumberVoidReason) -> [(StreamKey, Any); 2] {
    let of_decision = Event::NumberVoided {
        number: 4385,
        symbol: "QĐ-UBND".into(),
        date: day("2024-12-27"),
        reason_code,
    };
    let in_register = number_register::Event::NumberVoided {
        number: 4385,
        decision: decision(1),
        reason_code,
    };
    [
        (stream(), of_decision.into()),
        (register(2024), in_register.into()),
    ]
}

/// E28.
#[test]
fn a_number_typed_wrongly_is_voided_before_the_issue() {
    for stage in [numbered(), sealed()] {
        given(stage)
            .when(&clerk(), void(4385))
            .then(number_voided(NumberVoidReason::NumberMistyped));
    }
    given(numbered())
        .when(&clerk(), void(4386))
        .then_refused("number_not_borne");
    given(signed())
        .when(&clerk(), void(4385))
        .then_refused("number_not_borne");
    let issued = sealed().at("2024-12-27T10:00").then(&clerk(), issue(1));
    given(issued)
        .when(&clerk(), void(4385))
        .then_refused("decision_issued");
}

/// INV-28, E28: the decision gets another number, and nobody ever gets the voided one.
#[test]
fn a_voided_number_is_never_given_again() {
    let stage = sealed().then(&clerk(), void(4385));
    given(stage.clone())
        .when(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then_refused("number_taken");
    given(stage.clone())
        .when(&clerk(), seal(1))
        .then_refused("decision_not_numbered");
    let renumbered = stage.then(&clerk(), assign_number(1, 4386, "2024-12-27"));
    let effects = given(renumbered).when(&clerk(), seal(1)).then_effects();
    assert_eq!(effects.len(), 1);
}

/// INV-24: the approvals hold their places again; a number that was given is voided too.
#[test]
fn a_voided_signature_leaves_every_case_approved() {
    let voided = Event::SignatureVoided {
        reason_code: SignatureVoidReason::NewsOfAwardee,
    };
    let place = |kind, nomination| {
        let event = quota::Event::ConsumptionVoided { kind, nomination };
        (StreamKey::quota(&campaign()), Any::from(event))
    };
    let case = |nomination: NominationId| {
        let event = nomination::Event::SignatureVoided {
            decision: decision(1),
        };
        (on(&nomination), Any::from(event))
    };
    let [of_decision, in_register] = number_voided(NumberVoidReason::SignatureVoided);
    let rest = [
        (stream(), Any::from(voided)),
        place(NomineeKind::Collective, c1()),
        place(NomineeKind::Individual, i1()),
        case(c1()),
        case(i1()),
    ];
    given(signed())
        .when(&chairman(), void_signature())
        .then(rest.clone());
    given(sealed())
        .when(&chairman(), void_signature())
        .then([of_decision, in_register].into_iter().chain(rest));
}

#[test]
fn only_what_is_signed_and_not_issued_is_voided() {
    given(drafted())
        .when(&chairman(), void_signature())
        .then_refused("decision_not_signed");
    let issued = sealed().at("2024-12-27T10:00").then(&clerk(), issue(1));
    given(issued)
        .when(&chairman(), void_signature())
        .then_refused("decision_issued");
}

/// Row 38: nobody signs it again as it is; drafted anew, even as another decision, it may be signed.
#[test]
fn what_was_voided_is_drafted_anew() {
    let voided = sealed().then(&chairman(), void_signature());
    given(voided.clone())
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("signature_voided");
    for number in [1, 2] {
        let effects = given(voided.clone())
            .when(&campaign_manager(), draft(number, both()))
            .then_effects();
        assert_eq!(effects.len(), 3);
    }
    let signed_again = voided.decision_signed(1, both());
    given(signed_again)
        .when(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then_refused("number_taken");
}

/// Something is being verified about the unit that C1 is.
fn held(stage: Stage) -> Stage {
    let placed = hold::Event::HoldPlaced {
        hold: 1,
        ground: HoldGround::Denunciation,
        verifying_body: "Thanh tra huyện".into(),
        document: paper("Thông báo thụ lý"),
        review_by: day("2025-01-10"),
    };
    let stream = StreamKey::hold(&FactSubject::from(&unit("tai-chinh")));
    stage.with(&review_head(), [(stream, placed)])
}

fn despite(nomination: NominationId) -> IssueDespiteHold {
    IssueDespiteHold {
        decision: decision(1),
        held: vec![DespiteHold {
            nomination,
            reason: words("nội dung tố cáo không liên quan"),
        }],
    }
}

/// INV-16: the Chairman answers for it, by name and with a reason.
#[test]
fn what_is_held_is_issued_only_when_the_chairman_says_so() {
    let stage = held(sealed()).at("2024-12-27T10:00");
    given(stage.clone())
        .when(&clerk(), issue(1))
        .then_refused("held");
    let recorded = nomination::Event::IssueDespiteHoldRecorded {
        decision: decision(1),
        reason: words("nội dung tố cáo không liên quan"),
    };
    given(stage.clone())
        .when(&chairman(), despite(c1()))
        .then([(on(&c1()), recorded)]);
    let allowed = stage.then(&chairman(), despite(c1()));
    let effects = given(allowed).when(&clerk(), issue(1)).then_effects();
    assert_eq!(effects.len(), 3);
}

#[test]
fn the_chairman_says_so_of_what_is_signed_and_held_and_of_nothing_else() {
    given(held(signed()))
        .when(&chairman(), despite(i1()))
        .then_refused("nominee_not_held");
    given(held(approved()))
        .when(&chairman(), despite(c1()))
        .then_refused("decision_absent");
    given(held(drafted()))
        .when(&chairman(), despite(c1()))
        .then_refused("decision_not_signed");
    given(held(signed()))
        .when(&clerk(), despite(c1()))
        .then_refused("role_not_allowed");
}

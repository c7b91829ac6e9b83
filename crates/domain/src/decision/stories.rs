//! Stories of a decision.

mod draft;
mod form;
mod held;
mod later;
mod legacy;
mod mail;
mod number;
mod void;

use super::{
    ConfirmAwardDetails, DraftDecision, Event, InitialAspect, SignDecision, SignatureKind,
    SigningAuthority,
};
use crate::{
    Actor, DocumentKind, Event as Any, NominationId, NomineeKind, Role, StreamKey, nomination,
    org::EndAssignment,
    quota,
    stories_kit::{
        Stage, assignment, campaign, campaign_manager, day, document, given, grant, moment,
        officer, on_behalf, paper, person, review_head, system, unit,
    },
    stories_way::{
        assign_number, both, c1, chairman, clerk, decision, draft, draft_document, endorsed, i1,
        initial, issue, office, scan, seal, sign,
    },
};

const SIGNED_AT: &str = "2024-12-27T09:00";

fn stream() -> StreamKey {
    StreamKey::decision(&decision(1))
}

fn register(year: i16) -> StreamKey {
    StreamKey::number_register("UBND huyện Ví Dụ", "QĐ-UBND", year)
}

fn on(nomination: &NominationId) -> StreamKey {
    StreamKey::nomination(nomination)
}

fn council_approved() -> Stage {
    endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00")
        .review_passed(both())
        .council_approved(&both())
}

fn approved() -> Stage {
    council_approved()
        .chairman_approved(1, both())
        .at("2024-12-26T14:00")
}

fn drafted() -> Stage {
    approved().then(&campaign_manager(), draft(1, both()))
}

fn initialled() -> Stage {
    approved().initialled(1, both()).at(SIGNED_AT)
}

fn signed() -> Stage {
    approved().decision_signed(1, both())
}

fn numbered() -> Stage {
    signed().then(&clerk(), assign_number(1, 4385, "2024-12-27"))
}

fn sealed() -> Stage {
    numbered().then(&clerk(), seal(1))
}

#[test]
fn nothing_is_signed_without_both_initials() {
    let one = drafted().then(&review_head(), initial(1, InitialAspect::Content));
    given(one.at(SIGNED_AT))
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("initials_missing");
}

#[test]
fn the_signature_uses_up_the_places_and_signs_everybody() {
    let signed = Event::DecisionSigned {
        signature: SignatureKind::Wet,
        signer: chairman().assignment,
        authority: SigningAuthority::OwnOffice,
        delegation: None,
        seen_by: chairman().assignment,
        signed_at: moment(SIGNED_AT),
        sha256: draft_document().sha256,
        scan: scan(),
        collectives: 1,
        individuals: 1,
        unconfirmed: vec![c1(), i1()],
    };
    let place = |nomination, kind, limit| quota::Event::PlaceConsumed {
        kind,
        nomination,
        limit,
        used_before: 0,
    };
    let event = || nomination::Event::DecisionSigned {
        decision: decision(1),
    };
    let places = StreamKey::quota(&campaign());
    given(initialled())
        .when(&chairman(), sign(1, SIGNED_AT))
        .then([
            (stream(), Any::from(signed)),
            (
                places.clone(),
                place(c1(), NomineeKind::Collective, 5).into(),
            ),
            (places, place(i1(), NomineeKind::Individual, 10).into()),
            (on(&c1()), event().into()),
            (on(&i1()), event().into()),
        ]);
}

#[test]
fn a_signature_is_neither_ahead_of_time_nor_older_than_the_draft() {
    for (signed_at, code) in [
        ("2024-12-27T09:00:00.000001", "signed_in_future"),
        ("2024-12-26T13:59", "signed_before_ready"),
    ] {
        given(initialled())
            .when(&chairman(), sign(1, signed_at))
            .then_refused(code);
    }
    let effects = given(initialled())
        .when(&chairman(), sign(1, "2024-12-26T14:00"))
        .then_effects();
    assert_eq!(effects.len(), 5);
}

#[test]
fn what_was_signed_is_what_was_initialled() {
    let other = SignDecision {
        sha256: document(DocumentKind::Decision, 9).sha256,
        ..sign(1, SIGNED_AT)
    };
    given(initialled())
        .when(&chairman(), other)
        .then_refused("document_differs");
}

#[test]
fn a_new_chairman_decides_again_before_anything_is_signed() {
    let ends = EndAssignment {
        assignment: assignment("chu-tich", Role::Chairman),
        to: day("2024-12-26"),
        document: paper("Quyết định điều động"),
    };
    let stage = initialled()
        .then(&system(), ends)
        .then(&system(), grant("pho-chu-tich", Role::Chairman, "lanh-dao"));
    let successor = Actor {
        principal: person("pho-chu-tich"),
        assignment: assignment("pho-chu-tich", Role::Chairman),
        role: Role::Chairman,
        unit: Some(unit("lanh-dao")),
        on_behalf_of: None,
    };
    given(stage)
        .when(&successor, sign(1, SIGNED_AT))
        .then_refused("approver_changed");
}

#[test]
fn a_decision_says_to_whom_it_will_be_sent() {
    let to_nobody = DraftDecision {
        recipients: Vec::new(),
        ..draft(1, both())
    };
    given(approved())
        .when(&campaign_manager(), to_nobody)
        .then_refused("recipients_missing");
}

#[test]
fn units_confirm_how_their_awardees_are_named() {
    let confirm = |nomination, sha256| ConfirmAwardDetails {
        decision: decision(1),
        nomination,
        sha256,
    };
    let sha256 = draft_document().sha256;
    let confirmed = Event::AwardDetailsConfirmed { nomination: c1() };
    given(drafted())
        .when(&officer("tai-chinh"), confirm(c1(), sha256.clone()))
        .then([(stream(), confirmed)]);
    given(drafted())
        .when(&officer("van-phong"), confirm(c1(), sha256.clone()))
        .then_refused("other_unit");
    given(drafted())
        .when(&officer("tai-chinh"), confirm(c1(), scan().sha256))
        .then_refused("document_differs");
    let of_one = approved().then(&campaign_manager(), draft(1, vec![i1()]));
    given(of_one)
        .when(&officer("tai-chinh"), confirm(c1(), sha256.clone()))
        .then_refused("not_in_draft");
    given(signed())
        .when(&officer("tai-chinh"), confirm(c1(), sha256))
        .then_refused("decision_signed");
}

#[test]
fn the_signature_records_who_stayed_silent() {
    let confirm = ConfirmAwardDetails {
        decision: decision(1),
        nomination: c1(),
        sha256: draft_document().sha256,
    };
    let stage = initialled().then(&officer("tai-chinh"), confirm);
    let effects = given(stage)
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_effects();
    let Any::Decision(Event::DecisionSigned { unconfirmed, .. }) = &effects[0].event else {
        unreachable!("a signature signs the decision first");
    };
    assert_eq!(*unconfirmed, [i1()]);
}

#[test]
fn who_signs_held_the_office_on_the_day_of_the_signature() {
    let begins = crate::org::GrantAssignment {
        assignment: assignment("chu-tich.2", Role::Chairman),
        from: day("2024-12-27"),
        ..grant("chu-tich", Role::Chairman, "lanh-dao")
    };
    let actor = Actor {
        assignment: begins.assignment.clone(),
        ..chairman()
    };
    given(initialled().then(&system(), begins))
        .when(&actor, sign(1, "2024-12-26T15:00"))
        .then_refused("signer_not_in_office");
}

#[test]
fn nothing_is_signed_for_a_district_that_has_ended() {
    for (signed_at, is_refused) in [("2025-06-30T09:00", false), ("2025-07-01T09:00", true)] {
        let stage = initialled().at(signed_at);
        let asked = given(stage).when(&chairman(), sign(1, signed_at));
        if is_refused {
            asked.then_refused("issuer_not_valid");
        } else {
            assert_eq!(asked.then_effects().len(), 5);
        }
    }
}

#[test]
fn nobody_is_signed_for_whom_no_place_is_held() {
    let used_up = quota::Event::PlaceConsumed {
        kind: NomineeKind::Individual,
        nomination: i1(),
        limit: 10,
        used_before: 0,
    };
    let places = StreamKey::quota(&campaign());
    given(initialled().with(&chairman(), [(places, used_up)]))
        .when(&chairman(), sign(1, SIGNED_AT))
        .then_refused("no_place_held");
}

#[test]
fn what_is_signed_can_no_longer_be_redrafted() {
    given(signed())
        .when(&campaign_manager(), draft(1, vec![c1()]))
        .then_refused("decision_signed");
}

#[test]
fn the_signer_is_the_chairman_also_where_the_office_recorded_it() {
    let recorder = on_behalf(&office(), "chu-tich", Role::Chairman);
    let stage = initialled()
        .then(&recorder, sign(1, SIGNED_AT))
        .then(&system(), grant("chu-tich", Role::RecordsClerk, "lanh-dao"));
    let numbering = Actor {
        assignment: assignment("chu-tich", Role::RecordsClerk),
        role: Role::RecordsClerk,
        ..chairman()
    };
    given(stage)
        .when(&numbering, assign_number(1, 4385, "2024-12-27"))
        .then_refused("numbered_by_signer");
}

#[test]
fn who_signed_neither_seals_nor_issues() {
    let clerk_too = || grant("chu-tich", Role::RecordsClerk, "lanh-dao");
    let signer = Actor {
        assignment: assignment("chu-tich", Role::RecordsClerk),
        role: Role::RecordsClerk,
        ..chairman()
    };
    given(numbered().then(&system(), clerk_too()))
        .when(&signer, seal(1))
        .then_refused("handled_by_signer");
    given(sealed().then(&system(), clerk_too()))
        .when(&signer, issue(1))
        .then_refused("handled_by_signer");
}

#[test]
fn the_signed_paper_is_shown_as_it_was_signed() {
    for (scan, code) in [
        (document(DocumentKind::Minutes, 0x52), "wrong_document_kind"),
        (draft_document(), "scan_is_draft"),
    ] {
        let signing = SignDecision {
            scan,
            ..sign(1, SIGNED_AT)
        };
        given(initialled())
            .when(&chairman(), signing)
            .then_refused(code);
    }
    let another = SignDecision {
        scan: document(DocumentKind::Decision, 0x53),
        ..sign(1, SIGNED_AT)
    };
    given(signed())
        .when(&chairman(), another)
        .then_refused("document_differs");
}

#[test]
fn the_seal_comes_after_the_number() {
    given(numbered())
        .when(&clerk(), seal(1))
        .then([(stream(), Event::OrganisationSigned {})]);
    given(signed())
        .when(&clerk(), seal(1))
        .then_refused("decision_not_numbered");
}

#[test]
fn the_issue_awards_everybody_on_the_decision() {
    let issued = Event::DecisionIssued {
        issued_at: moment("2024-12-27T10:00"),
        kind: super::DecisionKind::Grant,
        cases: 2,
    };
    let awarded = || nomination::Event::Awarded {
        decision: decision(1),
        number: 4385,
        symbol: "QĐ-UBND".into(),
        date: day("2024-12-27"),
    };
    given(sealed().at("2024-12-27T10:00"))
        .when(&clerk(), issue(1))
        .then([
            (stream(), Any::from(issued)),
            (on(&c1()), awarded().into()),
            (on(&i1()), awarded().into()),
        ]);
    given(numbered())
        .when(&clerk(), issue(1))
        .then_refused("organisation_signature_missing");
}

#[test]
fn nothing_is_issued_before_it_is_signed() {
    for (issued_at, is_refused) in [("2024-12-27T08:59", true), (SIGNED_AT, false)] {
        let stage = sealed().at("2024-12-27T10:00").recording(issued_at, None);
        let asked = given(stage).when(&clerk(), issue(1));
        if is_refused {
            asked.then_refused("issued_before_signature");
        } else {
            assert_eq!(asked.then_effects().len(), 3);
        }
    }
}

#[test]
fn nothing_is_issued_before_its_date_or_after_its_issuer() {
    let dated_monday = signed()
        .at("2024-12-30T08:00")
        .then(&clerk(), assign_number(1, 4385, "2024-12-30"))
        .then(&clerk(), seal(1));
    for (now, code) in [
        ("2024-12-27T10:00", Some("issued_before_date")),
        ("2024-12-30T08:00", None),
        ("2025-06-30T16:00", None),
        ("2025-07-01T08:00", Some("issuer_not_valid")),
    ] {
        let asked = given(dated_monday.clone().at(now)).when(&clerk(), issue(1));
        match code {
            Some(code) => asked.then_refused(code),
            None => assert_eq!(asked.then_effects().len(), 3, "{now}"),
        }
    }
}

#[test]
fn nothing_happens_to_a_decision_that_nobody_drafted() {
    given(approved())
        .when(&review_head(), initial(1, InitialAspect::Content))
        .then_refused("decision_absent");
    given(approved())
        .when(&chairman(), sign(1, "2024-12-26T14:00"))
        .then_refused("decision_absent");
    given(approved())
        .when(&clerk(), issue(1))
        .then_refused("decision_absent");
}

//! Stories of decisions about one that is issued: supplementing, amending, replacing, revoking (4.9).

use super::{on, register, sealed, stream};
use crate::{
    DocumentKind, Event as Any, NominationId, NomineeKind, StreamKey,
    decision::{
        Amendment, AwardDetails, Conduct, DecisionContent, DecisionKind, DraftDecision, Event,
        InitialAspect, NoteConduct, Revocation, RevocationGround,
    },
    nomination::{self, Gate},
    quota::{self, ReleasedBecause},
    stories_kit::{
        Stage, campaign, campaign_manager, day, document, given, review_head, sealed as words,
    },
    stories_way::{
        assign_number, both, c1, chairman, clerk, decision, draft, draft_of, i1, initial, issue,
        office, seal, sign,
    },
};

const LATER: &str = "2025-01-08T09:00";

fn issued() -> Stage {
    let stage = sealed().at("2024-12-27T10:00");
    stage.then(&clerk(), issue(1)).at(LATER)
}

/// Initialled, signed, numbered 47 of the new year and sealed.
fn sealed_later(draft: DraftDecision) -> Stage {
    issued()
        .then(&campaign_manager(), draft)
        .then(&review_head(), initial(2, InitialAspect::Content))
        .then(&office(), initial(2, InitialAspect::Form))
        .then(&chairman(), sign(2, LATER))
        .then(&clerk(), assign_number(2, 47, "2025-01-08"))
        .then(&clerk(), seal(2))
}

fn told(kind: DecisionKind, is_ended: bool) -> (StreamKey, Any) {
    let event = Event::LaterDecisionIssued {
        decision: decision(2),
        kind,
        is_ended,
    };
    (stream(), event.into())
}

fn issued_later(kind: DecisionKind, cases: u32) -> (StreamKey, Any) {
    let event = Event::DecisionIssued {
        issued_at: crate::stories_kit::moment(LATER),
        kind,
        cases,
    };
    (StreamKey::decision(&decision(2)), event.into())
}

fn rightly_named() -> Amendment {
    Amendment {
        nomination: i1(),
        name: words("Điểu Ví Dụ"),
        title: Some(words("Chuyên viên")),
        unit: None,
        category: None,
    }
}

fn amend(amendments: Vec<Amendment>) -> DraftDecision {
    let refers_to = decision(1);
    draft_of(
        2,
        DecisionContent::Amend {
            refers_to,
            amendments,
        },
    )
}

fn replace(amendments: Vec<Amendment>) -> DraftDecision {
    let refers_to = decision(1);
    draft_of(
        2,
        DecisionContent::Replace {
            refers_to,
            amendments,
        },
    )
}

fn revoke(ground: RevocationGround, awardees: Option<Vec<NominationId>>) -> DraftDecision {
    revoke_for(ground, None, awardees)
}

fn revoke_for(
    ground: RevocationGround,
    conduct: Option<Conduct>,
    awardees: Option<Vec<NominationId>>,
) -> DraftDecision {
    let revocation = Box::new(Revocation {
        ground,
        conduct,
        proposal: document(DocumentKind::Evidence, 0x61),
        notice: document(DocumentKind::Evidence, 0x62),
    });
    draft_of(
        2,
        DecisionContent::Revoke {
            refers_to: decision(1),
            awardees,
            revocation,
        },
    )
}

fn amended(kind: DecisionKind, details: Option<AwardDetails>) -> nomination::Event {
    nomination::Event::AwardAmended {
        decision: decision(2),
        number: 47,
        symbol: "QĐ-UBND".into(),
        date: day("2025-01-08"),
        kind,
        details,
    }
}

fn revoked(ground: RevocationGround) -> nomination::Event {
    nomination::Event::AwardRevoked {
        decision: decision(2),
        number: 47,
        symbol: "QĐ-UBND".into(),
        date: day("2025-01-08"),
        ground,
    }
}

/// E31: drafted it changes nothing yet, issued it names the awardee rightly; quota and money are not
/// touched.
#[test]
fn a_wrong_name_is_amended_by_a_decision_of_its_own() {
    let effects = given(issued())
        .when(&campaign_manager(), amend(vec![rightly_named()]))
        .then_effects();
    let drafted = nomination::Event::AmendmentDrafted {
        decision: decision(2),
        details: rightly_named().details(),
    };
    assert_eq!(effects.len(), 2);
    assert_eq!(effects[1].event, Any::from(drafted));
    given(sealed_later(amend(vec![rightly_named()])))
        .when(&clerk(), issue(2))
        .then([
            issued_later(DecisionKind::Amend, 1),
            told(DecisionKind::Amend, false),
            (
                on(&i1()),
                amended(DecisionKind::Amend, Some(rightly_named().details())).into(),
            ),
        ]);
}

/// The numbers of a year begin anew: 47 follows 4385.
#[test]
fn a_decision_of_the_new_year_is_numbered_in_the_series_of_that_year() {
    let stage = sealed_later(amend(vec![rightly_named()]));
    let streams: Vec<_> = stage.streams().map(|(stream, _)| stream.clone()).collect();
    assert!(streams.contains(&register(2024)) && streams.contains(&register(2025)));
}

#[test]
fn a_person_is_named_with_a_title_and_a_collective_without() {
    let untitled = Amendment {
        title: None,
        ..rightly_named()
    };
    given(issued())
        .when(&campaign_manager(), amend(vec![untitled.clone()]))
        .then_refused("amendment_not_of_kind");
    let of_collective = Amendment {
        nomination: c1(),
        ..untitled
    };
    let effects = given(issued())
        .when(&campaign_manager(), amend(vec![of_collective]))
        .then_effects();
    assert_eq!(effects.len(), 2);
}

#[test]
fn only_an_issued_decision_is_amended() {
    given(super::signed().at(LATER))
        .when(&campaign_manager(), amend(vec![rightly_named()]))
        .then_refused("decision_not_issued");
    given(super::approved())
        .when(&campaign_manager(), amend(vec![rightly_named()]))
        .then_refused("decision_absent");
}

#[test]
fn an_award_is_in_one_amending_draft_at_a_time() {
    let third = DraftDecision {
        decision: decision(3),
        ..amend(vec![rightly_named()])
    };
    let stage = issued().then(&campaign_manager(), amend(vec![rightly_named()]));
    given(stage.clone())
        .when(&campaign_manager(), third.clone())
        .then_refused("in_another_draft");
    let of_collective = Amendment {
        nomination: c1(),
        title: None,
        ..rightly_named()
    };
    let redrafted = stage.then(&campaign_manager(), amend(vec![of_collective]));
    let effects = given(redrafted).when(&campaign_manager(), third);
    assert_eq!(effects.then_effects().len(), 2);
}

/// INV-24: every place is freed and used up again in the append that ends the first decision.
#[test]
fn a_replacement_frees_and_uses_up_the_places_in_one_append() {
    let freed = |kind, nomination| {
        let event = quota::Event::PlaceReleased {
            kind,
            nomination,
            reason_code: ReleasedBecause::DecisionReplaced,
        };
        (StreamKey::quota(&campaign()), Any::from(event))
    };
    let used = |kind, nomination, limit| {
        let event = quota::Event::PlaceConsumed {
            kind,
            nomination,
            limit,
            used_before: 0,
        };
        (StreamKey::quota(&campaign()), Any::from(event))
    };
    let named = |nomination: NominationId, details| {
        let event = amended(DecisionKind::Replace, details);
        (on(&nomination), Any::from(event))
    };
    given(sealed_later(replace(vec![rightly_named()])))
        .when(&clerk(), issue(2))
        .then([
            issued_later(DecisionKind::Replace, 2),
            told(DecisionKind::Replace, true),
            freed(NomineeKind::Collective, c1()),
            freed(NomineeKind::Individual, i1()),
            used(NomineeKind::Collective, c1(), 5),
            used(NomineeKind::Individual, i1(), 10),
            named(c1(), None),
            named(i1(), Some(rightly_named().details())),
        ]);
}

#[test]
fn what_is_replaced_is_amended_no_more() {
    let stage = sealed_later(replace(vec![])).then(&clerk(), issue(2));
    let third = DraftDecision {
        decision: decision(3),
        ..amend(vec![rightly_named()])
    };
    given(stage.clone())
        .when(&campaign_manager(), third.clone())
        .then_refused("decision_ended");
    let of_the_new = DraftDecision {
        content: DecisionContent::Amend {
            refers_to: decision(2),
            amendments: vec![rightly_named()],
        },
        ..third
    };
    let effects = given(stage).when(&campaign_manager(), of_the_new);
    assert_eq!(effects.then_effects().len(), 2);
}

/// INV-34, E03: the place stays used up, and the other awardee is untouched.
#[test]
fn a_revocation_takes_one_award_and_leaves_the_others() {
    let ground = RevocationGround::DishonestDeclaration;
    given(sealed_later(revoke(ground, Some(vec![c1()]))))
        .when(&clerk(), issue(2))
        .then([
            issued_later(DecisionKind::Revoke, 1),
            told(DecisionKind::Revoke, false),
            (on(&c1()), revoked(ground).into()),
        ]);
}

#[test]
fn a_whole_decision_is_revoked_with_every_award_of_it() {
    let ground = RevocationGround::ProcedureViolated;
    given(sealed_later(revoke(ground, None)))
        .when(&clerk(), issue(2))
        .then([
            issued_later(DecisionKind::Revoke, 2),
            told(DecisionKind::Revoke, true),
            (on(&c1()), revoked(ground).into()),
            (on(&i1()), revoked(ground).into()),
        ]);
}

#[test]
fn an_award_is_revoked_once() {
    let ground = RevocationGround::FalseInformationOrForgedDossier;
    let stage = sealed_later(revoke(ground, Some(vec![c1()]))).then(&clerk(), issue(2));
    let again = DraftDecision {
        decision: decision(3),
        ..revoke(ground, Some(vec![c1()]))
    };
    given(stage.clone())
        .when(&campaign_manager(), again)
        .then_refused("not_awarded_by_decision");
    let the_rest = DraftDecision {
        decision: decision(3),
        ..revoke(ground, None)
    };
    let effects = given(stage).when(&campaign_manager(), the_rest);
    let effects = effects.then_effects();
    let Any::Decision(Event::DecisionDrafted { awardees, .. }) = &effects[0].event else {
        unreachable!("a draft is drafted first");
    };
    assert_eq!(awardees.len(), 1);
}

/// INV-34, E03, E04: Law art. 93.2.d counts what was concluded within the year of achievement.
#[test]
fn a_concluded_violation_revokes_only_within_the_period_of_achievement() {
    let conduct = |from, until| Conduct {
        from: day(from),
        until: day(until),
    };
    for (conduct, code) in [
        (None, Some("revocation_conduct_missing")),
        (
            Some(conduct("2023-01-01", "2023-12-31")),
            Some("conduct_outside_period"),
        ),
        (Some(conduct("2023-12-31", "2024-01-01")), None),
        (Some(conduct("2024-12-31", "2025-01-02")), None),
        (
            Some(conduct("2025-01-01", "2025-01-02")),
            Some("conduct_outside_period"),
        ),
    ] {
        let ground = RevocationGround::ViolationConcluded;
        let draft = revoke_for(ground, conduct, Some(vec![c1()]));
        let asked = given(issued()).when(&campaign_manager(), draft);
        match code {
            Some(code) => asked.then_refused(code),
            None => assert_eq!(asked.then_effects().len(), 1),
        }
    }
}

/// E04: conduct outside the period is noted, and the award stands.
#[test]
fn conduct_outside_the_period_is_noted_by_the_chairman() {
    let note = NoteConduct {
        nomination: c1(),
        conduct: Conduct {
            from: day("2023-03-01"),
            until: day("2023-03-31"),
        },
        document: document(DocumentKind::Evidence, 0x63),
        note: words("đã bị khiển trách"),
    };
    let noted = nomination::Event::ConductNoted {
        conduct: note.conduct,
        document: note.document.clone(),
        note: note.note.clone(),
    };
    given(issued())
        .when(&chairman(), note.clone())
        .then([(on(&c1()), noted)]);
    given(issued())
        .when(&review_head(), note.clone())
        .then_refused("role_not_allowed");
    given(super::signed())
        .when(&chairman(), note)
        .then_refused("wrong_gate");
}

#[test]
fn a_revocation_shows_its_proposal_and_its_notice() {
    for (proposal, notice) in [
        (DocumentKind::Plan, DocumentKind::Evidence),
        (DocumentKind::Evidence, DocumentKind::Plan),
    ] {
        let revocation = Box::new(Revocation {
            ground: RevocationGround::ProcedureViolated,
            conduct: None,
            proposal: document(proposal, 0x61),
            notice: document(notice, 0x62),
        });
        let content = DecisionContent::Revoke {
            refers_to: decision(1),
            awardees: None,
            revocation,
        };
        given(issued())
            .when(&campaign_manager(), draft_of(2, content))
            .then_refused("wrong_document_kind");
    }
}

/// E05: who was held meanwhile follows in a decision of its own, within the quota.
#[test]
fn who_was_left_out_is_awarded_by_a_supplementary_decision() {
    let stage = super::council_approved()
        .chairman_approved(1, both())
        .decision_signed(1, vec![c1()])
        .then(&clerk(), assign_number(1, 4385, "2024-12-27"))
        .then(&clerk(), seal(1))
        .then(&clerk(), issue(1));
    let supplement = |refers_to| {
        draft_of(
            2,
            DecisionContent::SupplementaryGrant {
                refers_to,
                presentation: crate::stories_way::presentation(1),
                awardees: vec![i1()],
            },
        )
    };
    given(stage.clone())
        .when(&campaign_manager(), supplement(decision(9)))
        .then_refused("decision_absent");
    let stage = stage
        .at("2024-12-30T09:00")
        .then(&campaign_manager(), supplement(decision(1)))
        .then(&review_head(), initial(2, InitialAspect::Content))
        .then(&office(), initial(2, InitialAspect::Form))
        .then(&chairman(), sign(2, "2024-12-30T09:00"))
        .then(&clerk(), assign_number(2, 4390, "2024-12-30"))
        .then(&clerk(), seal(2));
    let effects = given(stage.clone()).when(&clerk(), issue(2)).then_effects();
    assert_eq!(effects.len(), 3);
    assert_eq!(
        (effects[1].stream.clone(), effects[1].event.clone()),
        told(DecisionKind::SupplementaryGrant, false)
    );
    let awarded = stage.then(&clerk(), issue(2));
    let crate::State::Nomination(state) = &*awarded.state(&on(&i1())) else {
        unreachable!("a nomination's stream holds a nomination");
    };
    assert_eq!(state.case().map(|case| case.gate), Some(Gate::Awarded));
}

#[test]
fn a_grant_does_not_award_twice() {
    let third = DraftDecision {
        decision: decision(3),
        ..draft(3, vec![c1()])
    };
    given(issued())
        .when(&campaign_manager(), third)
        .then_refused("wrong_gate");
}

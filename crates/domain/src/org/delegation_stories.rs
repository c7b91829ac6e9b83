//! Stories of delegations, and of what is done under them.

use std::collections::BTreeMap;

use crate::{
    Actor, AssignmentId, DelegationId, Event as Any, Role,
    certificate::SignCertificates,
    decision::{Event as Decision, SignDecision, SigningAuthority},
    org::{DelegatedAct, DelegationForm, EndAssignment, EndDelegation, GrantDelegation},
    presentation::DecidePresentation,
    stories_kit::{
        Stage, acting, assignment, campaign_manager, day, given, grant, on_behalf, paper, system,
    },
    stories_way::{both, c1, chairman, decide, endorsed, i1, office, sign},
};

const SIGNED_AT: &str = "2024-12-27T09:00";

fn id() -> DelegationId {
    DelegationId::parse("KT-01-2024").unwrap()
}

fn deputy() -> Actor {
    acting("pho-chu-tich", Role::DeputySignatory)
}

fn for_chairman() -> Actor {
    on_behalf(&office(), "chu-tich", Role::Chairman)
}

fn for_deputy() -> Actor {
    on_behalf(&office(), "pho-chu-tich", Role::DeputySignatory)
}

/// While the Chairman is on leave, the vice-chair signs for him.
fn delegate() -> GrantDelegation {
    GrantDelegation {
        delegation: id(),
        delegator: assignment("chu-tich", Role::Chairman),
        delegate: assignment("pho-chu-tich", Role::DeputySignatory),
        form: DelegationForm::Kt,
        acts: vec![DelegatedAct::SignDecision, DelegatedAct::DecidePresentation],
        from: day("2024-12-23"),
        to: day("2024-12-31"),
        document: paper("Văn bản giao ký thay"),
    }
}

fn end(to: &str) -> EndDelegation {
    EndDelegation {
        delegation: id(),
        to: day(to),
        document: paper("Văn bản kết thúc việc giao ký thay"),
    }
}

fn reviewed() -> Stage {
    endorsed()
        .received("tai-chinh", vec![c1()])
        .received("van-phong", vec![i1()])
        .at("2024-12-13T09:00")
        .review_passed(both())
        .council_approved(&both())
}

fn initialled() -> Stage {
    reviewed()
        .chairman_approved(1, both())
        .at("2024-12-26T14:00")
        .initialled(1, both())
        .at(SIGNED_AT)
}

fn signing() -> SignDecision {
    SignDecision {
        delegation: Some(id()),
        ..sign(1, SIGNED_AT)
    }
}

/// E26.
/// INV-29.
#[test]
fn while_the_chairman_is_on_leave_the_vice_chair_signs_for_him() {
    for (form, authority) in [
        (DelegationForm::Kt, SigningAuthority::Kt),
        (DelegationForm::Tuq, SigningAuthority::Tuq),
    ] {
        let delegated = GrantDelegation { form, ..delegate() };
        for signer in [deputy(), for_deputy()] {
            let stage = initialled().then(&for_chairman(), delegated.clone());
            let effects = given(stage).when(&signer, signing()).then_effects();
            let Any::Decision(Decision::DecisionSigned {
                signer,
                authority: line,
                delegation,
                ..
            }) = &effects[0].event
            else {
                panic!("a signature comes first: {effects:?}");
            };
            assert_eq!(*signer, deputy().assignment);
            assert_eq!(*line, authority);
            assert_eq!(*delegation, Some(id()));
        }
    }
}

/// E26.
/// INV-29.
#[test]
fn a_deputy_signs_under_a_delegation_in_force_that_covers_the_act() {
    let wishes: BTreeMap<&str, GrantDelegation> = BTreeMap::from([
        (
            "act_not_delegated",
            GrantDelegation {
                acts: vec![DelegatedAct::SignCertificates],
                ..delegate()
            },
        ),
        (
            "delegation_not_in_force",
            GrantDelegation {
                to: day("2024-12-26"),
                ..delegate()
            },
        ),
        (
            "delegated_to_another",
            GrantDelegation {
                delegate: second_deputy(),
                ..delegate()
            },
        ),
    ]);
    for (code, wish) in wishes {
        let another = grant("head.tai-chinh", Role::DeputySignatory, "tai-chinh");
        let stage = initialled()
            .then(&system(), another)
            .then(&chairman(), wish);
        given(stage).when(&deputy(), signing()).then_refused(code);
    }
    given(initialled())
        .when(&deputy(), signing())
        .then_refused("delegation_absent");
    given(initialled().then(&chairman(), delegate()))
        .when(&deputy(), sign(1, SIGNED_AT))
        .then_refused("delegation_not_named");
    given(initialled().then(&chairman(), delegate()))
        .when(&chairman(), signing())
        .then_refused("delegated_to_another");
}

fn second_deputy() -> AssignmentId {
    assignment("head.tai-chinh", Role::DeputySignatory)
}

/// INV-29.
#[test]
fn a_delegation_covers_its_first_and_its_last_day() {
    for (from, to, is_covered) in [
        ("2024-12-27", "2024-12-27", true),
        ("2024-12-28", "2024-12-31", false),
        ("2024-12-23", "2024-12-26", false),
    ] {
        let wish = GrantDelegation {
            from: day(from),
            to: day(to),
            ..delegate()
        };
        let stage = initialled().then(&chairman(), wish);
        let asked = given(stage).when(&deputy(), signing());
        if is_covered {
            assert!(!asked.then_effects().is_empty());
        } else {
            asked.then_refused("delegation_not_in_force");
        }
    }
}

/// INV-29.
#[test]
fn a_delegation_ends_with_the_office_of_whoever_gave_it() {
    let ends = EndAssignment {
        assignment: assignment("chu-tich", Role::Chairman),
        to: day("2024-12-26"),
        document: paper("Quyết định điều động"),
    };
    let stage = initialled()
        .then(&chairman(), delegate())
        .then(&system(), ends);
    given(stage)
        .when(&deputy(), signing())
        .then_refused("delegator_not_in_office");
}

/// E26.
#[test]
fn a_delegate_decides_on_a_presentation_and_signs_certificates_only_where_it_says_so() {
    let deciding = || DecidePresentation {
        delegation: Some(id()),
        ..decide(1, &[])
    };
    let certificates = SignCertificates {
        delegation: Some(id()),
        nominations: both(),
    };
    let delegated = |acts| {
        let wish = GrantDelegation { acts, ..delegate() };
        let stage = reviewed().presented(1, both());
        stage.at("2024-12-26T10:00").then(&chairman(), wish)
    };
    let approved = given(delegated(vec![DelegatedAct::DecidePresentation]))
        .when(&deputy(), deciding())
        .then_effects();
    assert!(approved.len() > 1);
    given(delegated(vec![DelegatedAct::SignDecision]))
        .when(&deputy(), deciding())
        .then_refused("act_not_delegated");
    given(delegated(vec![DelegatedAct::SignDecision]))
        .when(&deputy(), certificates)
        .then_refused("act_not_delegated");
}

/// INV-29.
#[test]
fn who_signs_by_delegation_does_not_delegate_on() {
    let stage = Stage::office()
        .then(
            &system(),
            grant("head.tai-chinh", Role::DeputySignatory, "tai-chinh"),
        )
        .then(
            &chairman(),
            GrantDelegation {
                form: DelegationForm::Tuq,
                ..delegate()
            },
        );
    let on = GrantDelegation {
        delegation: DelegationId::parse("TUQ-02-2024").unwrap(),
        delegator: deputy().assignment,
        delegate: second_deputy(),
        form: DelegationForm::Tuq,
        ..delegate()
    };
    given(stage)
        .when(&for_chairman(), on.clone())
        .then_refused("delegated_power");
    given(Stage::office())
        .when(&deputy(), on)
        .then_refused("role_not_allowed");
}

#[test]
fn the_chairman_delegates_his_own_power_for_named_acts_to_a_deputy() {
    let effects = given(Stage::office()).when(&for_chairman(), delegate());
    assert_eq!(effects.then_effects().len(), 1);
    for (wrong, code) in [
        (
            GrantDelegation {
                acts: vec![],
                ..delegate()
            },
            "delegation_without_acts",
        ),
        (
            GrantDelegation {
                to: day("2024-12-22"),
                ..delegate()
            },
            "period_backwards",
        ),
        (
            GrantDelegation {
                delegator: assignment("head.noi-vu", Role::ReviewHead),
                ..delegate()
            },
            "power_of_another",
        ),
        (
            GrantDelegation {
                delegate: campaign_manager().assignment,
                ..delegate()
            },
            "delegate_unfit",
        ),
        (
            GrantDelegation {
                delegate: assignment("khong-ai", Role::DeputySignatory),
                ..delegate()
            },
            "assignment_absent",
        ),
    ] {
        given(Stage::office())
            .when(&for_chairman(), wrong)
            .then_refused(code);
    }
    let other = GrantDelegation {
        form: DelegationForm::Tuq,
        ..delegate()
    };
    given(Stage::office().then(&chairman(), delegate()))
        .when(&chairman(), other)
        .then_refused("exists_otherwise");
}

/// INV-29.
#[test]
fn a_delegation_ends_once_and_nobody_signs_under_it_afterwards() {
    let delegated = || initialled().then(&chairman(), delegate());
    given(delegated().then(&for_chairman(), end("2024-12-26")))
        .when(&deputy(), signing())
        .then_refused("delegation_not_in_force");
    given(delegated().then(&chairman(), end("2024-12-26")))
        .when(&chairman(), end("2024-12-27"))
        .then_refused("delegation_over");
    given(delegated())
        .when(&chairman(), end("2025-01-01"))
        .then_refused("delegation_not_extended");
    given(Stage::office())
        .when(&chairman(), end("2024-12-27"))
        .then_refused("delegation_absent");
}

//! Stories of certificates: in order, by the right people, for awards that stand.

use std::cmp::Ordering;

use crate::{
    Actor, Command, DocumentKind, NominationId, Role, StreamKey,
    award_files::CloseRevokedAwards,
    certificate::{
        Event, HandOverCertificate, Handover, PrintCertificates, RecordCertificateRecovered,
        RecordSpoiltStock, ReissueCertificate, ReissueReason, SealCertificates, SignCertificates,
    },
    org::GrantAssignment,
    stories_kit::{Stage, assignment, campaign_manager, document, given, grant, sealed, system},
    stories_way::{both, c1, chairman, clerk, decision, files_opened, i1, issued},
};

fn steps() -> [(Actor, Command); 4] {
    let nominations = both;
    let handovers = nominations().into_iter().map(|nomination| Handover {
        nomination,
        presented_to: None,
    });
    let hand_over = HandOverCertificate {
        handovers: handovers.collect(),
    };
    [
        (
            campaign_manager(),
            PrintCertificates {
                nominations: nominations(),
            }
            .into(),
        ),
        (
            chairman(),
            SignCertificates {
                delegation: None,
                nominations: nominations(),
            }
            .into(),
        ),
        (
            clerk(),
            SealCertificates {
                nominations: nominations(),
            }
            .into(),
        ),
        (campaign_manager(), hand_over.into()),
    ]
}

/// The first so many steps are done.
fn after(count: usize) -> Stage {
    let steps = steps().into_iter().take(count);
    steps.fold(files_opened(), |stage, (actor, command)| {
        stage.then(&actor, command)
    })
}

fn reissue(nomination: NominationId) -> ReissueCertificate {
    ReissueCertificate {
        nomination,
        reason_code: ReissueReason::SheetLost,
        note: sealed("Cấp lại lần 1"),
        scan: document(DocumentKind::Certificate, 0x72),
    }
}

#[test]
fn certificates_are_printed_signed_sealed_and_handed_over_in_this_order() {
    for done in 0..4 {
        for (place, (actor, command)) in steps().into_iter().enumerate() {
            let outcome = given(after(done)).when(&actor, command);
            match place.cmp(&done) {
                Ordering::Equal => assert_eq!(outcome.then_effects().len(), 2, "{done}"),
                Ordering::Less => outcome.then_nothing_happens(),
                Ordering::Greater => outcome.then_refused("certificate_out_of_order"),
            }
        }
    }
}

#[test]
fn nothing_is_printed_before_the_files_are_open() {
    let (actor, command) = steps()[0].clone();
    given(issued())
        .when(&actor, command)
        .then_refused("certificate_absent");
}

/// INV-35.
#[test]
fn nothing_goes_on_for_a_revoked_award() {
    for (done, (actor, command)) in steps().into_iter().enumerate() {
        given(after(done).revoked(&c1()))
            .when(&actor, command)
            .then_refused("wrong_gate");
    }
    given(after(4).revoked(&c1()))
        .when(&campaign_manager(), reissue(c1()))
        .then_refused("wrong_gate");
}

/// SD6.
#[test]
fn whoever_signed_does_not_seal() {
    let clerk_too = GrantAssignment {
        assignment: assignment("chu-tich", Role::RecordsClerk),
        ..grant("chu-tich", Role::RecordsClerk, "lanh-dao")
    };
    let signer = Actor {
        assignment: assignment("chu-tich", Role::RecordsClerk),
        role: Role::RecordsClerk,
        ..chairman()
    };
    given(after(2).then(&system(), clerk_too))
        .when(&signer, steps()[2].1.clone())
        .then_refused("certificate_sealed_by_signer");
}

/// E07.
#[test]
fn a_relative_may_take_the_certificate() {
    let relative = sealed("Vợ của người được khen thưởng");
    let handovers = vec![Handover {
        nomination: i1(),
        presented_to: Some(relative.clone()),
    }];
    given(after(3))
        .when(&campaign_manager(), HandOverCertificate { handovers })
        .then([(
            StreamKey::certificate(&i1()),
            Event::CertificateHandedOver {
                presented_to: Some(relative),
            },
        )]);
}

/// E46.
#[test]
fn a_lost_certificate_is_reissued_under_its_number_and_handed_over_again() {
    given(after(2))
        .when(&campaign_manager(), reissue(i1()))
        .then_refused("certificate_out_of_order");
    let stage = after(4).then(&campaign_manager(), reissue(i1()));
    let (actor, command) = steps()[3].clone();
    let again = given(stage).when(&actor, command).then_effects();
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].stream, StreamKey::certificate(&i1()));
    let draft = document(DocumentKind::Evidence, 1);
    let without_scan = ReissueCertificate {
        scan: draft,
        ..reissue(i1())
    };
    given(after(4))
        .when(&campaign_manager(), without_scan)
        .then_refused("wrong_document_kind");
    let otherwise = ReissueCertificate {
        reason_code: ReissueReason::Damaged,
        ..reissue(i1())
    };
    given(after(4).then(&campaign_manager(), reissue(i1())))
        .when(&campaign_manager(), otherwise)
        .then_refused("certificate_recorded_otherwise");
}

/// E46.
#[test]
fn spoilt_sheets_are_destroyed_with_minutes() {
    let spoilt = |sheets| RecordSpoiltStock {
        nomination: c1(),
        sheets,
        minutes: document(DocumentKind::Minutes, 0x73),
    };
    let effects = given(files_opened()).when(&campaign_manager(), spoilt(2));
    assert_eq!(effects.then_effects().len(), 1);
    given(files_opened())
        .when(&campaign_manager(), spoilt(0))
        .then_refused("no_spoilt_sheets");
    given(files_opened().then(&campaign_manager(), spoilt(2)))
        .when(&campaign_manager(), spoilt(3))
        .then_refused("certificate_recorded_otherwise");
}

/// INV-34.
#[test]
fn a_certificate_comes_back_only_where_its_award_is_revoked() {
    let recovered = RecordCertificateRecovered { nomination: c1() };
    given(after(4))
        .when(&campaign_manager(), recovered.clone())
        .then_refused("no_certificate_to_recover");
    let close = CloseRevokedAwards {
        from: 0,
        decision: decision(1),
    };
    let stage = after(4).revoked(&c1()).then(&system(), close);
    given(stage).when(&campaign_manager(), recovered).then([(
        StreamKey::certificate(&c1()),
        Event::CertificateRecovered {},
    )]);
}

//! Stories of what an issue opens and a revocation closes.

use crate::{
    DocumentKind, Dong, NomineeKind, PublicityId, StreamKey,
    award_files::CloseRevokedAwards,
    certificate::{self, HandOverCertificate, Handover},
    fund, number_register, payout,
    publicity::{self, Channel, PlanPublicity, PublishStory, RecordBroadcast, WithdrawnBecause},
    stories_kit::{Stage, campaign, campaign_manager, day, document, given, instrument, system},
    stories_way::{
        beginning, both, c1, chairman, clerk, decision, files_opened, funds_committed, i1, issued,
        open_files, prizes_paid, publicist, way,
    },
};

fn close() -> CloseRevokedAwards {
    CloseRevokedAwards {
        decision: decision(1),
        from: 0,
    }
}

fn ticket(number: u32) -> PublicityId {
    PublicityId {
        campaign: campaign(),
        number,
    }
}

fn plan(number: u32) -> PlanPublicity {
    PlanPublicity {
        publicity: ticket(number),
        channel: Channel::Radio,
        planned_for: day("2025-01-06"),
        nomination: Some(c1()),
    }
}

fn handed_over(stage: Stage) -> Stage {
    let handovers = vec![Handover {
        nomination: c1(),
        presented_to: None,
    }];
    stage
        .then(
            &campaign_manager(),
            certificate::PrintCertificates {
                nominations: both(),
            },
        )
        .then(
            &chairman(),
            certificate::SignCertificates {
                delegation: None,
                nominations: both(),
            },
        )
        .then(
            &clerk(),
            certificate::SealCertificates {
                nominations: both(),
            },
        )
        .then(&campaign_manager(), HandOverCertificate { handovers })
}

/// INV-32.
#[test]
fn files_are_opened_once_by_the_issue_and_not_before() {
    let of = |nomination: crate::NominationId, number, kind| {
        [
            (
                StreamKey::certificate(&nomination),
                crate::Event::from(certificate::Event::CertificateOpened {
                    nomination: nomination.clone(),
                    decision: decision(1),
                    number,
                    date: day("2024-12-27"),
                }),
            ),
            (
                StreamKey::payout(&nomination),
                payout::Event::PayoutOpened {
                    nomination,
                    decision: decision(1),
                    kind,
                    legal_regime: instrument("ND-98-2023"),
                    issued_on: day("2024-12-27"),
                }
                .into(),
            ),
        ]
    };
    let entered = |nomination, number| {
        let event = number_register::Event::AwardEntered {
            number,
            date: day("2024-12-27"),
            nomination,
        };
        (StreamKey::award_register(2024), crate::Event::from(event))
    };
    let expected = [entered(c1(), 1), entered(i1(), 2)]
        .into_iter()
        .chain(of(c1(), 1, NomineeKind::Collective))
        .chain(of(i1(), 2, NomineeKind::Individual));
    given(issued()).when(&system(), open_files()).then(expected);
    let unissued = way().into_iter().rev().skip(1).rev();
    let sealed = unissued.fold(beginning(), |stage, step| {
        stage.at(step.at).then(&step.actor, step.command)
    });
    given(sealed)
        .when(&system(), open_files())
        .then_refused("decision_not_issued");
}

#[test]
fn nothing_is_opened_for_an_award_that_is_revoked_already() {
    let effects = given(issued().revoked(&c1()))
        .when(&system(), open_files())
        .then_effects();
    let about: Vec<_> = effects.iter().map(|one| one.stream.clone()).collect();
    assert_eq!(
        about,
        [
            StreamKey::award_register(2024),
            StreamKey::certificate(&i1()),
            StreamKey::payout(&i1()),
        ]
    );
}

/// INV-34, E03.
#[test]
fn a_revocation_opens_the_recovery_of_certificate_and_money() {
    given(handed_over(prizes_paid()).revoked(&c1()))
        .when(&system(), close())
        .then([
            (
                StreamKey::certificate(&c1()),
                crate::Event::from(certificate::Event::CertificateRecoveryOpened {
                    decision: decision(1),
                }),
            ),
            (
                StreamKey::payout(&c1()),
                payout::Event::PrizeRecoveryOpened {
                    decision: decision(1),
                }
                .into(),
            ),
        ]);
}

/// INV-35.
#[test]
fn what_is_still_open_for_a_revoked_award_is_cancelled_by_events() {
    given(funds_committed().revoked(&c1()))
        .when(&system(), close())
        .then([
            (
                StreamKey::fund(2024),
                crate::Event::from(fund::Event::CommitmentReleased {
                    decision: decision(1),
                    amount: Dong(1_410_000),
                }),
            ),
            (
                StreamKey::certificate(&c1()),
                certificate::Event::CertificateCancelled {
                    decision: decision(1),
                }
                .into(),
            ),
            (
                StreamKey::payout(&c1()),
                payout::Event::PayoutCancelled {
                    decision: decision(1),
                }
                .into(),
            ),
        ]);
}

/// E47, INV-35.
#[test]
fn what_was_published_about_a_revoked_award_is_taken_back() {
    let story = PublishStory {
        publicity: ticket(1),
        date: day("2025-01-06"),
        nomination: Some(c1()),
        notice: Some(document(DocumentKind::Evidence, 0x71)),
    };
    let broadcast = RecordBroadcast {
        publicity: ticket(2),
        date: day("2025-01-06"),
        nominations: both(),
    };
    let stage = files_opened()
        .at("2025-01-06T09:00")
        .then(&publicist(), plan(1))
        .then(&publicist(), plan(2))
        .then(&publicist(), plan(3))
        .then(&publicist(), story)
        .then(&publicist(), broadcast)
        .revoked(&c1());
    let effects = given(stage).when(&system(), close()).then_effects();
    let of_publicity = effects.into_iter().filter_map(|one| {
        let crate::Event::Publicity(event) = one.event else {
            return None;
        };
        Some((one.stream, event))
    });
    let required = || publicity::Event::CorrectionRequired {
        decision: decision(1),
        nominations: vec![c1()],
    };
    assert_eq!(
        of_publicity.collect::<Vec<_>>(),
        [
            (
                StreamKey::publicity(&ticket(1)),
                publicity::Event::StoryWithdrawn {
                    reason_code: WithdrawnBecause::AwardWasRevoked,
                },
            ),
            (StreamKey::publicity(&ticket(1)), required()),
            (StreamKey::publicity(&ticket(2)), required()),
            (
                StreamKey::publicity(&ticket(3)),
                publicity::Event::PublicityCancelled {
                    decision: decision(1),
                },
            ),
        ]
    );
}

#[test]
fn awards_that_stand_are_left_alone() {
    given(files_opened())
        .when(&system(), close())
        .then_nothing_happens();
}

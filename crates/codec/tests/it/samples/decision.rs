//! A decision and the register that numbers it.

use super::{council::presentation, office::delegation};
use khen_domain::{
    DecisionId, DocumentKind, Event, NomineeKind, Role, StreamKey,
    decision::{
        Awardee, DecisionKind, DecisionSubject, Event as Decision, FormalError, InitialAspect,
        NumberSource, NumberVoidReason, RecallReason, SignatureKind, SignatureVoidReason,
        SigningAuthority,
    },
    number_register,
    stories_kit::{assignment, campaign, day, document, moment, nomination},
};

pub(crate) fn decision() -> DecisionId {
    DecisionId {
        campaign: campaign(),
        number: 1,
    }
}

/// One that is about the first.
pub(crate) fn later() -> DecisionId {
    DecisionId {
        number: 2,
        ..decision()
    }
}

#[expect(clippy::too_many_lines, reason = "a list: one sample per event")]
pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let all = [
        Decision::DecisionDrafted {
            decision: decision(),
            subject: DecisionSubject::Grant {
                presentation: presentation(),
            },
            awardees: vec![Awardee {
                nomination: nomination(7),
                kind: NomineeKind::Individual,
            }],
            recipients: vec!["Sở Nội vụ".into()],
            document: document(DocumentKind::Decision, 11),
        },
        Decision::DraftInitialled {
            aspect: InitialAspect::Content,
            sha256: "0b".repeat(32),
        },
        Decision::AwardDetailsConfirmed {
            nomination: nomination(7),
        },
        Decision::DecisionSigned {
            signature: SignatureKind::Wet,
            signer: assignment("pho-chu-tich", Role::DeputySignatory),
            authority: SigningAuthority::Kt,
            delegation: Some(delegation()),
            seen_by: assignment("vp-to-trinh", Role::ChairmanOffice),
            signed_at: moment("2024-12-26T16:00"),
            sha256: "0b".repeat(32),
            scan: document(DocumentKind::Decision, 12),
            collectives: 5,
            individuals: 9,
            unconfirmed: vec![nomination(7)],
        },
        Decision::NumberAssigned {
            number: 4512,
            symbol: "QĐ-UBND".into(),
            date: day("2024-12-27"),
            source: NumberSource::External,
            out_of_order: false,
        },
        Decision::NumberVoided {
            number: 4512,
            symbol: "QĐ-UBND".into(),
            date: day("2024-12-27"),
            reason_code: NumberVoidReason::NumberMistyped,
        },
        Decision::SignatureVoided {
            reason_code: SignatureVoidReason::NewsOfAwardee,
        },
        Decision::FormalCorrectionIssued {
            letter_no: "12/UBND-NV".into(),
            date: day("2025-01-06"),
            document: document(DocumentKind::Evidence, 13),
            corrects: FormalError::Abstract,
        },
        Decision::LaterDecisionIssued {
            decision: later(),
            kind: DecisionKind::Revoke,
            is_ended: true,
        },
        Decision::RecallConfirmed {
            recipient: "Sở Nội vụ".into(),
            confirmed_on: day("2024-12-30"),
        },
        Decision::OrganisationSigned {},
        Decision::DecisionIssued {
            issued_at: moment("2024-12-27T09:00"),
            kind: DecisionKind::Grant,
            cases: 14,
        },
        Decision::DecisionDispatched {
            recipients: vec!["Sở Nội vụ".into()],
        },
        Decision::ReceiptRecorded {
            recipient: "Sở Nội vụ".into(),
            received_on: day("2024-12-28"),
        },
        Decision::DocumentRecalled {
            recipient: "Sở Nội vụ".into(),
            reason_code: RecallReason::WrongCopy,
        },
        Decision::ResultNoticesSent {
            nominations: vec![nomination(7)],
        },
    ];
    let stream = StreamKey::decision(&decision());
    let given = number_register::Event::NumberGiven {
        number: 4512,
        date: day("2024-12-27"),
        decision: decision(),
        source: NumberSource::External,
    };
    let voided = number_register::Event::NumberVoided {
        number: 4512,
        decision: decision(),
        reason_code: NumberVoidReason::NumberMistyped,
    };
    let register = StreamKey::number_register("UBND huyện Ví Dụ", "QĐ-UBND", 2024);
    let all = all.into_iter().map(|event| (stream.clone(), event.into()));
    all.chain([given, voided].map(|event| (register.clone(), event.into())))
        .collect()
}

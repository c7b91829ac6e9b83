//! A decision and the register that numbers it.

use super::council::presentation;
use khen_domain::{
    DecisionId, DocumentKind, Event, NomineeKind, StreamKey,
    decision::{
        Awardee, Event as Decision, InitialAspect, NumberSource, RecallReason, SignatureKind,
    },
    number_register,
    stories_kit::{campaign, day, document, moment, nomination},
};

pub(crate) fn decision() -> DecisionId {
    DecisionId {
        campaign: campaign(),
        number: 1,
    }
}

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let all = [
        Decision::DecisionDrafted {
            decision: decision(),
            presentation: presentation(),
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
        },
        Decision::OrganisationSigned {},
        Decision::DecisionIssued {
            issued_at: moment("2024-12-27T09:00"),
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
    };
    let register = StreamKey::number_register("QĐ-UBND", 2024);
    let all = all.into_iter().map(|event| (stream.clone(), event.into()));
    all.chain([(register, given.into())]).collect()
}

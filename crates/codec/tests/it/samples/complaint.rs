//! Complaints, and what an upheld one opens again.

use super::office::sealed;
use khen_domain::{
    ComplaintId, DocumentKind, Event, FieldClass, SealOwner, StreamKey,
    complaint::{ComplaintKind, ComplaintOutcome, Event as Complaint},
    nomination::{Event as Nomination, Gate},
    stories_kit::{campaign, day, document, nomination},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    let complaint = ComplaintId {
        campaign: campaign(),
        number: 1,
    };
    let stream = StreamKey::complaint(&complaint);
    let reopened = Nomination::ReopenedByComplaint {
        complaint,
        gate_to: Gate::UnderReview,
    };
    let all = complaints().map(|event| (stream.clone(), event.into()));
    let reopened = (StreamKey::nomination(&nomination(1)), reopened.into());
    all.into_iter().chain([reopened]).collect()
}

fn complaints() -> [Complaint; 4] {
    [
        Complaint::ComplaintRegistered {
            campaign: campaign(),
            complaint_kind: ComplaintKind::Complaint,
            is_anonymous: false,
            subject: Some(nomination(1)),
            knew_on: day("2024-12-10"),
            text: sealed(FieldClass::FreeText, SealOwner::Stream),
            document: Some(document(DocumentKind::Evidence, 0x71)),
        },
        Complaint::ComplaintAccepted {},
        Complaint::ComplaintDecided {
            outcome: ComplaintOutcome::Upheld,
            number: "12/QĐ-UBND".into(),
            date: day("2024-12-20"),
            document: document(DocumentKind::Decision, 0x72),
        },
        Complaint::ComplaintWithdrawn {},
    ]
}

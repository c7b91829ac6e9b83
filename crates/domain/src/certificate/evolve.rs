//! What an event means.

use std::collections::BTreeMap;

use super::{Certificate, CertificateStage as Stage, Event, State};
use crate::Origin;

/// The state after this event. An event before the opening changes nothing.
#[must_use]
pub fn evolve(state: State, event: &Event, origin: &Origin) -> State {
    match (state, event) {
        (
            _,
            Event::CertificateOpened {
                decision,
                number,
                date,
                ..
            },
        ) => State::Open(Box::new(Certificate {
            decision: decision.clone(),
            number: *number,
            date: *date,
            stage: Stage::CertificateDue,
            signed_by: None,
            is_with_awardee: false,
            reissued: BTreeMap::new(),
            spoilt: BTreeMap::new(),
        })),
        (State::Open(mut certificate), event) => {
            after_opening(&mut certificate, event, origin);
            State::Open(certificate)
        }
        (
            State::Absent,
            Event::CertificatePrinted {}
            | Event::CertificateSigned {}
            | Event::CertificateSealed {}
            | Event::CertificateHandedOver { .. }
            | Event::CertificateReissued { .. }
            | Event::SpoiltStockRecorded { .. }
            | Event::CertificateCancelled { .. }
            | Event::CertificateRecoveryOpened { .. }
            | Event::CertificateRecovered {},
        ) => State::Absent,
    }
}

fn after_opening(certificate: &mut Certificate, event: &Event, origin: &Origin) {
    match event {
        Event::CertificatePrinted {} => certificate.stage = Stage::Printed,
        Event::CertificateSigned {} => {
            let actor = &origin.actor;
            let signer = actor.on_behalf_of.as_ref().unwrap_or(&actor.assignment);
            certificate.signed_by = Some(signer.clone());
            certificate.stage = Stage::CertificateSigned;
        }
        Event::CertificateSealed {} => certificate.stage = Stage::CertificateSealed,
        Event::CertificateHandedOver { .. } => {
            certificate.is_with_awardee = true;
            certificate.stage = Stage::HandedOver;
        }
        // The new sheet is signed and sealed, and has to be handed over.
        Event::CertificateReissued {
            scan, reason_code, ..
        } => {
            let scan = scan.sha256.clone();
            certificate.reissued.insert(scan, *reason_code);
            certificate.stage = Stage::CertificateSealed;
        }
        Event::SpoiltStockRecorded { minutes, sheets } => {
            certificate.spoilt.insert(minutes.sha256.clone(), *sheets);
        }
        Event::CertificateCancelled { .. } => certificate.stage = Stage::CertificateCancelled,
        Event::CertificateRecoveryOpened { .. } => certificate.stage = Stage::RecoveryDue,
        Event::CertificateRecovered {} => certificate.stage = Stage::CertificateRecovered,
        Event::CertificateOpened { .. } => {}
    }
}

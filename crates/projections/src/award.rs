//! Keeps `award_v1`.

use crate::{Fact, Projection, word::word};
use khen_domain::{
    Event,
    certificate::{self, CertificateStage},
    payout::{self, PayoutStage},
};
use khen_read_model::AwardRow;

/// Certificates and prizes, by their nominations.
pub struct Awards;

impl Projection for Awards {
    type Row = AwardRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let is_touched = matches!(fact.event, Event::Certificate(_) | Event::Payout(_));
        is_touched
            .then(|| fact.stream.key().to_owned())
            .into_iter()
            .collect()
    }

    fn evolve(key: &str, row: Option<AwardRow>, fact: &Fact) -> Option<AwardRow> {
        let mut row = row.or_else(|| opened(key, &fact.event))?;
        if let Event::Certificate(event) = &fact.event {
            certificate(&mut row, event, fact);
        }
        if let Event::Payout(event) = &fact.event {
            payout(&mut row, event, fact);
        }
        row.position = fact.position;
        Some(row)
    }
}

/// Certificate and payout are opened side by side; whichever comes first begins the row.
fn opened(key: &str, event: &Event) -> Option<AwardRow> {
    let (Event::Certificate(certificate::Event::CertificateOpened {
        nomination,
        decision,
        ..
    })
    | Event::Payout(payout::Event::PayoutOpened {
        nomination,
        decision,
        ..
    })) = event
    else {
        return None;
    };
    Some(AwardRow {
        award: key.to_owned(),
        campaign: nomination.campaign().to_string(),
        decision: decision.to_string(),
        register_number: None,
        certificate_date: None,
        certificate: None,
        handed_over_at: None,
        reissue_reason: None,
        prize: None,
        legal_regime: None,
        base_wage: None,
        coefficient_bp: None,
        amount: None,
        paid_at: None,
        recovered: 0,
        position: 0,
    })
}

fn certificate(row: &mut AwardRow, event: &certificate::Event, fact: &Fact) {
    use certificate::Event as E;

    let stage = match event {
        E::CertificateOpened { number, date, .. } => {
            row.register_number = Some(u64::from(*number));
            row.certificate_date = Some(*date);
            CertificateStage::CertificateDue
        }
        E::CertificatePrinted {} => CertificateStage::Printed,
        E::CertificateSigned {} => CertificateStage::CertificateSigned,
        E::CertificateSealed {} => CertificateStage::CertificateSealed,
        E::CertificateHandedOver { .. } => {
            row.handed_over_at = Some(fact.occurred_at.timestamp());
            CertificateStage::HandedOver
        }
        E::CertificateReissued { reason_code, .. } => {
            row.reissue_reason = Some(word(reason_code));
            CertificateStage::CertificateSealed
        }
        E::SpoiltStockRecorded { .. } => return,
        E::CertificateCancelled { .. } => CertificateStage::CertificateCancelled,
        E::CertificateRecoveryOpened { .. } => CertificateStage::RecoveryDue,
        E::CertificateRecovered {} => CertificateStage::CertificateRecovered,
    };
    row.certificate = Some(word(&stage));
}

fn payout(row: &mut AwardRow, event: &payout::Event, fact: &Fact) {
    use payout::Event as E;

    let stage = match event {
        E::PayoutOpened { legal_regime, .. } => {
            row.legal_regime = Some(legal_regime.to_string());
            PayoutStage::PrizeDue
        }
        E::PrizeComputed { prize, .. } => {
            row.base_wage = Some(prize.base_wage.0);
            row.coefficient_bp = Some(u64::from(prize.coefficient_bp));
            row.amount = Some(prize.amount.0);
            PayoutStage::Computed
        }
        E::PrizeCommitted { .. } => PayoutStage::Committed,
        E::PrizePaid { .. } => {
            row.paid_at = Some(fact.occurred_at.timestamp());
            PayoutStage::Paid
        }
        E::PrizeReturned { .. } => PayoutStage::Returned,
        E::PayoutCancelled { .. } => PayoutStage::PayoutCancelled,
        E::PrizeRecoveryOpened { .. } => PayoutStage::PrizeRecoveryDue,
        E::PrizeRecovered { amount, .. } => {
            row.recovered += amount.0;
            if row.amount.is_some_and(|amount| row.recovered < amount) {
                return;
            }
            PayoutStage::PrizeRecovered
        }
    };
    row.prize = Some(word(&stage));
}

//! A certificate waits to be printed, signed, sealed and handed over; a prize to be computed,
//! committed and paid.

use super::turn::{About, Turn};
use khen_domain::{CommandKind as Act, NominationId, Role, StreamKey, certificate, payout};

pub(super) fn about(stream: &StreamKey) -> Option<About> {
    let nomination = NominationId::parse(stream.key()).ok()?;
    Some(About {
        campaign: Some(nomination.campaign().to_string()),
        unit: None,
    })
}

pub(super) fn certificate(event: &certificate::Event) -> Turn {
    use certificate::Event as E;

    match event {
        E::CertificateOpened { .. } => Turn::any(Role::CampaignManager, Act::PrintCertificates),
        E::CertificatePrinted {} => Turn::any(Role::Chairman, Act::SignCertificates),
        E::CertificateSigned {} => Turn::any(Role::RecordsClerk, Act::SealCertificates),
        E::CertificateSealed {} | E::CertificateReissued { .. } => {
            Turn::any(Role::CampaignManager, Act::HandOverCertificate)
        }
        E::CertificateRecoveryOpened { .. } => {
            Turn::any(Role::CampaignManager, Act::RecordCertificateRecovered)
        }
        E::SpoiltStockRecorded { .. } => Turn::Keep,
        E::CertificateHandedOver { .. }
        | E::CertificateCancelled { .. }
        | E::CertificateRecovered {} => Turn::Done,
    }
}

/// The term of the payment runs from the issue, over all that finance does on the way. What comes
/// back in parts waits until somebody says that it is whole.
pub(super) fn payout(event: &payout::Event) -> Turn {
    use payout::Event as E;

    match event {
        E::PayoutOpened { .. } => Turn::any(Role::FinanceOfficer, Act::ComputePrizes),
        E::PrizeComputed { .. } => {
            Turn::any(Role::FinanceOfficer, Act::CommitFunds).on_the_same_clock()
        }
        E::PrizeCommitted { .. } => {
            Turn::any(Role::FinanceOfficer, Act::PayPrizes).on_the_same_clock()
        }
        E::PrizeRecoveryOpened { .. } => Turn::any(Role::FinanceOfficer, Act::RecordPrizeRecovered),
        E::PrizeRecovered { .. }
        | E::PrizePaid { .. }
        | E::PrizeReturned { .. }
        | E::PayoutCancelled { .. } => Turn::Done,
    }
}

//! What happened to a certificate.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DecisionId, Document, NominationId, Sealed, certificate::ReissueReason};

/// Events of a `certificate` stream: one per awardee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A certificate is due: the award is in the register (sổ đăng ký khen thưởng).
    CertificateOpened {
        /// The awardee.
        nomination: NominationId,
        /// The decision.
        decision: DecisionId,
        /// Its number in the register of awards, for ever.
        number: u32,
        /// The day of the entry, whose year is that of the register.
        date: Date,
    },
    /// Printed.
    CertificatePrinted {},
    /// The Chairman signed it.
    CertificateSigned {},
    /// Sealed.
    CertificateSealed {},
    /// Handed over (trao).
    CertificateHandedOver {
        /// Who took it for the awardee.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        presented_to: Option<Sealed>,
    },
    /// Issued again, under the same number.
    CertificateReissued {
        /// Why.
        reason_code: ReissueReason,
        /// The note in the register.
        note: Sealed,
        /// The scan of the new sheet.
        scan: Document,
    },
    /// Sheets were spoilt and destroyed.
    SpoiltStockRecorded {
        /// How many.
        sheets: u32,
        /// The minutes of the destruction.
        minutes: Document,
    },
    /// The award is revoked before anything was handed over: nothing more is printed.
    CertificateCancelled {
        /// The revoking decision.
        decision: DecisionId,
    },
    /// The award is revoked: the certificate is to be given back (thu hồi).
    CertificateRecoveryOpened {
        /// The revoking decision.
        decision: DecisionId,
    },
    /// It was given back.
    CertificateRecovered {},
}

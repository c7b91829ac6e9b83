//! Words of a certificate.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a certificate has come, in the order of the way.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CertificateStage {
    /// To be printed.
    CertificateDue,
    /// Đã in.
    Printed,
    /// Đã ký.
    CertificateSigned,
    /// Đã đóng dấu.
    CertificateSealed,
    /// Đã trao.
    HandedOver,
    /// The award was revoked before anything was handed over.
    CertificateCancelled,
    /// The award was revoked: it is to be given back (thu hồi).
    RecoveryDue,
    /// Given back.
    CertificateRecovered,
}

/// Why a certificate is issued again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReissueReason {
    /// Mất.
    SheetLost,
    /// Hỏng.
    Damaged,
    /// The certificate names the awardee otherwise than the decision does (E31).
    Misspelt,
    /// A later decision amends the award.
    AwardAmended,
}

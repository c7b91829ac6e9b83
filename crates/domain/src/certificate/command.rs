//! What may be asked of certificates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DelegationId, Document, NominationId, Sealed, certificate::ReissueReason};

/// Prints certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintCertificates {
    /// Whose.
    pub nominations: Vec<NominationId>,
}

/// Records that the Chairman or his delegate signed certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignCertificates {
    /// Under which delegation, where a delegate signs for the Chairman.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<DelegationId>,
    /// Whose.
    pub nominations: Vec<NominationId>,
}

/// Seals certificates (đóng dấu).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealCertificates {
    /// Whose.
    pub nominations: Vec<NominationId>,
}

/// Hands certificates over (trao).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverCertificate {
    /// One certificate or several.
    pub handovers: Vec<Handover>,
}

/// One certificate that is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// Whose certificate.
    pub nomination: NominationId,
    /// Who takes it in the place of an awardee who is retired, on leave or dead (E07).
    #[serde(default)]
    pub presented_to: Option<Sealed>,
}

/// Issues a certificate again, under its own number (E46). The new sheet is signed and sealed on
/// paper, as its scan shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReissueCertificate {
    /// Whose.
    pub nomination: NominationId,
    /// Why.
    pub reason_code: ReissueReason,
    /// The note in the register of awards.
    pub note: Sealed,
    /// The scan of the new sheet, uploaded before.
    pub scan: Document,
}

/// Records that blank or misprinted sheets were destroyed (E46).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordSpoiltStock {
    /// Whose certificate was being printed.
    pub nomination: NominationId,
    /// Sheets destroyed.
    pub sheets: u32,
    /// The minutes of the destruction, uploaded before.
    pub minutes: Document,
}

/// Records that a certificate of a revoked award was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordCertificateRecovered {
    /// Whose.
    pub nomination: NominationId,
}

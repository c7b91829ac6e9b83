//! Why a command on certificates is refused.

use crate::{NominationId, certificate::CertificateStage};

refusals! {
    /// Reasons around certificates, each with its facts.
    pub enum Refusal {
        /// No certificate is due: the decision is not issued, or its files are not open yet.
        #[error("no certificate is due for {nomination}")]
        Absent {
            /// The awardee.
            nomination: NominationId,
        } = "certificate_absent",
        /// Printed, signed, sealed, handed over, in this order.
        #[error("the certificate of {nomination} is {stage:?}, not {expected:?}")]
        OutOfOrder {
            /// The awardee.
            nomination: NominationId,
            /// How far it has come.
            stage: CertificateStage,
            /// How far it must have come.
            expected: CertificateStage,
        } = "certificate_out_of_order",
        /// Who signed does not seal (SD6).
        #[error("who signed the certificate of {nomination} may not seal it")]
        SealedBySigner {
            /// The awardee.
            nomination: NominationId,
        } = "certificate_sealed_by_signer",
        /// The paper is recorded already, with other content.
        #[error("that paper on the certificate of {nomination} is recorded with other content")]
        RecordedOtherwise {
            /// The awardee.
            nomination: NominationId,
        } = "certificate_recorded_otherwise",
        /// At least one sheet is destroyed.
        #[error("no sheet is named for {nomination}")]
        NoSheets {
            /// The awardee.
            nomination: NominationId,
        } = "no_spoilt_sheets",
        /// Only a certificate of a revoked award is recovered.
        #[error("the certificate of {nomination} is {stage:?}, nothing is to be recovered")]
        NothingToRecover {
            /// The awardee.
            nomination: NominationId,
            /// How far it has come.
            stage: CertificateStage,
        } = "no_certificate_to_recover",
    }
}

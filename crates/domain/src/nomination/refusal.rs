//! Why a command on a nomination is refused.

use crate::{NominationId, UnitId, nomination::Gate};

refusals! {
    /// Reasons against a command on a nomination, each with its facts.
    pub enum Refusal {
        /// There is no such nomination.
        #[error("there is no such nomination")]
        Absent {} = "nomination_absent",
        /// The unit is outside the scope of the plan (L1, plan II.2).
        #[error("{unit} is outside the scope of the plan")]
        OutOfScope {
            /// The unit.
            unit: UnitId,
        } = "out_of_scope",
        /// A nomination of this nominee lives, or was awarded (INV-08).
        #[error("{nomination} claims the nominee")]
        NomineeClaimed {
            /// The nomination that claims the nominee.
            nomination: NominationId,
        } = "nominee_claimed",
        /// The nominee works for another unit.
        #[error("the nominee does not work for {unit}")]
        NomineeElsewhere {
            /// The nominating unit.
            unit: UnitId,
        } = "nominee_elsewhere",
        /// A report is a PDF or a DOCX.
        #[error("a report cannot be of type {media_type}")]
        ReportType {
            /// The media type found.
            media_type: String,
        } = "report_type",
        /// No report is attached.
        #[error("{nomination} has no report")]
        ReportMissing {
            /// The nomination.
            nomination: NominationId,
        } = "report_missing",
        /// The dossier is out of the unit's hands: the report is fixed.
        #[error("{nomination} is out of the unit's hands")]
        OutOfHands {
            /// The nomination.
            nomination: NominationId,
            /// Where it stands.
            gate: Gate,
        } = "out_of_hands",
        /// The unit does not declare that nothing is pending against the nominee (step 5).
        #[error("the declaration for {nomination} is missing")]
        DeclarationMissing {
            /// The nomination.
            nomination: NominationId,
        } = "declaration_missing",
    }
}

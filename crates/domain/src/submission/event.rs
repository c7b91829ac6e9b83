//! What happened to a submission of a unit.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, Document, Moment, NominationId, SubmissionId, UnitSessionId,
    nomination::{IntakeReason, SupplementItem},
    submission::{Late, LateCause},
};

/// Events of a `submission` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The unit begins a submission.
    SubmissionOpened {
        /// The submission.
        submission: SubmissionId,
    },
    /// A shared part is attached; the last of its kind counts.
    PartAttached {
        /// Letter or extract.
        document: Document,
    },
    /// Whom the letter proposes, best first.
    ListSet {
        /// The meeting that the extract is taken from.
        session: UnitSessionId,
        /// The nominations.
        nominations: Vec<NominationId>,
    },
    /// Chair and secretary certify the extract (trích biên bản).
    MinutesExtractCertified {
        /// Hash of the extract.
        sha256: String,
        /// Who presided.
        chair: AssignmentId,
        /// Who kept the minutes.
        secretary: AssignmentId,
    },
    /// The head signs the letter (tờ trình).
    SubmissionLetterSigned {
        /// Hash of the letter.
        sha256: String,
    },
    /// Sent to Home Affairs.
    SubmissionSent {
        /// The nominations.
        nominations: Vec<NominationId>,
        /// Why it was accepted, where it came after the deadline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<Late>,
    },
    /// The unit asks to send after the deadline.
    LatePermissionRequested {
        /// Why it comes late.
        reason_code: LateCause,
    },
    /// It may be sent after the deadline (cho phép nộp quá hạn, INV-15).
    LatePermissionGranted {
        /// Assignment of who permits: the review head's, or the Chairman's where he approves.
        by: AssignmentId,
        /// Until when.
        until: Moment,
        /// Why it may come late.
        reason_code: LateCause,
    },
    /// Returned to the unit: a shared part is defective (trả hồ sơ).
    SubmissionReturned {
        /// What is wrong.
        items: Vec<SupplementItem>,
        /// The last day.
        due: Date,
    },
    /// Sent again after a return.
    SubmissionResubmitted {},
    /// Refused as a whole.
    SubmissionRefused {
        /// Why.
        reason_code: IntakeReason,
    },
    /// The unit took it back.
    SubmissionWithdrawn {},
    /// Received, with a receipt.
    SubmissionReceived {
        /// Number of the receipt.
        receipt_no: String,
    },
}

//! What may be asked of complaints: the complaint officer records what others wrote.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ComplaintId, Document, NominationId, Sealed,
    complaint::{ComplaintKind, ComplaintOutcome},
};

/// Registers what came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterComplaint {
    /// The next of the campaign.
    pub complaint: ComplaintId,
    /// What the law calls it.
    pub complaint_kind: ComplaintKind,
    /// Whether it bears no name: noted, and nothing more.
    pub is_anonymous: bool,
    /// The nomination that it is about, if it is about one.
    #[serde(default)]
    pub subject: Option<NominationId>,
    /// The day on which whoever writes came to know of it.
    pub knew_on: Date,
    /// In words.
    pub text: Sealed,
    /// The letter, uploaded before.
    #[serde(default)]
    pub document: Option<Document>,
}

/// Takes it up (thụ lý).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptComplaint {
    /// The complaint.
    pub complaint: ComplaintId,
}

/// Records how the competent person decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideComplaint {
    /// The complaint.
    pub complaint: ComplaintId,
    /// What the decision says.
    pub outcome: ComplaintOutcome,
    /// Number and symbol of the decision.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// The decision, uploaded before.
    pub document: Document,
}

/// Records that it was withdrawn by whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawComplaint {
    /// The complaint.
    pub complaint: ComplaintId,
}

/// Opens a rejected nomination again, as an upheld complaint asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenByComplaint {
    /// The nomination.
    pub nomination: NominationId,
    /// The complaint about it.
    pub complaint: ComplaintId,
}

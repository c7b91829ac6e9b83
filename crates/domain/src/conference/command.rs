//! What may be asked of a conference.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ConferenceId, DecisionId, Document, Moment};

/// Schedules the summation, or moves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleConference {
    /// The conference.
    pub conference: ConferenceId,
    /// The conference of the authority inside which it is held.
    pub within: String,
    /// When it begins.
    pub starts_at: Moment,
}

/// Records that the awards of issued decisions were presented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAwardCeremony {
    /// The conference.
    pub conference: ConferenceId,
    /// The decisions.
    pub decisions: Vec<DecisionId>,
}

/// Records the summation report (báo cáo tổng kết).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordSummationReport {
    /// The conference.
    pub conference: ConferenceId,
    /// The report, uploaded before.
    pub report: Document,
}

/// Closes the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseConference {
    /// The conference.
    pub conference: ConferenceId,
}

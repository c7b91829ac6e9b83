//! What the system does when a decision is issued.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::DecisionId;

/// Cases of a decision that one command opens or closes files for: each has several streams, and an
/// append takes up to 5,000.
pub const CASES_AT_ONCE: u32 = 1_000;

/// Opens certificate and prize of everybody whom an issued decision awards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenAwardFiles {
    /// The decision.
    pub decision: DecisionId,
    /// Place on the decision of the first case, from 0; [`CASES_AT_ONCE`] are opened from there on.
    #[serde(default)]
    pub from: u32,
}

/// Closes what is open for awards that an issued decision revokes, and opens their recovery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseRevokedAwards {
    /// The revoking decision.
    pub decision: DecisionId,
    /// Place on the decision of the first case, from 0; [`CASES_AT_ONCE`] are closed from there on.
    #[serde(default)]
    pub from: u32,
}

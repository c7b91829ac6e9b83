//! What the system does when a decision is issued.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::DecisionId;

/// Opens certificate and prize of everybody whom an issued decision awards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenAwardFiles {
    /// The decision.
    pub decision: DecisionId,
}

/// Closes what is open for awards that an issued decision revokes, and opens their recovery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseRevokedAwards {
    /// The revoking decision.
    pub decision: DecisionId,
}

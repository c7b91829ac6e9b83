//! Words of complaints.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the law calls it: each has a way and a term of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintKind {
    /// Khiếu nại: by somebody affected, within a term.
    Complaint,
    /// Tố cáo: of a breach of law, by anybody.
    Denunciation,
    /// Kiến nghị.
    Petition,
}

/// What a decision on it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintOutcome {
    /// Đúng: it is upheld.
    Upheld,
    /// Sai: it is dismissed.
    Dismissed,
}

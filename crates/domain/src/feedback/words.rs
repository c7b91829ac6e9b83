//! Words of feedback.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What feedback is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackTopic {
    /// Tiêu chuẩn.
    Criteria,
    /// Số lượng.
    Quota,
    /// Thời hạn.
    Deadline,
    /// Minh chứng.
    Evidence,
    /// Phần mềm.
    System,
    /// Khác.
    Other,
}

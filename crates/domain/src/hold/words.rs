//! Words of a hold.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why nobody is commended for the time being. Source: NĐ 98 art. 4; NĐ 152 art. 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoldGround {
    /// Đang xem xét kỷ luật.
    Discipline,
    /// Đang điều tra.
    Investigation,
    /// Đang thanh tra, kiểm tra, có dấu hiệu vi phạm.
    Inspection,
    /// Khiếu nại đã thụ lý.
    Complaint,
    /// Tố cáo đã thụ lý.
    Denunciation,
    /// Báo chí nêu có dấu hiệu tham nhũng, tiêu cực, đang xác minh.
    PressReport,
}

/// How a verification ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoldOutcome {
    /// What was said was not so.
    Unfounded,
    /// It was so: the criteria say what follows.
    Confirmed,
}

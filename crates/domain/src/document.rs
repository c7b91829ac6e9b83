//! Documents that an event names by the hash of their clear bytes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The part that a document plays (thành phần hồ sơ and the papers of the gates).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Kế hoạch.
    Plan,
    /// Tờ trình của đơn vị: dossier part 1.
    SubmissionLetter,
    /// Trích biên bản họp: dossier part 2.
    MinutesExtract,
    /// Báo cáo thành tích: dossier part 3.
    AchievementReport,
    /// Biên bản họp.
    Minutes,
    /// Minh chứng.
    Evidence,
    /// Tờ trình của Hội đồng.
    PresentationLetter,
    /// Quyết định.
    Decision,
    /// Giấy khen.
    Certificate,
    /// Báo cáo tổng kết.
    SummationReport,
}

impl DocumentKind {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::SubmissionLetter => "submission_letter",
            Self::MinutesExtract => "minutes_extract",
            Self::AchievementReport => "achievement_report",
            Self::Minutes => "minutes",
            Self::Evidence => "evidence",
            Self::PresentationLetter => "presentation_letter",
            Self::Decision => "decision",
            Self::Certificate => "certificate",
            Self::SummationReport => "summation_report",
        }
    }
}

/// A document: `{sha256, media_type, size, kind}` of the clear bytes.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// SHA-256 of the clear bytes, 64 lower-case hexadecimal digits.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// Media type found in the bytes.
    pub media_type: String,
    /// Clear bytes.
    pub size: u64,
    /// The part it plays.
    pub kind: DocumentKind,
}

/// A paper outside Khen that something rests on: number and date may be blank, as on the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceDocument {
    /// What it is, in words.
    pub title: String,
    /// Số, ký hiệu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<jiff::civil::Date>,
}

//! The content of facts.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Tasks done of tasks given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tasks {
    /// Done.
    pub done: u32,
    /// Given.
    pub total: u32,
}

impl Tasks {
    /// All done, and there were some.
    #[must_use]
    pub fn are_all_done(self) -> bool {
        self.total > 0 && self.done == self.total
    }
}

/// A unit's result of a year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitResult {
    /// Tasks of the yearly plan (QĐ 77).
    pub planned: Tasks,
    /// Of those, done on time.
    pub on_time: u32,
    /// Tasks committed to the Chairman.
    pub committed: Tasks,
    /// PAR Index score, basis points of its scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_bp: Option<u32>,
    /// The score of the year before, basis points of its scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_score_bp: Option<u32>,
    /// Scale of the score, for example `100`.
    pub scale: String,
    /// Scale of the score of the year before, where it was another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_scale: Option<String>,
}

impl UnitResult {
    /// Whether the score is strictly higher than the year before (C5, I5); a score that is missing
    /// or was taken by another scale is not.
    #[must_use]
    pub fn has_risen(&self) -> bool {
        let scores = self.score_bp.zip(self.prior_score_bp);
        self.has_one_scale() && scores.is_some_and(|(score, prior)| score > prior)
    }

    /// Whether the scores of both years were taken by one scale.
    #[must_use]
    pub fn has_one_scale(&self) -> bool {
        let prior = self.prior_scale.as_ref();
        prior.is_none_or(|prior| *prior == self.scale)
    }
}

/// A yearly rating.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// Không hoàn thành nhiệm vụ.
    NotCompleted,
    /// Hoàn thành nhiệm vụ.
    Completed,
    /// Hoàn thành tốt nhiệm vụ.
    CompletedWell,
    /// Hoàn thành xuất sắc nhiệm vụ.
    CompletedExcellently,
}

/// An award that somebody has had.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastAward {
    /// Which level gave it.
    pub level: AwardLevel,
    /// Hình thức khen thưởng, for example `Bằng khen`.
    pub form: String,
    /// Number of the decision.
    pub number: String,
    /// Its date.
    pub date: Date,
    /// Whether it was given for the same achievement.
    pub same_achievement: bool,
}

/// Which level gave an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AwardLevel {
    /// Cấp Nhà nước.
    State,
    /// Bộ, ngành.
    Ministry,
    /// Cấp tỉnh.
    Province,
    /// Cấp huyện.
    District,
    /// Cấp xã.
    Commune,
    /// Cơ quan, đơn vị.
    Unit,
}

/// The index (chỉ số cải cách hành chính) of an authority.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityIndex {
    /// Score, basis points of its scale.
    pub score_bp: u32,
    /// The score of the year before, basis points of its scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_score_bp: Option<u32>,
    /// Scale of both scores, for example `100`.
    pub scale: String,
}

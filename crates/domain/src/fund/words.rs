//! Words of the reward fund.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What becomes of a commitment after the end of the budget year. The law's answer is data of the
/// fund, not a rule of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AfterYearEnd {
    /// It is refused.
    #[default]
    YearClosed,
    /// It is recorded, and marked as late.
    LateMarked,
}

/// Why money came back into the fund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnedBecause {
    /// The awardee gave it back.
    Returned,
    /// It was recovered from a revoked award.
    Recovered,
}

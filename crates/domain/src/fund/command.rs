//! What may be asked of the reward fund.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DecisionId, Dong, SourceDocument, fund::AfterYearEnd};

/// Records money that came into the fund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreditFund {
    /// The budget year.
    pub year: i16,
    /// Which credit of the year, from 1.
    pub credit: u32,
    /// How much.
    pub amount: Dong,
    /// What becomes of commitments after the end of the year.
    pub after_year_end: AfterYearEnd,
    /// The paper that gives it.
    pub document: SourceDocument,
}

/// Sets money aside for the computed prizes of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitFunds {
    /// The decision.
    pub decision: DecisionId,
    /// The budget year of the fund.
    pub year: i16,
}

/// Records that the fund is short: the prizes of a decision wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordFundShortfall {
    /// The decision.
    pub decision: DecisionId,
    /// The budget year of the fund.
    pub year: i16,
}

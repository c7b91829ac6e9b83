//! What may be asked of prize money.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DecisionId, Dong, NominationId, payout::PrizeReturn};

/// Computes the prizes of an issued decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComputePrizes {
    /// The decision.
    pub decision: DecisionId,
}

/// Pays committed prizes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PayPrizes {
    /// Whose.
    pub nominations: Vec<NominationId>,
}

/// An awardee refuses the money or gives it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnPrize {
    /// Whose.
    pub nomination: NominationId,
    /// What for.
    pub reason_code: PrizeReturn,
}

/// Money of a revoked award comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPrizeRecovered {
    /// Whose.
    pub nomination: NominationId,
    /// Which instalment, from 1.
    pub instalment: u32,
    /// How much came back.
    pub amount: Dong,
}

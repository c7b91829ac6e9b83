//! What happened to the reward fund.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Dong, NominationId, SourceDocument,
    fund::{AfterYearEnd, ReturnedBecause},
};

/// Events of a `fund` stream: one per budget year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Money came in.
    FundCredited {
        /// The budget year.
        year: i16,
        /// Which credit of the year, from 1.
        credit: u32,
        /// How much.
        amount: Dong,
        /// What becomes of commitments after the end of the year.
        after_year_end: AfterYearEnd,
        /// The paper that gives it.
        document: SourceDocument,
    },
    /// Money is set aside for the prizes of a decision.
    FundsCommitted {
        /// The decision.
        decision: DecisionId,
        /// For how many prizes.
        prizes: u32,
        /// How much.
        amount: Dong,
        /// Whether the budget year was over.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_late: bool,
    },
    /// The fund is short (E44).
    FundShortfallRecorded {
        /// The decision whose prizes wait.
        decision: DecisionId,
        /// What they take.
        needed: Dong,
        /// What is there.
        available: Dong,
    },
    /// Prizes were paid.
    PrizesPaid {
        /// The decision.
        decision: DecisionId,
        /// How much.
        amount: Dong,
    },
    /// Money that was set aside is free again.
    CommitmentReleased {
        /// The decision.
        decision: DecisionId,
        /// How much.
        amount: Dong,
    },
    /// Money that was paid came back.
    MoneyReturned {
        /// Whose.
        nomination: NominationId,
        /// How much.
        amount: Dong,
        /// Why.
        reason_code: ReturnedBecause,
    },
}

//! Why a command on the reward fund is refused.

use jiff::civil::Date;

use crate::{DecisionId, Dong};

refusals! {
    /// Reasons around the reward fund, each with its facts.
    pub enum Refusal {
        /// What comes in is more than nothing.
        #[error("{amount} is no credit")]
        NoAmount {
            /// The amount named.
            amount: Dong,
        } = "credit_without_amount",
        /// Credits of a year are numbered in order.
        #[error("credit {credit} of {year} is not the next, which is {next}")]
        CreditOutOfOrder {
            /// The budget year.
            year: i16,
            /// The number named.
            credit: u32,
            /// The next.
            next: u32,
        } = "credit_out_of_order",
        /// The prizes are committed already, from the fund of another year.
        #[error("the prizes of {decision} are committed from the fund of {committed}")]
        CommittedOtherwise {
            /// The decision.
            decision: DecisionId,
            /// The year of the fund.
            committed: i16,
        } = "prizes_committed_otherwise",
        /// The number bears another amount.
        #[error("credit {credit} of {year} is {amount}")]
        CreditedOtherwise {
            /// The budget year.
            year: i16,
            /// The number.
            credit: u32,
            /// What it is.
            amount: Dong,
        } = "fund_credited_otherwise",
        /// Money is set aside for prizes that are computed.
        #[error("no prize of {decision} is computed")]
        NothingComputed {
            /// The decision.
            decision: DecisionId,
        } = "nothing_to_commit",
        /// The fund holds less (INV-33, E44).
        #[error("{decision} takes {needed}, there are {available}")]
        Short {
            /// The decision.
            decision: DecisionId,
            /// What its prizes take.
            needed: Dong,
            /// What may still be set aside.
            available: Dong,
        } = "fund_short",
        /// A shortfall is recorded where there is one.
        #[error("{decision} takes {needed}, there are {available}")]
        Sufficient {
            /// The decision.
            decision: DecisionId,
            /// What its prizes take.
            needed: Dong,
            /// What may still be set aside.
            available: Dong,
        } = "fund_sufficient",
        /// The budget year is over.
        #[error("the budget year {year} is over on {day}")]
        YearOver {
            /// The budget year.
            year: i16,
            /// The day.
            day: Date,
        } = "budget_year_over",
    }
}

//! What happened to prize money.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Dong, InstrumentId, NominationId, NomineeKind, Prize, payout::PrizeReturn,
};

/// Events of a `payout` stream: one per awardee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A prize is due.
    PayoutOpened {
        /// The awardee.
        nomination: NominationId,
        /// The decision.
        decision: DecisionId,
        /// For whom.
        kind: NomineeKind,
        /// The prize rules pinned in the case.
        legal_regime: InstrumentId,
        /// The day of the issue: its base wage counts, whatever comes later (E43).
        issued_on: Date,
    },
    /// Computed, with all that it follows from (INV-31).
    PrizeComputed {
        /// For whom.
        kind: NomineeKind,
        /// The prize rules.
        legal_regime: InstrumentId,
        /// The series of base wages.
        base_wage_series: InstrumentId,
        /// The day whose base wage counts.
        issued_on: Date,
        /// Base wage, coefficient, rounding, amount.
        prize: Prize,
    },
    /// Money of the fund is set aside for it.
    PrizeCommitted {
        /// The fund's year.
        year: i16,
    },
    /// Paid.
    PrizePaid {
        /// How much.
        amount: Dong,
    },
    /// The awardee gave it back, or did not take it; the certificate is not touched (E45).
    PrizeReturned {
        /// What for.
        reason_code: PrizeReturn,
    },
    /// The award is revoked before the prize was paid: nothing is paid any more.
    PayoutCancelled {
        /// The revoking decision.
        decision: DecisionId,
    },
    /// The award is revoked: the money is to be paid back (thu hồi).
    PrizeRecoveryOpened {
        /// The revoking decision.
        decision: DecisionId,
    },
    /// Money came back.
    PrizeRecovered {
        /// Which instalment, from 1.
        instalment: u32,
        /// How much.
        amount: Dong,
    },
}

//! Words of prize money.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a prize has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PayoutStage {
    /// To be computed.
    PrizeDue,
    /// Computed by the law.
    Computed,
    /// Money of the fund is set aside.
    Committed,
    /// Paid.
    Paid,
    /// The awardee gave it back, or never took it.
    Returned,
    /// The award was revoked before it was paid.
    PayoutCancelled,
    /// The award was revoked: it is to be paid back (thu hồi).
    PrizeRecoveryDue,
    /// Paid back in full.
    PrizeRecovered,
}

impl PayoutStage {
    /// Whether nothing more is to be done with the money.
    #[must_use]
    pub fn is_settled(self) -> bool {
        match self {
            Self::Paid | Self::Returned | Self::PayoutCancelled | Self::PrizeRecovered => true,
            Self::PrizeDue | Self::Computed | Self::Committed | Self::PrizeRecoveryDue => false,
        }
    }
}

/// What an awardee does with the money instead of keeping it (E45).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrizeReturn {
    /// Không nhận.
    MoneyRefused,
    /// Tặng lại quỹ.
    Donated,
}

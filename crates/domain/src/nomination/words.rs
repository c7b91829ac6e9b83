//! Words of a nomination: who is nominated, and reason codes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Sealed, UnitId};

/// How a nominee is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Nominee {
    /// A unit, by its identity, never by its current name.
    Collective {
        /// The unit.
        unit: UnitId,
    },
    /// A person.
    Individual {
        /// Họ và tên, as it will be printed.
        name: Sealed,
        /// Chức vụ, as it will be printed.
        title: Sealed,
    },
}

/// What a reviewer recommends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Đủ điều kiện.
    Pass,
    /// Không đủ điều kiện.
    Reject,
}

/// Why a unit did not endorse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitReason {
    /// Fewer votes than the rules ask for.
    BelowThreshold,
    /// A tie, which the rules count as not carried.
    Tie,
}

/// Why an endorsed nomination waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitReason {
    /// No slot is allocated.
    NoSlot,
    /// The group is not ranked yet.
    GroupUnranked,
    /// More were carried than there are slots, and the unit has not ranked them.
    UnitUnranked,
    /// Ranked behind the slots.
    RankedBehind,
}

/// Why a review rejects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewReason {
    /// A mandatory criterion is not met.
    CriterionNotMet,
    /// An exclusion applies.
    Excluded,
}

/// Why the Council did not approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CouncilReason {
    /// Fewer votes than the rules ask for.
    BelowThreshold,
    /// A tie that no chair could break.
    TieUnbroken,
    /// Too few members present.
    NoQuorum,
    /// Too few members who may vote on it.
    TooFewEligible,
}

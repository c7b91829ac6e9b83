//! Who may nominate, and who holds slots.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{GroupId, UnitId};

/// Who holds slots: a unit for individuals, a group (khối) for collectives, because a unit is its
/// own only collective.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SlotHolder {
    /// A unit.
    Unit(UnitId),
    /// A group of units.
    Group(GroupId),
}

impl fmt::Display for SlotHolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit(unit) => write!(f, "{unit}"),
            Self::Group(group) => write!(f, "{group}"),
        }
    }
}

/// Why a unit may or may not nominate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EligibilityReason {
    /// All conditions hold.
    Eligible,
    /// No result is recorded for the unit.
    NoResult,
    /// Not all tasks of the yearly plan are done (I1).
    PlannedTasksOpen,
    /// Not all committed tasks are done (C2).
    CommittedTasksOpen,
    /// The score did not rise (C5, I5).
    ScoreNotHigher,
    /// The unit is outside the scope of the plan (L1).
    OutOfScope,
}

/// One unit of the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// The unit.
    pub unit: UnitId,
    /// Whether it may nominate.
    pub is_eligible: bool,
    /// Why.
    pub reason_code: EligibilityReason,
}

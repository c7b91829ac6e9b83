//! Who may nominate, and who holds slots.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    FactStatus, GroupId, UnitId,
    fact::{RecordedResult, Tasks},
};

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
    /// What the facts said; missing without a result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<EligibilityFacts>,
}

/// The figures that the eligibility of a unit rests on (step 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EligibilityFacts {
    /// Tasks of the yearly plan (I1).
    pub planned: Tasks,
    /// Tasks committed to the Chairman (C2).
    pub committed: Tasks,
    /// The score, basis points of its scale (C5, I5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_bp: Option<u32>,
    /// The score of the year before, basis points of its scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_score_bp: Option<u32>,
    /// Whether these figures are final.
    pub status: FactStatus,
}

impl From<&RecordedResult> for EligibilityFacts {
    fn from(recorded: &RecordedResult) -> Self {
        Self {
            planned: recorded.result.planned,
            committed: recorded.result.committed,
            score_bp: recorded.result.score_bp,
            prior_score_bp: recorded.result.prior_score_bp,
            status: recorded.status,
        }
    }
}

//! Words of sending after the deadline.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, Moment};

/// Why a submission may come late. A closed list: free text could name people, and a submission has
/// no key of its own to seal it under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LateCause {
    /// The meeting had to be held again.
    MeetingRepeated,
    /// Whoever prepares or signs it was away or ill.
    Absence,
    /// A paper of another office came late.
    PaperOutstanding,
    /// Power, network or Khen itself was down at the unit.
    Outage,
    /// Storm, flood, epidemic at the unit.
    ForceMajeure,
}

/// A submission that was accepted after the deadline, and why: what a report on equal treatment
/// lists (E33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// The deadline that had passed.
    pub deadline: Moment,
    /// What let it in.
    pub basis: LateBasis,
}

/// What lets a submission in after the deadline (INV-15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LateBasis {
    /// A permission.
    Permission(LatePermission),
    /// Everybody on the list was promoted from the waitlist, with a time of its own.
    Promotion(PromotionTime),
}

/// Leave to send after the deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LatePermission {
    /// Assignment of who permitted.
    pub by: AssignmentId,
    /// Until when.
    pub until: Moment,
    /// Why.
    pub reason_code: LateCause,
}

/// The time of whoever was promoted from the waitlist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PromotionTime {
    /// The earliest of those on the list.
    pub due: Moment,
}

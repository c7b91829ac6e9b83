//! Words of a session.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::NominationId;

/// How the Council meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Thường trực Hội đồng.
    Standing,
}

/// A seat of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// Chủ tịch Hội đồng.
    Chair,
    /// Phó Chủ tịch Hội đồng.
    ViceChair,
    /// Phó Chủ tịch thường trực Hội đồng: the head of Home Affairs.
    StandingViceChair,
    /// Ủy viên.
    Member,
}

/// An open vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Tán thành.
    For,
    /// Không tán thành.
    Against,
    /// Ý kiến khác.
    Abstain,
}

/// A vote that differs on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The item.
    pub nomination: NominationId,
    /// The vote on it.
    pub choice: Choice,
}

/// Why a member takes no part in an item (SD4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecusalGround {
    /// The member is the nominee, or a relative. Which of the two stays unsaid: a member is named, and
    /// would be tied to the nominee for ever (INV-36).
    PersonallyInvolved,
    /// The nominee is the collective of the member's own unit.
    OwnCollective,
    /// The member directly manages the nominee.
    DirectlyManages,
}

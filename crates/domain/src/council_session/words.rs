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
    /// Toàn thể Hội đồng.
    Full,
    /// Lấy ý kiến bằng văn bản: a form to every member of the full Council.
    Written,
}

/// How a motion is voted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BallotForm {
    /// Biểu quyết: everybody sees who votes how.
    #[default]
    Open,
    /// Bỏ phiếu kín, on paper: only its figures are recorded (INV-21).
    Secret,
}

impl BallotForm {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks by reference whether to leave a member out"
    )]
    pub(crate) fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

/// Where the figures of a secret ballot come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TallySource {
    /// Counted by hand from paper.
    Paper,
}

/// What a reader of an outcome must know beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemFlag {
    /// The chair took no part in it: a vice-chair presides (SD5).
    ChairRecused,
    /// A secret ballot of one voice reveals how everybody voted (4.8).
    UnanimousSecret,
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

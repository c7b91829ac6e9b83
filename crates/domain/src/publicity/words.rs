//! Words of publicity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where something is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Đài truyền thanh – truyền hình.
    Radio,
    /// Trang thông tin điện tử.
    Website,
    /// Hệ thống loa cơ sở.
    Loudspeaker,
    /// Báo.
    Newspaper,
}

/// How far a ticket of publicity has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublicityStage {
    /// Planned.
    Planned,
    /// Broadcast, or published as a story.
    Published,
    /// Taken back.
    StoryTakenBack,
    /// Given up before it was published: the award it was about is revoked.
    PublicityCancelled,
}

/// Why a story is withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawnBecause {
    /// The subject asks for it.
    SubjectAsks,
    /// Something in it is wrong.
    ContentMistaken,
    /// The award is revoked (E47).
    AwardWasRevoked,
}

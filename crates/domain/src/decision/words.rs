//! Words of a decision.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an initial answers for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InitialAspect {
    /// Nội dung: the head of the drafting office.
    Content,
    /// Thể thức: the Office.
    Form,
}

/// How a decision was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignatureKind {
    /// On paper, recorded with its scan.
    Wet,
}

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NumberSource {
    /// The document system's.
    External,
}

/// Why a document is called back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecallReason {
    /// It went to a wrong recipient.
    WrongRecipient,
    /// What was sent is not what was issued.
    WrongCopy,
}

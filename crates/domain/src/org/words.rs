//! Closed words of the directory.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// In which form a delegate signs (quyền hạn ký).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DelegationForm {
    /// Ký thay (KT.): a deputy for the head.
    Kt,
    /// Thừa ủy quyền (TUQ.): whom the head empowered in writing.
    Tuq,
}

/// What may be delegated.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DelegatedAct {
    /// Signing decisions.
    SignDecision,
    /// Deciding on presentations.
    DecidePresentation,
    /// Signing certificates.
    SignCertificates,
}

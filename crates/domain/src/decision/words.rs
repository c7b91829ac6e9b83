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

/// Whose number it is. One series has one source (4.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NumberSource {
    /// The document system's: the records clerk enters it.
    External,
    /// Khen's own series: dense, from 01 each year.
    Khen,
}

/// Why a number is voided before the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NumberVoidReason {
    /// The number was typed wrongly (E28).
    NumberMistyped,
    /// The date was typed wrongly.
    DateMistyped,
    /// The signature that it numbered is voided.
    SignatureVoided,
}

/// Why a signature is voided before the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignatureVoidReason {
    /// Something about an awardee became known.
    NewsOfAwardee,
    /// The content is wrong.
    ContentWrong,
    /// The decision was signed by mistake.
    SignedByMistake,
}

/// In whose authority a signature stands (quyền hạn ký).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningAuthority {
    /// The Chairman's own.
    OwnOffice,
    /// Ký thay (KT.): a deputy for the head.
    Kt,
    /// Thừa ủy quyền (TUQ.): by a written delegation.
    Tuq,
}

/// Why an award is revoked. Source: Law on Emulation and Commendation 2022, art. 93.2, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RevocationGround {
    /// Point a: the achievement was declared dishonestly.
    DishonestDeclaration,
    /// Point b: false information or a forged dossier.
    FalseInformationOrForgedDossier,
    /// Point c: appraised, reviewed or proposed contrary to the law.
    ProcedureViolated,
    /// Point d: a conclusion or judgment shows a violation within the period of achievement.
    ViolationConcluded,
}

/// What a letter of formal correction (công văn đính chính) corrects: form, never content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FormalError {
    /// A typing error in the abstract (trích yếu).
    Abstract,
    /// The layout (thể thức, kỹ thuật trình bày).
    Layout,
    /// The place in the heading (địa danh).
    HeadingPlace,
}

/// What a decision does to awards.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// Tặng giấy khen.
    Grant,
    /// Tặng bổ sung, within the quota.
    SupplementaryGrant,
    /// Sửa đổi: who was named wrongly is named rightly.
    Amend,
    /// Thay thế: the whole decision is made anew.
    Replace,
    /// Hủy bỏ.
    Revoke,
}

impl DecisionKind {
    /// Whether cases are awarded by it.
    #[must_use]
    pub fn grants(self) -> bool {
        match self {
            Self::Grant | Self::SupplementaryGrant => true,
            Self::Amend | Self::Replace | Self::Revoke => false,
        }
    }

    /// Whether awards end by it.
    #[must_use]
    pub fn revokes(self) -> bool {
        match self {
            Self::Revoke => true,
            Self::Grant | Self::SupplementaryGrant | Self::Amend | Self::Replace => false,
        }
    }

    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::SupplementaryGrant => "supplementary_grant",
            Self::Amend => "amend",
            Self::Replace => "replace",
            Self::Revoke => "revoke",
        }
    }
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

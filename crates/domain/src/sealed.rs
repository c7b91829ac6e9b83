//! Personal values as the domain knows them: not at all.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of personal value it is; part of what the seal binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldClass {
    /// Họ và tên.
    PersonName,
    /// Position or title of a person as it will be printed (chức vụ).
    PersonTitle,
    /// Free text about a case: reasons, notes.
    FreeText,
}

/// How a reader finds the owner of a sealed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SealOwner {
    /// The owner is the stream that the event stands in.
    Stream,
    /// The owner is the person behind the `nominee_ref` of the case.
    Nominee,
}

/// A personal value under its owner's key. Rules carry it along and never look inside.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Nonce, ciphertext and tag in base64.
    #[serde(rename = "box")]
    pub sealed: String,
    /// Kind of value.
    pub class: FieldClass,
    /// Random value id, 32 hexadecimal digits.
    pub id: String,
    /// Whose key it is.
    pub owner: SealOwner,
}

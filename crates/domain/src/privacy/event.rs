//! What happened to the sealing key of an owner. No personal data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Events of a `privacy` stream: one per owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The owner has a key.
    SealingKeyCreated {
        /// SHA-256 of the key, hexadecimal.
        key_sha256: String,
    },
    /// The owner's key is destroyed: every value under it is unreadable for ever.
    PersonalDataShredded {
        /// The legal ground, in words.
        ground: String,
    },
}

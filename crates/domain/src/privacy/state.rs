//! What a later decision needs to know of an owner's key.

use serde::Serialize;

/// The situation of an owner's sealing key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// No append has recorded a key of this owner.
    #[default]
    Absent,
    /// The owner has a key.
    KeyHeld,
    /// The key is destroyed.
    Shredded,
}

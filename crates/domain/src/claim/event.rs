//! Who claimed a nominee last.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::NominationId;

/// Events of a `claim` stream: one per campaign and nominee. A claim is never freed; drafting reads
/// the nomination that it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A nomination claims the nominee.
    NomineeClaimed {
        /// The nomination.
        nomination: NominationId,
    },
}

//! Human-readable codes, in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Events of a `codes` stream: one per series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The next serial of the series is given.
    CodeGiven {
        /// From 1, dense.
        serial: u32,
    },
}

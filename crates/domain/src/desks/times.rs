//! How long the desks of a campaign have.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::campaign::{GateRules, Terms};

/// What the rules of a campaign say of deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Times {
    /// Working days that each desk has.
    pub terms: Terms,
    /// Working days between the agenda and the session.
    pub agenda_days: u32,
}

impl From<&GateRules> for Times {
    fn from(rules: &GateRules) -> Self {
        Self {
            terms: rules.terms.clone(),
            agenda_days: rules.agenda_days,
        }
    }
}

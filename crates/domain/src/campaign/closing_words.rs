//! Words of the end of a campaign.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::NominationId;

/// Why a certificate is not in the awardee's hands when the campaign is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotHandedOver {
    /// The awardee has not come for it.
    NotCollected,
    /// The awardee cannot be reached.
    NotReached,
    /// The awardee does not take it.
    CertificateRefused,
}

/// One certificate that stays with the authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// Whose.
    pub nomination: NominationId,
    /// Why.
    pub reason_code: NotHandedOver,
}

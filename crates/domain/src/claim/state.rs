//! What a later decision needs to know of a claim.

use serde::Serialize;

use crate::NominationId;

/// Whether a nominee has ever been nominated in the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has claimed the nominee.
    #[default]
    Unclaimed,
    /// This nomination claimed the nominee last; whether it still stands is for it to say.
    Claimed(NominationId),
}

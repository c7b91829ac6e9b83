//! What a later decision needs to know of a claim.

use crate::NominationId;

/// Whether a nominee has ever been nominated in the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// Nobody has claimed the nominee.
    #[default]
    Unclaimed,
    /// This nomination claimed the nominee last; whether it still stands is for it to say.
    Claimed(NominationId),
}

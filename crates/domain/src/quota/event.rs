//! What happened to the quota of a campaign.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    NominationId, NomineeKind, SourceDocument,
    quota::{Eligibility, SlotHolder},
};

/// Events of a `quota` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The quota is set (số lượng khen thưởng, plan III.1.b).
    QuotaSet {
        /// Tập thể.
        collective: u32,
        /// Cá nhân.
        individual: u32,
    },
    /// The plan gives another number of places (thay đổi số lượng khen thưởng).
    QuotaChanged {
        /// Number of the change, from 1.
        change: u32,
        /// Tập thể.
        collective: u32,
        /// Cá nhân.
        individual: u32,
        /// Why; names nobody.
        reason: String,
        /// The act that changes it.
        document: SourceDocument,
    },
    /// A place that a signature used up is there again, after the award was revoked.
    QuotaRestored {
        /// Of this kind.
        kind: NomineeKind,
        /// Whose it was.
        nomination: NominationId,
        /// The act that restores it.
        document: SourceDocument,
    },
    /// Home Affairs ranks the cases of a kind for the Council.
    CouncilRanked {
        /// For whom.
        kind: NomineeKind,
        /// Best first.
        ranking: Vec<NominationId>,
    },
    /// Which units may nominate, each with its reason (plan V.1).
    EligibleUnitsDetermined {
        /// For whom.
        kind: NomineeKind,
        /// Every unit considered.
        units: Vec<Eligibility>,
    },
    /// Slots are given to a unit or a group (phân bổ số lượng, plan V.1).
    QuotaAllocated {
        /// For whom.
        kind: NomineeKind,
        /// To whom.
        to: SlotHolder,
        /// How many, in all from now on.
        slots: u32,
        /// Why.
        reason: String,
    },
    /// Slots move between holders and the reserve (phân bổ lại).
    QuotaReallocated {
        /// Number of the move for this kind, from 1.
        reallocation: u32,
        /// For whom.
        kind: NomineeKind,
        /// From whom; missing for the reserve.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<SlotHolder>,
        /// To whom; missing for the reserve.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<SlotHolder>,
        /// How many move.
        slots: u32,
        /// Why.
        reason: String,
    },
    /// A place is held by the Chairman's approval.
    PlaceApproved {
        /// Of this kind.
        kind: NomineeKind,
        /// For this case.
        nomination: NominationId,
        /// Places of the quota.
        limit: u32,
        /// Places approved or consumed before.
        used_before: u32,
    },
    /// A place is free again.
    PlaceReleased {
        /// Of this kind.
        kind: NomineeKind,
        /// Whose it was.
        nomination: NominationId,
        /// Why.
        reason_code: ReleasedBecause,
    },
    /// A place is used up by a signature.
    PlaceConsumed {
        /// Of this kind.
        kind: NomineeKind,
        /// By this case.
        nomination: NominationId,
        /// Places of the quota.
        limit: u32,
        /// Places consumed before.
        used_before: u32,
    },
    /// The signature that used up a place is voided: the approval holds the place again (INV-24).
    ConsumptionVoided {
        /// Of this kind.
        kind: NomineeKind,
        /// Whose it is.
        nomination: NominationId,
    },
}

/// Why a place is free again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReleasedBecause {
    /// The Chairman withdrew the approval.
    ApprovalWithdrawn,
    /// The unit withdrew the nomination.
    Withdrawn,
    /// The nominee declined the honour.
    HonourDeclined,
    /// Another nomination took its place.
    Superseded,
    /// The decision that used it up is replaced; the replacing one uses it up anew.
    DecisionReplaced,
    /// The nomination lapsed.
    Lapsed,
}

//! What happened to the quota of a campaign.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    NominationId, NomineeKind,
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
    /// A place is held by the Chairman's approval.
    PlaceApproved {
        /// Of this kind.
        kind: NomineeKind,
        /// For this case.
        nomination: NominationId,
    },
    /// A place is used up by a signature.
    PlaceConsumed {
        /// Of this kind.
        kind: NomineeKind,
        /// By this case.
        nomination: NominationId,
    },
}

//! What may be asked of the quota.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CampaignId, NominationId, NomineeKind, SourceDocument, UnitId, quota::SlotHolder};

/// Sets the quota of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetQuota {
    /// The campaign.
    pub campaign: CampaignId,
    /// Tập thể.
    pub collective: u32,
    /// Cá nhân.
    pub individual: u32,
}

/// Determines which of these units may nominate; the facts decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DetermineEligibleUnits {
    /// The campaign.
    pub campaign: CampaignId,
    /// For whom.
    pub kind: NomineeKind,
    /// The units considered.
    pub units: Vec<UnitId>,
}

/// One line of an allocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allocation {
    /// To whom.
    pub to: SlotHolder,
    /// How many, in all from now on.
    pub slots: u32,
}

/// Allocates the quota to units and groups; what is not named stays in reserve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllocateQuota {
    /// The campaign.
    pub campaign: CampaignId,
    /// For whom.
    pub kind: NomineeKind,
    /// The allocations.
    pub allocations: Vec<Allocation>,
    /// Why.
    pub reason: String,
}

/// One holder's slots after a change of the quota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedAllocation {
    /// For whom.
    pub kind: NomineeKind,
    /// To whom.
    pub to: SlotHolder,
    /// How many, in all from now on.
    pub slots: u32,
}

/// Changes the quota after the launch, with the allocations that follow. Whom the slots or places no
/// longer carry waits, by the recorded rankings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeQuota {
    /// The campaign.
    pub campaign: CampaignId,
    /// Number of the change, from 1: the same change may be meant twice.
    pub change: u32,
    /// Tập thể.
    pub collective: u32,
    /// Cá nhân.
    pub individual: u32,
    /// The allocations that change; the others stay.
    #[serde(default)]
    pub allocations: Vec<ChangedAllocation>,
    /// Why; names nobody.
    pub reason: String,
    /// The act that changes it.
    pub document: SourceDocument,
}

/// Gives back the place that a revoked award had used up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestoreQuota {
    /// The nomination whose award was revoked.
    pub nomination: NominationId,
    /// The act that restores it.
    pub document: SourceDocument,
}

/// Moves slots from one holder to another, from the reserve, or back to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReallocateQuota {
    /// The campaign.
    pub campaign: CampaignId,
    /// For whom.
    pub kind: NomineeKind,
    /// Number of the move for this kind, from 1: the same move may be meant twice.
    pub reallocation: u32,
    /// From whom; missing for the reserve.
    #[serde(default)]
    pub from: Option<SlotHolder>,
    /// To whom; missing for the reserve.
    #[serde(default)]
    pub to: Option<SlotHolder>,
    /// How many move.
    pub slots: u32,
    /// Why.
    pub reason: String,
}

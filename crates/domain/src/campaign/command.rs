//! What may be asked of a campaign.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, Moment,
    campaign::{Criterion, GateRules, Plan},
};

/// Registers the signed plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterPlan {
    /// The campaign.
    pub campaign: CampaignId,
    /// The plan.
    pub plan: Box<Plan>,
}

/// Puts the criteria of the plan in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveCriteria {
    /// The campaign.
    pub campaign: CampaignId,
    /// The criteria.
    pub criteria: Vec<Criterion>,
}

/// Fixes the rules of the gates, before the launch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetGateRules {
    /// The campaign.
    pub campaign: CampaignId,
    /// The rules.
    pub rules: GateRules,
}

/// Launches the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaunchCampaign {
    /// The campaign.
    pub campaign: CampaignId,
    /// The day of the launch.
    pub date: Date,
}

/// Announces when dossiers must be in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnounceDeadline {
    /// The campaign.
    pub campaign: CampaignId,
    /// The deadline.
    pub due: Moment,
}

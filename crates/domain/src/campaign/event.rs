//! What happened to a campaign.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    CampaignId, Moment,
    campaign::{Criterion, GateRules, Plan},
};

/// Events of a `campaign` stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The plan is registered (kế hoạch).
    PlanRegistered {
        /// The campaign.
        campaign: CampaignId,
        /// The plan, as it was written.
        plan: Box<Plan>,
    },
    /// A version of the criteria is in force (tiêu chuẩn).
    CriteriaVersionPublished {
        /// From 1.
        version: u32,
        /// The criteria.
        criteria: Vec<Criterion>,
    },
    /// The rules of the gates are fixed.
    GateRulesSet {
        /// The rules.
        rules: GateRules,
    },
    /// The campaign is launched (phát động).
    CampaignLaunched {
        /// The day of the launch.
        date: Date,
    },
    /// The day by which dossiers must be in.
    DeadlineAnnounced {
        /// The deadline.
        due: Moment,
    },
}

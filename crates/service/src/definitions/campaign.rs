//! The definition of a campaign.

mod commands;
mod faults;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::Kind;
use khen_domain::{
    CampaignId,
    campaign::{Criterion, GateRules, Plan},
};

/// A campaign: its plan, criteria, quota and the rules of its gates.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Campaign {
    /// Always `campaign`.
    #[serde(rename = "kind")]
    #[schemars(extend("const" = "campaign"))]
    _kind: Kind,
    /// Its id, for example `HQ-CCHC-2024`.
    pub(crate) campaign: CampaignId,
    /// Its quota.
    pub(crate) quota: Quota,
    /// The plan, in its own words.
    #[schemars(with = "Plan")]
    pub(crate) plan: Spanned<Box<Plan>>,
    /// The criteria, in the plan's order.
    #[schemars(with = "Vec<Criterion>")]
    pub(crate) criteria: Vec<Spanned<Criterion>>,
    /// The rules of its gates.
    #[schemars(with = "GateRules")]
    pub(crate) rules: Spanned<GateRules>,
}

/// The quota of a campaign (số lượng khen thưởng).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quota {
    /// The words of the plan: for whoever reads the definition beside the plan.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "no command carries it; the plan's test reads it")
    )]
    pub(crate) text: String,
    /// Tập thể.
    pub(crate) collective: u32,
    /// Cá nhân.
    pub(crate) individual: u32,
}

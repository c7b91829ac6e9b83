//! The definition of a campaign.

mod commands;
mod faults;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Kind, source::Lines};
use khen_domain::{
    CampaignId, NomineeKind,
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
    #[schemars(with = "Quota")]
    pub(crate) quota: Spanned<Quota>,
    /// The plan, in its own words.
    #[schemars(with = "Plan")]
    pub(crate) plan: Spanned<Box<Plan>>,
    /// The criteria, in the plan's order.
    #[schemars(with = "Vec<Criterion>")]
    pub(crate) criteria: Vec<Spanned<Criterion>>,
    /// The rules of its gates.
    #[schemars(with = "GateRules")]
    pub(crate) rules: Spanned<GateRules>,
    /// Where its lines begin.
    #[serde(skip)]
    pub(super) lines: Lines,
}

/// The quota of a campaign (số lượng khen thưởng).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quota {
    /// The words of the plan; they say the numbers too.
    pub(crate) text: String,
    /// Tập thể.
    pub(crate) collective: u32,
    /// Cá nhân.
    pub(crate) individual: u32,
}

impl Campaign {
    /// The criteria for a kind of nominee, in the plan's order.
    pub(crate) fn criteria_of(&self, kind: NomineeKind) -> impl Iterator<Item = &Criterion> {
        let criteria = self.criteria.iter().map(Spanned::get_ref);
        criteria.filter(move |criterion| criterion.kind == kind)
    }
}

//! What a campaign asks of the desk, in order.

use serde_json::{Value, json};
use toml::Spanned;

use super::Campaign;
use crate::definitions::{Acting, PlannedCommand, planned::Entry};
use khen_domain::{
    CommandKind,
    campaign::{ApproveCriteria, RegisterPlan, SetGateRules},
    quota::SetQuota,
};

impl Campaign {
    /// Plan, criteria, rules and quota, by a campaign manager. The launch is a person's own act.
    pub(crate) fn commands(&self, manager: &Acting) -> Vec<PlannedCommand> {
        let campaign = &self.campaign;
        let plan = RegisterPlan {
            campaign: campaign.clone(),
            plan: self.plan.get_ref().clone(),
        };
        let criteria = ApproveCriteria {
            campaign: campaign.clone(),
            criteria: self
                .criteria
                .iter()
                .map(|one| one.get_ref().clone())
                .collect(),
        };
        let rules = SetGateRules {
            campaign: campaign.clone(),
            rules: self.rules.get_ref().clone(),
        };
        let quota = self.quota.get_ref();
        let quota = SetQuota {
            campaign: campaign.clone(),
            collective: quota.collective,
            individual: quota.individual,
        };
        // The criteria stand from their first on.
        let criteria_span = self.criteria.first().map_or(0..0, Spanned::span);
        let plan_span = self.plan.span();
        let rules_span = self.rules.span();
        let quota_span = self.quota.span();
        let planned = |kind, content: Value, part, span| {
            let path = format!("campaign/{campaign}/{part}");
            let place = self.lines.place(span);
            let entry = Entry { path: &path, place };
            PlannedCommand::new(kind, &content, entry, manager.clone())
        };
        vec![
            planned(CommandKind::RegisterPlan, json!(plan), "plan", plan_span),
            planned(
                CommandKind::ApproveCriteria,
                json!(criteria),
                "criteria",
                criteria_span,
            ),
            planned(CommandKind::SetGateRules, json!(rules), "rules", rules_span),
            planned(CommandKind::SetQuota, json!(quota), "quota", quota_span),
        ]
    }
}

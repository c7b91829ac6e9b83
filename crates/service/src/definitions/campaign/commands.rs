//! What a campaign asks of the desk, in order.

use serde::Serialize;

use super::Campaign;
use crate::definitions::{Acting, PlannedCommand};
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
        let quota = SetQuota {
            campaign: campaign.clone(),
            collective: self.quota.collective,
            individual: self.quota.individual,
        };
        vec![
            self.planned(CommandKind::RegisterPlan, &plan, "plan", manager),
            self.planned(CommandKind::ApproveCriteria, &criteria, "criteria", manager),
            self.planned(CommandKind::SetGateRules, &rules, "rules", manager),
            self.planned(CommandKind::SetQuota, &quota, "quota", manager),
        ]
    }

    fn planned(
        &self,
        kind: CommandKind,
        content: &impl Serialize,
        part: &str,
        manager: &Acting,
    ) -> PlannedCommand {
        let path = format!("campaign/{}/{part}", self.campaign);
        PlannedCommand::new(kind, content, &path, manager.clone())
    }
}

//! Keeps `campaign_v1`.

use crate::{Fact, Projection};
use khen_domain::{Event, campaign, desks::Times};
use khen_read_model::CampaignRow;

/// Campaigns, by their ids.
pub struct Campaigns;

impl Projection for Campaigns {
    type Row = CampaignRow;

    fn keys(fact: &Fact) -> Vec<String> {
        let Event::Campaign(_) = &fact.event else {
            return Vec::new();
        };
        vec![fact.stream.key().to_owned()]
    }

    fn evolve(key: &str, row: Option<CampaignRow>, fact: &Fact) -> Option<CampaignRow> {
        let Event::Campaign(event) = &fact.event else {
            return row;
        };
        let mut row = match event {
            campaign::Event::PlanRegistered { plan, .. } => {
                row.unwrap_or_else(|| registered(key, plan))
            }
            campaign::Event::CriteriaVersionPublished { .. }
            | campaign::Event::GateRulesSet { .. }
            | campaign::Event::CampaignLaunched { .. }
            | campaign::Event::DeadlineAnnounced { .. }
            | campaign::Event::DeadlineExtended { .. }
            | campaign::Event::PlanAmended { .. }
            | campaign::Event::CriterionInterpreted { .. }
            | campaign::Event::RolloutConfirmed { .. }
            | campaign::Event::ReminderRecorded { .. }
            | campaign::Event::InspectionRecorded { .. }
            | campaign::Event::SelectionClosed {}
            | campaign::Event::CampaignTransferred { .. }
            | campaign::Event::CampaignClosedByReorganisation { .. }
            | campaign::Event::CampaignClosed { .. }
            | campaign::Event::ArchiveTransferred { .. } => row?,
        };
        match event {
            campaign::Event::PlanRegistered { plan, .. }
            | campaign::Event::PlanAmended { plan, .. } => {
                row.title.clone_from(&plan.title);
                row.year = i64::from(plan.year);
            }
            campaign::Event::CriteriaVersionPublished { version, .. } => {
                row.criteria_version = u64::from(*version);
            }
            campaign::Event::GateRulesSet { rules } => row.times = Some(times(rules)),
            campaign::Event::CriterionInterpreted { .. }
            | campaign::Event::RolloutConfirmed { .. }
            | campaign::Event::ReminderRecorded { .. }
            | campaign::Event::InspectionRecorded { .. }
            | campaign::Event::SelectionClosed {}
            | campaign::Event::CampaignTransferred { .. }
            | campaign::Event::CampaignClosedByReorganisation { .. }
            | campaign::Event::CampaignClosed { .. }
            | campaign::Event::ArchiveTransferred { .. } => {}
            campaign::Event::CampaignLaunched { date } => row.launched_on = Some(*date),
            campaign::Event::DeadlineAnnounced { due }
            | campaign::Event::DeadlineExtended { due, .. } => row.due = Some(due.timestamp()),
        }
        row.position = fact.position;
        Some(row)
    }
}

fn registered(key: &str, plan: &campaign::Plan) -> CampaignRow {
    CampaignRow {
        campaign: key.to_owned(),
        title: plan.title.clone(),
        year: i64::from(plan.year),
        criteria_version: 0,
        launched_on: None,
        due: None,
        times: None,
        position: 0,
    }
}

/// How long the desks of a campaign have, as its row holds it.
fn times(rules: &campaign::GateRules) -> String {
    let times = serde_json::to_string(&Times::from(rules));
    times.expect("numbers under names are written")
}

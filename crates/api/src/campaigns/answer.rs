//! A campaign, as it is told.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use khen_eventlog::wire_time;
use khen_read_model::CampaignRow;

/// A campaign (phong trào thi đua).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Campaign")]
pub(super) struct CampaignAnswer {
    /// The campaign.
    campaign: String,
    /// Its name.
    title: String,
    /// Year of achievement.
    year: i64,
    /// Version of the criteria in force; 0 before any is published.
    criteria_version: u64,
    /// The day of the launch.
    launched_on: Option<Date>,
    /// The time by which dossiers must be in.
    due: Option<String>,
}

impl CampaignAnswer {
    pub(super) fn of(row: CampaignRow) -> Self {
        Self {
            campaign: row.campaign,
            title: row.title,
            year: row.year,
            criteria_version: row.criteria_version,
            launched_on: row.launched_on,
            due: row.due.map(wire_time),
        }
    }
}

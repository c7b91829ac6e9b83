//! Campaigns.

use jiff::{Timestamp, civil::Date};

table! {
    /// Table `campaign_v1`: one row per registered campaign, kept by the projection `campaign`.
    CampaignTable = "campaign_v1";
    /// A campaign (phong trào thi đua).
    CampaignRow {
        /// The campaign.
        Campaign campaign,
        /// Its name.
        Title title: String,
        /// Year of achievement.
        Year year: i64,
        /// Version of the criteria in force; 0 before any is published.
        CriteriaVersion criteria_version: u64,
        /// The day of the launch.
        LaunchedOn launched_on: Option<Date>,
        /// The time by which dossiers must be in.
        Due due: Option<Timestamp>,
        /// How long its desks have, as JSON; nothing before its rules are set.
        Times times: Option<String>,
        /// Position of the last event that changed the row.
        Position position: u64,
    }
}

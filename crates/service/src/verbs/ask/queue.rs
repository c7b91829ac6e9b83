//! `khen queue`

use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::desks::Desks;
use crate::{
    client::{Server, campaign},
    worded,
};
use khen_domain::CampaignId;

/// What waits for you: which case or paper, what to do with it, since when, until when
///
/// The token says who you are. What stands at the beginning of a line is what the verbs take: mã hồ
/// sơ for a case, the name of its stream for a submission, a session, a presentation, a decision.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen queue --campaign HQ-CCHC-2024
  khen queue --desks all --late")]
pub(crate) struct Queue {
    /// Of this campaign only
    #[arg(long, value_parser = campaign)]
    campaign: Option<CampaignId>,
    #[command(flatten)]
    desks: Desks,
    #[command(flatten)]
    server: Server,
}

impl Queue {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let campaign = self.campaign.as_ref().map(CampaignId::as_str);
        let campaign = campaign.map(|id| ("campaign", id));
        let query: Vec<(&'static str, &str)> =
            campaign.into_iter().chain(self.desks.query()).collect();
        let asked = self.server.question(
            async |client| {
                let items = client.all("/api/v1/queue", &query).await?;
                Ok::<Value, _>(json!({ "items": items }))
            },
            worded::queue,
        );
        asked.await
    }
}

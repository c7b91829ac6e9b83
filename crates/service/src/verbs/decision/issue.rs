//! `khen issue`: the seal, and the issue itself.

use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::client::{Acting, decision, errand};
use khen_domain::{CommandKind, DecisionId};

/// Seal a numbered decision and issue it: from then on its nominees are awarded (records clerk)
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen issue HQ-CCHC-2024-1 --seal-only
  khen issue HQ-CCHC-2024-1")]
pub(crate) struct Issue {
    /// The decision, as `khen queue` prints it
    #[arg(value_parser = decision)]
    decision: DecisionId,
    /// Apply the seal and do not issue it yet
    #[arg(long)]
    seal_only: bool,
    #[command(flatten)]
    acting: Acting,
}

impl Issue {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let content = json!({ "decision": self.decision });
        errand(&self.acting, async |errand| {
            let seal = CommandKind::ApplyOrganisationSignature;
            errand.give(seal, content.clone()).await?;
            if !self.seal_only {
                errand.give(CommandKind::IssueDecision, content).await?;
            }
            Ok(())
        })
        .await
    }
}

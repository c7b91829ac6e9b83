//! `khen receive`: intake of what units send.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::client::{Acting, Errand, Stop, errand, submission};
use khen_domain::{CommandKind, SubmissionId};

/// Receive what a unit has sent (intake)
///
/// The intake officer of Home Affairs looks at the form only: are letter, extract and reports there
/// and signed. Merit is judged later, in the review.
#[derive(Debug, Args)]
pub(crate) struct Receive {
    #[command(subcommand)]
    act: Act,
    #[command(flatten)]
    acting: Acting,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Acknowledge that a submission is complete in form (intake officer)
    #[command(after_help = "Example:
  khen receive acknowledge HQ-CCHC-2024/van-phong/1")]
    Acknowledge {
        /// The submission: CAMPAIGN/UNIT/NUMBER, as `khen queue` prints it
        #[arg(value_parser = submission)]
        submission: SubmissionId,
    },
}

impl Receive {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            self.act.carry_out(errand).await
        })
        .await
    }
}

impl Act {
    async fn carry_out(&self, errand: &mut Errand) -> Result<(), Stop> {
        match self {
            Self::Acknowledge { submission } => {
                let content = json!({ "submission": submission });
                errand
                    .give(CommandKind::AcknowledgeSubmission, content)
                    .await?;
                Ok(())
            }
        }
    }
}

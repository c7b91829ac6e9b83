//! `khen number`: number and date of a signed decision.

use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use serde_json::json;

use crate::client::{Acting, decision, errand};
use khen_domain::{CommandKind, DecisionId};

/// Give a signed decision its number and date (records clerk)
///
/// The number is the one that the register of outgoing documents has given; without one, the next of a
/// series that is Khen's own. The date is the day of
/// the signature or the next working day.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  khen number HQ-CCHC-2024-1 4385 --date 2024-12-27")]
pub(crate) struct Number {
    /// The decision, as `khen queue` prints it
    #[arg(value_parser = decision)]
    decision: DecisionId,
    /// The number, without its symbol
    number: Option<u32>,
    /// The date of the decision, YYYY-MM-DD
    #[arg(long)]
    date: Date,
    #[command(flatten)]
    acting: Acting,
}

impl Number {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let content = json!({
            "decision": self.decision,
            "number": self.number,
            "date": self.date,
        });
        errand(&self.acting, async |errand| {
            errand.give(CommandKind::AssignNumber, content).await
        })
        .await
    }
}

//! `khen command`: any command of the API, as it is.

use std::{fs, io, path::PathBuf, process::ExitCode};

use clap::Args;
use serde_json::Value;

use crate::client::{Acting, Stop, errand};
use khen_domain::CommandKind;
use khen_texts::Line;

/// Give any command of the API, with its content as JSON
///
/// For what has no verb of its own here: launching a campaign, importing results, allocating the
/// quota. `GET /openapi.json` describes every command and its content; `GET /api/v1/me` names those
/// that your role may give.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  khen command launch_campaign --content launch.json --on-behalf-of campaign_authority
  khen command announce_deadline --content deadline.json")]
pub(crate) struct Given {
    /// The command, for example `announce_deadline`
    #[arg(value_parser = command)]
    command: CommandKind,
    /// File with the content, a JSON object; `-` is stdin
    #[arg(long, value_name = "FILE")]
    content: PathBuf,
    #[command(flatten)]
    acting: Acting,
}

fn command(text: &str) -> Result<CommandKind, String> {
    CommandKind::parse(text).ok_or_else(|| "there is no such command".to_owned())
}

impl Given {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        errand(&self.acting, async |errand| {
            errand.give(self.command, self.read()?).await
        })
        .await
    }

    fn read(&self) -> Result<Value, Stop> {
        let text = if self.content.as_os_str() == "-" {
            io::read_to_string(io::stdin())
        } else {
            fs::read_to_string(&self.content)
        };
        let text = text.map_err(|error| self.unreadable(&error.to_string()))?;
        serde_json::from_str(&text).map_err(|error| self.unreadable(&error.to_string()))
    }

    fn unreadable(&self, reason: &str) -> Stop {
        let file = self.content.display().to_string();
        Stop::here(Line::Unreadable, [("file", &file), ("reason", reason)])
    }
}

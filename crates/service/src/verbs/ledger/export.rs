//! `khen export`

use std::{fs, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};

use crate::{
    client::{Server, Stop, campaign, unwritable},
    output,
};
use khen_domain::CampaignId;
use khen_history::logs;
use khen_texts::Texts;

/// A campaign as an event log for tools of process mining, and the way that its cases must go
///
/// Logs are asked of the server, by an auditor; the way needs no server.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(subcommand)]
    which: Which,
    /// File to write; stdout unless said
    #[arg(short, long, global = true, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    server: Server,
}

#[derive(Debug, Subcommand)]
enum Which {
    /// All objects that events touch: OCEL 2.0 in JSON
    #[command(after_help = "Example:
  khen export ocel --campaign HQ-CCHC-2024 -o cchc-2024.jsonocel")]
    Ocel(Log),
    /// One trace per nomination: XES
    #[command(after_help = "Example:
  khen export xes --campaign HQ-CCHC-2024 -o cchc-2024.xes")]
    Xes(Log),
    /// The way of a case as a process: BPMN 2.0
    #[command(after_help = "Example:
  khen export bpmn -o gates.bpmn")]
    Bpmn,
    /// What must hold of every case: Declare constraints in JSON
    #[command(after_help = "Example:
  khen export declare -o gates.declare.json")]
    Declare,
}

/// Of which campaign, and how far.
#[derive(Debug, Args)]
struct Log {
    /// The campaign
    #[arg(long, value_parser = campaign)]
    campaign: CampaignId,
    /// Only events below this position
    #[arg(long, value_name = "N")]
    to_pos: Option<u64>,
}

impl Export {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let text = match &self.which {
            Which::Ocel(log) => self.asked(log, "ocel").await,
            Which::Xes(log) => self.asked(log, "xes").await,
            Which::Bpmn => Ok(logs::bpmn(&Texts::new())),
            Which::Declare => Ok(format!("{:#}\n", logs::declare())),
        };
        match text.and_then(|text| self.written(&text)) {
            Ok(()) => Ok(ExitCode::SUCCESS),
            Err(stop) => self.server.stopped(&stop),
        }
    }

    async fn asked(&self, log: &Log, form: &str) -> Result<String, Stop> {
        let path = format!("/api/v1/campaigns/{}/{form}", log.campaign);
        let until = log.to_pos.map(|position| position.to_string());
        let until = until.as_deref().map(|position| ("to_position", position));
        let query: Vec<_> = until.into_iter().collect();
        self.server.client()?.text(&path, &query).await
    }

    fn written(&self, text: &str) -> Result<(), Stop> {
        match &self.output {
            Some(file) => fs::write(file, text).map_err(|error| unwritable(file, &error)),
            None => output::line(text.trim_end()).map_err(Stop::Terminal),
        }
    }
}

//! `khen export`

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::{Args, Subcommand};
use sha2::{Digest as _, Sha256};

use crate::{
    client::{Server, Stop, campaign, nomination, unwritable},
    output,
};
use khen_domain::{CampaignId, NominationId};
use khen_history::logs;
use khen_texts::Texts;

/// A campaign as an event log for tools of process mining, the way that its cases must go, and the
/// evidence of one case
///
/// Logs and evidence are asked of the server, by an auditor; the way needs no server.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(subcommand)]
    which: Which,
    /// File to write; unless said, stdout, and a bundle goes to a file of its own name
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
    /// A case with everything that proves it, in a file that is checked without this server: a zip
    #[command(after_help = "Examples:
  khen export bundle HQ-CCHC-2024-0007-B
  khen export bundle HQ-CCHC-2024-0007-B -o evidence.zip")]
    Bundle {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
    },
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
        match self.done().await {
            Ok(()) => Ok(ExitCode::SUCCESS),
            Err(stop) => self.server.stopped(&stop),
        }
    }

    async fn done(&self) -> Result<(), Stop> {
        let text = match &self.which {
            Which::Ocel(log) => self.asked(log, "ocel").await?,
            Which::Xes(log) => self.asked(log, "xes").await?,
            Which::Bpmn => logs::bpmn(&Texts::new()),
            Which::Declare => format!("{:#}\n", logs::declare()),
            Which::Bundle { code } => return self.bundle(code).await,
        };
        match &self.output {
            Some(file) => written(file, text.as_bytes()),
            None => output::line(text.trim_end()).map_err(Stop::Terminal),
        }
    }

    async fn asked(&self, log: &Log, form: &str) -> Result<String, Stop> {
        let path = format!("/api/v1/campaigns/{}/{form}", log.campaign);
        let until = log.to_pos.map(|position| position.to_string());
        let until = until.as_deref().map(|position| ("to_position", position));
        let query: Vec<_> = until.into_iter().collect();
        self.server.client()?.text(&path, &query).await
    }

    /// Writes the bundle under its own name, or the one that is said, and tells both name and hash.
    async fn bundle(&self, code: &NominationId) -> Result<(), Stop> {
        let path = format!("/api/v1/nominations/{code}/evidence");
        let client = self.server.client()?;
        let fetched = client.fetch(&path, &[], &[], Duration::ZERO).await?;
        let own = fetched.header("content-disposition").and_then(own_name);
        let file = self.output.clone().or(own);
        let file = file.unwrap_or_else(|| format!("bang-chung-{code}.zip").into());
        written(&file, &fetched.bytes)?;
        let sha256 = hex::encode(Sha256::digest(&fetched.bytes));
        output::line(&format!("{}  {sha256}", file.display())).map_err(Stop::Terminal)
    }
}

/// The name that the server gives; never a path.
fn own_name(disposition: &str) -> Option<PathBuf> {
    let (_, name) = disposition.split_once("filename=\"")?;
    let (name, _) = name.split_once('"')?;
    Path::new(name).file_name().map(PathBuf::from)
}

fn written(file: &Path, bytes: &[u8]) -> Result<(), Stop> {
    fs::write(file, bytes).map_err(|error| unwritable(file, &error))
}

//! `khen export`

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::{Args, Subcommand};
use sha2::{Digest as _, Sha256};

use super::tables::{self, Asked};
use crate::{
    client::{Server, Stop, campaign, facts, nomination, unreadable, unwritable},
    output,
};
use khen_domain::{CampaignId, NominationId};
use khen_history::logs;
use khen_texts::{Line, Texts};

/// Files for others: event logs, the way of a case, evidence, registers and reports
///
/// Logs and evidence are asked of the server by an auditor, registers and reports by an auditor or a
/// system of Sở Nội vụ; the way needs no server.
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
  khen export bundle HQ-CCHC-2024-0007-B -o evidence.zip
  khen export bundle HQ-CCHC-2024-0007-B --had checkpoint.txt")]
    Bundle {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// Checkpoints of the log that you had before: the bundle proves that the log grew from them
        #[arg(long, value_name = "FILE")]
        had: Vec<PathBuf>,
    },
    /// What is in force now: awards with their names, decisions, units; CSV, XLSX or JSON
    #[command(after_help = "Examples:
  khen export register awards --ledger hon-quan --as xlsx -o khen-thuong.xlsx
  khen export register units --ledger hon-quan --changed-since 1200 --as json")]
    Register(tables::Register),
    /// A statutory table of a year, counted from the ledger: XLSX, PDF or JSON
    #[command(after_help = "Examples:
  khen export report co-so --ledger hon-quan --period 2024 -o co-so-2024.xlsx
  khen export report 0601 --ledger hon-quan --period 2024 --as pdf -o 0601-2024.pdf")]
    Report(tables::Report),
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
            Which::Bundle { code, had } => return self.bundle(code, had).await,
            Which::Register(register) => return self.table(register.asked()).await,
            Which::Report(report) => return self.table(report.asked()).await,
        };
        match &self.output {
            Some(file) => written(file, text.as_bytes()),
            None => output::line(text.trim_end()).map_err(Stop::Terminal),
        }
    }

    /// A table as the server writes it; a page that is not the last one says how to go on.
    async fn table(&self, asked: Asked) -> Result<(), Stop> {
        let query = asked.query.iter();
        let query: Vec<_> = query.map(|(name, value)| (*name, value.as_str())).collect();
        let client = self.server.client()?;
        let page = client.fetch(&asked.path, &query, &[], Duration::ZERO);
        let page = page.await?;
        if let Some(row) = page.header("link").and_then(tables::next_row) {
            let more = facts([("after", &row)]);
            let more = self.server.speaker().line(Line::MoreRows, &more);
            output::note(&more.said).map_err(Stop::Terminal)?;
        }
        match &self.output {
            Some(file) => written(file, &page.bytes),
            None => output::bytes(&page.bytes).map_err(Stop::Terminal),
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
    async fn bundle(&self, code: &NominationId, had: &[PathBuf]) -> Result<(), Stop> {
        let path = format!("/api/v1/nominations/{code}/evidence");
        let read =
            |file: &PathBuf| fs::read_to_string(file).map_err(|error| unreadable(file, &error));
        let had: Vec<String> = had.iter().map(read).collect::<Result<_, _>>()?;
        let query: Vec<_> = had.iter().map(|note| ("had", note.as_str())).collect();
        let client = self.server.client()?;
        let fetched = client.fetch(&path, &query, &[], Duration::ZERO).await?;
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

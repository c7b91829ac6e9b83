//! `khen pull`

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::AnswerFormat,
    client::{ClientArguments, Server, Stop, facts},
    output,
    pull::{Ends, Many, News, Pull as Mirroring, Pulled},
    wiring::cosigning_key,
};
use khen_audit::{CosigningKey, KeyName};
use khen_eventlog::{ConsumerId, LedgerId};
use khen_export::{key_id, limits::PAGE_EVENT_COUNT_MAX};
use khen_texts::Line;

/// Keep a mirror of a ledger: every event that the token may read, checked, in a folder (auditor, Sở
/// Nội vụ)
///
/// Files of 4,096 events each, one event a line (CloudEvents), and a state with the next position. A mirror that
/// was stopped, by whatever, goes on where it was. Without --once it goes on waiting for news.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the line, and none follows from another"
)]
#[command(after_help = "Examples:
  khen pull --ledger hon-quan --to mirror --once
  khen pull --all --to mirror --once")]
pub(crate) struct Pull {
    /// The ledger, by its slug
    #[arg(long, value_parser = ledger, required_unless_present = "all")]
    ledger: Option<LedgerId>,
    /// Every ledger that the token reads: one question tells which have moved, and what becomes of one
    /// stands in the way of no other
    #[arg(long, conflicts_with = "ledger")]
    all: bool,
    /// The folder of the mirrors; each ledger has one of its own in it
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// Events asked for at once
    #[arg(long, default_value_t = PAGE_EVENT_COUNT_MAX, value_parser = page_events)]
    page_events: usize,
    /// Keep the documents that events name as well, in clear, each under its hash
    #[arg(long)]
    blobs: bool,
    /// Cosign the kept checkpoints as a witness with the key in this file, 32 bytes in base64, which serves
    /// this mirror alone
    #[arg(long, value_name = "FILE", requires = "witness_name")]
    cosign: Option<PathBuf>,
    /// What the witness is called: a URL without its scheme
    #[arg(long, value_name = "NAME", requires = "cosign", value_parser = KeyName::parse)]
    witness_name: Option<KeyName>,
    /// Tell the office which events are stored here and under its checkpoint: its receipt
    #[arg(long)]
    ack: bool,
    /// What this mirror is called there; the first name that a token uses is its own
    #[arg(long, value_name = "ID", default_value = "mirror", value_parser = consumer, requires = "ack")]
    consumer: ConsumerId,
    /// Stop at the end of the log, instead of waiting for news
    #[arg(long)]
    once: bool,
    #[command(flatten)]
    client: ClientArguments,
    #[command(flatten)]
    server: Server,
}

fn ledger(text: &str) -> Result<LedgerId, String> {
    LedgerId::parse(text).map_err(|error| error.to_string())
}

fn consumer(text: &str) -> Result<ConsumerId, String> {
    ConsumerId::parse(text).map_err(|error| error.to_string())
}

fn page_events(text: &str) -> Result<usize, String> {
    let number = text.parse().ok();
    let within = number.filter(|number| (1..=PAGE_EVENT_COUNT_MAX).contains(number));
    within.ok_or_else(|| format!("a number from 1 to {PAGE_EVENT_COUNT_MAX}"))
}

impl Pull {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.pulled().await {
            Ok(ends) => self.ended(&ends),
            Err(stop) => self.server.stopped(&stop),
        }
    }

    async fn pulled(&self) -> Result<Ends, Stop> {
        let client = self.server.client_of(&self.client)?.patient();
        let cosign = self.cosigning_key()?;
        let told = |news: News<'_>| self.tell(news);
        let pull = |ledger| Mirroring {
            client: &client,
            ledger,
            page_events: self.page_events,
            cosign: cosign.as_ref(),
            ack: self.ack.then_some(&self.consumer),
            blobs: self.blobs,
            told: &told,
        };
        if let Some(ledger) = &self.ledger {
            let (pull, folder) = (pull(ledger.clone()), self.to.join(ledger.as_str()));
            let pulled = if self.once {
                pull.once(&folder).await
            } else {
                pull.follow(&folder).await
            };
            return Ok(Ends::from([(ledger.clone(), Ok(pulled?))]));
        }
        let many = Many {
            pull: &pull,
            client: &client,
            folder: &self.to,
            told: &told,
        };
        if self.once {
            many.once().await
        } else {
            many.follow().await
        }
    }

    /// Tells what became of each ledger; the exit code is the highest that one of them has.
    fn ended(&self, ends: &Ends) -> anyhow::Result<ExitCode> {
        if self.server.format == AnswerFormat::Json {
            let speaker = self.server.speaker();
            let ledgers = ends.iter().map(|(ledger, end)| match end {
                Ok(pulled) => shown(pulled),
                Err(stop) => json!({
                    "ledger": ledger.as_str(), "problem": stop.problem(&speaker),
                }),
            });
            output::json(&json!({ "ledgers": ledgers.collect::<Vec<_>>() }))?;
        }
        let stops = ends.values().filter_map(|end| end.as_ref().err());
        let code = stops.map(Stop::exit_code).max();
        Ok(code.map_or(ExitCode::SUCCESS, ExitCode::from))
    }

    fn cosigning_key(&self) -> anyhow::Result<Option<CosigningKey>> {
        let (Some(file), Some(name)) = (&self.cosign, &self.witness_name) else {
            return Ok(None);
        };
        let seed = cosigning_key(file)?;
        Ok(Some(CosigningKey::from_seed(name.clone(), seed)))
    }

    /// Tells a person what becomes of a mirror.
    fn tell(&self, news: News<'_>) -> Result<(), Stop> {
        match news {
            News::Kept(pulled) if self.server.format == AnswerFormat::Text => {
                let (kept, size) = (pulled.next.to_string(), pulled.log_size.to_string());
                let told = facts([
                    ("ledger", pulled.ledger.as_str()),
                    ("kept", &kept),
                    ("log_size", &size),
                ]);
                output::line(&self.server.speaker().line(Line::Pulled, &told).said)?;
            }
            News::Documents { ledger, kept } if self.server.format == AnswerFormat::Text => {
                let told = facts([("ledger", ledger.as_str()), ("kept", &kept.to_string())]);
                output::line(&self.server.speaker().line(Line::DocumentsKept, &told).said)?;
            }
            News::Kept(_) | News::Documents { .. } => {}
            News::Stopped { ledger, stop } => {
                output::note(&format!("{ledger}: {}", stop.told(&self.server.speaker())))?;
            }
            News::NewExportKey { ledger, key, file } => {
                let told = facts([
                    ("ledger", ledger.as_str()),
                    ("key_id", &key_id(key)),
                    ("file", &file.display().to_string()),
                ]);
                let words = self.server.speaker().line(Line::NewExportKey, &told);
                output::note(&words.said)?;
                words
                    .detail
                    .iter()
                    .try_for_each(|detail| output::note(detail))?;
            }
        }
        Ok(())
    }
}

fn shown(pulled: &Pulled) -> Value {
    json!({
        "ledger": pulled.ledger.as_str(),
        "next": pulled.next,
        "log_size": pulled.log_size,
        "root": pulled.root,
        "acknowledged": pulled.acknowledged,
    })
}

//! `khen pull`

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::AnswerFormat,
    client::{Client, ClientArguments, Server, Stop, facts},
    output,
    pull::{News, Pull as Mirroring, Pulled},
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
    /// Every ledger that the token reads
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
            Ok(pulled) => {
                if self.server.format == AnswerFormat::Json {
                    output::json(
                        &json!({ "ledgers": pulled.iter().map(shown).collect::<Vec<_>>() }),
                    )?;
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(stop) => self.server.stopped(&stop),
        }
    }

    async fn pulled(&self) -> Result<Vec<Pulled>, Stop> {
        let client = self.server.client_of(&self.client)?;
        let cosign = self.cosigning_key()?;
        let told = |news: News<'_>| self.tell(news);
        let ledgers = self.ledgers(&client).await?.into_iter();
        let pulls = ledgers.map(|ledger| async {
            let folder = self.to.join(ledger.as_str());
            let mirroring = Mirroring {
                client: &client,
                ledger,
                page_events: self.page_events,
                cosign: cosign.as_ref(),
                ack: self.ack.then_some(&self.consumer),
                blobs: self.blobs,
                told: &told,
            };
            if self.once {
                mirroring.once(&folder).await
            } else {
                mirroring.follow(&folder).await
            }
        });
        futures::future::try_join_all(pulls).await
    }

    fn cosigning_key(&self) -> anyhow::Result<Option<CosigningKey>> {
        let (Some(file), Some(name)) = (&self.cosign, &self.witness_name) else {
            return Ok(None);
        };
        let seed = cosigning_key(file)?;
        Ok(Some(CosigningKey::from_seed(name.clone(), seed)))
    }

    async fn ledgers(&self, client: &Client) -> Result<Vec<LedgerId>, Stop> {
        if let Some(ledger) = &self.ledger {
            return Ok(vec![ledger.clone()]);
        }
        let answer = client.ask("/export/v1/ledgers", &[]).await?;
        let listed = answer["ledgers"].as_array().into_iter().flatten();
        // A slug becomes the name of a folder: what is none is not followed.
        let slugs = listed.filter_map(|one| LedgerId::parse(one["ledger"].as_str()?).ok());
        Ok(slugs.collect())
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

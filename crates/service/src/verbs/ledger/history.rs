//! `khen history`

use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::Timestamp;

use super::asked::Asked;
use crate::{
    client::{Server, local_time, nomination, stream},
    worded,
};
use khen_domain::{Moment, NominationId, StreamKey};

/// How the ledger came to say what it says: states, differences, causes, decisions (auditor)
///
/// A stream is named as queues print it, `decision/HQ-CCHC-2024-1`; a case by its mã hồ sơ too.
#[derive(Debug, Args)]
pub(crate) struct History {
    #[command(subcommand)]
    which: Which,
    #[command(flatten)]
    server: Server,
}

#[derive(Debug, Subcommand)]
enum Which {
    /// The state of a stream as it was, and its hash; personal values stay sealed
    #[command(after_help = "Examples:
  khen history show HQ-CCHC-2024-0007-B --at-version 3
  khen history show quota/HQ-CCHC-2024 --at-position 1200
  khen history show HQ-CCHC-2024-0007-B --at-time 2024-12-20T10:00")]
    Show {
        /// The stream, or mã hồ sơ
        #[arg(value_parser = stream)]
        stream: StreamKey,
        #[command(flatten)]
        at: At,
    },
    /// What differs between two versions of a stream, field by field
    #[command(after_help = "Example:
  khen history diff HQ-CCHC-2024-0007-B 3 5")]
    Diff {
        /// The stream, or mã hồ sơ
        #[arg(value_parser = stream)]
        stream: StreamKey,
        /// The earlier version
        from: u64,
        /// The later version
        to: u64,
    },
    /// What caused an event, and what followed from it by itself
    #[command(after_help = "Examples:
  khen history trace 1204
  khen history trace HQ-CCHC-2024-0007-B")]
    Trace {
        /// The position of an event, or a stream, or mã hồ sơ
        #[arg(value_name = "POSITION|STREAM", value_parser = traced)]
        what: Traced,
    },
    /// Who decided what in a case: role, authority, documents, criteria, and what was read
    #[command(after_help = "Example:
  khen history decision HQ-CCHC-2024-0007-B")]
    Decision {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
    },
    /// What others in the same position got: criteria and times of the cases that reached the same gate
    #[command(after_help = "Examples:
  khen history peers HQ-CCHC-2024-0007-B
  khen history peers HQ-CCHC-2024-0007-B --gate review_passed")]
    Peers {
        /// Mã hồ sơ
        #[arg(value_parser = nomination)]
        code: NominationId,
        /// The gate, as `khen history decision` prints it; unless said, the one that the case stands at
        #[arg(long)]
        gate: Option<String>,
    },
}

/// When; now unless said.
#[derive(Debug, Args)]
#[group(multiple = false)]
struct At {
    /// After so many of its events
    #[arg(long, value_name = "N")]
    at_version: Option<u64>,
    /// After this position of the ledger
    #[arg(long, value_name = "N")]
    at_position: Option<u64>,
    /// As it was recorded at this time in Viet Nam
    #[arg(long, value_name = "TIME", value_parser = local_time)]
    at_time: Option<Moment>,
}

impl At {
    fn query(&self) -> Option<(&'static str, String)> {
        let version = self.at_version.map(|at| ("version", at.to_string()));
        let position = self.at_position.map(|at| ("position", at.to_string()));
        let time = self.at_time.map(Moment::timestamp);
        let time = time.map(|at: Timestamp| ("time", at.to_string()));
        version.or(position).or(time)
    }
}

#[derive(Debug, Clone)]
enum Traced {
    Position(u64),
    Stream(StreamKey),
}

fn traced(text: &str) -> Result<Traced, String> {
    match text.parse() {
        Ok(position) => Ok(Traced::Position(position)),
        Err(_) => stream(text).map(Traced::Stream),
    }
}

impl History {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        self.which.asked().of(&self.server).await
    }
}

impl Which {
    fn asked(&self) -> Asked {
        match self {
            Self::Show { stream, at } => {
                let of = ("stream", stream.to_string());
                Asked {
                    path: "/api/v1/history/state".to_owned(),
                    query: [of].into_iter().chain(at.query()).collect(),
                    told: worded::whole,
                }
            }
            Self::Diff { stream, from, to } => Asked {
                path: "/api/v1/history/difference".to_owned(),
                query: vec![
                    ("stream", stream.to_string()),
                    ("from", from.to_string()),
                    ("to", to.to_string()),
                ],
                told: worded::difference,
            },
            Self::Trace { what } => Asked {
                path: "/api/v1/history/trace".to_owned(),
                query: vec![(
                    "of",
                    match what {
                        Traced::Position(position) => position.to_string(),
                        Traced::Stream(stream) => stream.to_string(),
                    },
                )],
                told: worded::traces,
            },
            Self::Decision { code } => Asked {
                path: format!("/api/v1/nominations/{code}/decision"),
                query: Vec::new(),
                told: worded::decision_steps,
            },
            Self::Peers { code, gate } => Asked {
                path: format!("/api/v1/nominations/{code}/peers"),
                query: gate.iter().map(|gate| ("gate", gate.clone())).collect(),
                told: worded::peers,
            },
        }
    }
}

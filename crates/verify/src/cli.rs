//! The command line.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Parser, Subcommand};

use khen_audit::Policy;
use khen_verify::{
    Entry, Files, Report, What, check_bundle, check_checkpoints, check_mirror, check_proof,
    check_segment,
};

/// Kiểm tra gói bằng chứng ngoài mạng. Checks evidence offline.
///
/// Exit codes: 0 everything holds, 1 a proof failed, 2 the policy is not met, 3 a file is malformed.
#[derive(Debug, Parser)]
#[command(name = "khen-verify", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) task: Task,
    /// Print one JSON object.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Gói bằng chứng: a zip, or the folder that it was unpacked into.
    Bundle {
        /// The zip or folder.
        bundle: PathBuf,
        /// The policy that you hold, from elsewhere than the bundle.
        #[arg(long)]
        policy: Option<PathBuf>,
    },
    /// Một sự kiện: one event against its `.tlog-proof`.
    Proof {
        /// The proof.
        proof: PathBuf,
        #[command(flatten)]
        entry: EntryFile,
        /// The policy: which log and which witnesses are believed.
        #[arg(long)]
        policy: PathBuf,
    },
    /// Các điểm niêm phong: checkpoints that several people were shown, against each other.
    Checkpoints {
        /// The files, two or more.
        #[arg(required = true, num_args = 2..)]
        files: Vec<PathBuf>,
        /// The policy: which log is believed.
        #[arg(long)]
        policy: PathBuf,
    },
    /// Một đoạn lịch sử: a folder with `manifest.txt` and `events.ndjson.zst`.
    Segment {
        /// The folder.
        folder: PathBuf,
        /// A folder with the log's `checkpoint` and `tile/`, for segments that do not begin the ledger.
        #[arg(long)]
        mirror: Option<PathBuf>,
        /// The policy that you hold, from elsewhere than the folder.
        #[arg(long)]
        policy: Option<PathBuf>,
    },
    /// Bản sao cả nhật ký: a folder with `checkpoint`, `tile/`, `segments/` and `*.ndjson`.
    #[command(visible_alias = "export")]
    Mirror {
        /// The folder.
        folder: PathBuf,
        /// Checkpoints that others hold, such as a witness: the events have to reach as far as each.
        #[arg(long, value_name = "CHECKPOINT", num_args = 1..)]
        seen: Vec<PathBuf>,
        /// The policy that you hold, from elsewhere than the folder.
        #[arg(long)]
        policy: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct EntryFile {
    /// The event, a CloudEvents JSON object.
    #[arg(long)]
    event: Option<PathBuf>,
    /// The bytes of a leaf.
    #[arg(long)]
    leaf: Option<PathBuf>,
}

impl Task {
    pub(crate) fn run(self) -> Report {
        self.checked().unwrap_or_else(|(path, why)| {
            Report::of_problem(path.display().to_string(), What::Unreadable(why))
        })
    }

    fn checked(self) -> Result<Report, (PathBuf, String)> {
        Ok(match self {
            Self::Bundle { bundle, policy } => {
                let policy = policy.map(read_policy).transpose()?;
                let files = Files::open(&bundle).map_err(|error| (bundle, chain(&error)))?;
                check_bundle(&files, policy.as_ref())
            }
            Self::Proof {
                proof,
                entry,
                policy,
            } => {
                let policy = read_policy(policy)?;
                let proof = read_text(&proof)?;
                match entry {
                    EntryFile {
                        event: Some(path), ..
                    } => check_proof(Entry::Event(&read(&path)?), &proof, &policy),
                    EntryFile { leaf, .. } => {
                        let leaf = read(&leaf.unwrap_or_default())?;
                        check_proof(Entry::Leaf(&leaf), &proof, &policy)
                    }
                }
            }
            Self::Checkpoints { files, policy } => {
                let policy = read_policy(policy)?;
                check_checkpoints(&notes(&files)?, &policy)
            }
            Self::Segment {
                folder,
                mirror,
                policy,
            } => {
                let policy = policy.map(read_policy).transpose()?;
                check_segment(&folder, mirror.as_deref(), policy.as_ref())
            }
            Self::Mirror {
                folder,
                seen,
                policy,
            } => {
                let policy = policy.map(read_policy).transpose()?;
                check_mirror(&folder, &notes(&seen)?, policy.as_ref())
            }
        })
    }
}

fn read_policy(path: PathBuf) -> Result<Policy, (PathBuf, String)> {
    let text = read_text(&path)?;
    Policy::parse(&text).map_err(|error| (path, error.to_string()))
}

/// Each with the name of its file.
fn notes(files: &[PathBuf]) -> Result<Vec<(String, String)>, (PathBuf, String)> {
    let named = |file: &PathBuf| Ok((file.display().to_string(), read_text(file)?));
    files.iter().map(named).collect()
}

fn read_text(path: &Path) -> Result<String, (PathBuf, String)> {
    String::from_utf8(read(path)?).map_err(|error| (path.to_owned(), error.to_string()))
}

fn read(path: &Path) -> Result<Vec<u8>, (PathBuf, String)> {
    fs::read(path).map_err(|error| (path.to_owned(), error.to_string()))
}

/// Each link of the chain says its own thing once.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

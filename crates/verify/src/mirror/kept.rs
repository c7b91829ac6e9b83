//! What `khen pull` keeps beside the events of a mirror.
//!
//! `state.json` says how far the mirror is, and the root of what it holds; `vkey` and `export-vkey` are the
//! keys that it believes. None of them is signed: they are held against the events and the policy, so
//! that one file cannot be changed without the others. What says nothing of what happened is let be:
//! `lock`, the book `blobs.json` of what was asked for, `download/` and `*.new`, which were never
//! finished, and `alarm/`, which holds the words of others.

use std::{fs, io, path::Path};

use serde::{Deserialize, Serialize};

use super::{CHECKPOINT, POLICY, documents::BLOBS, events::Tail, text};
use crate::{Report, What};
use khen_audit::{Checkpoint, KeyKind, Policy, VerifierKey};

const STATE: &str = "state.json";
const LOG_KEYS: &str = "vkey";
const EXPORT_KEYS: &str = "export-vkey";
/// What the name of the key of the export has after the origin of the log.
const EXPORT_SUFFIX: &str = "/export";
/// Files of which one shows that `khen pull` fills the folder.
const MARKS: [&str; 4] = [STATE, LOG_KEYS, EXPORT_KEYS, "blobs.json"];
/// What else may lie beside the events.
const KNOWN: [&str; 9] = [
    CHECKPOINT, POLICY, BLOBS, "lock", "download", "alarm", "tile", "events", "segments",
];
/// Files that were never put in their place.
const UNFINISHED: &str = ".new";
const ENDING: &str = ".ndjson";
/// Digits of the position that a file of events is named after.
const NAME_DIGITS: usize = 20;

/// How far a mirror says that it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    ledger: String,
    source: Option<String>,
    /// How many events are kept.
    pub(super) next: u64,
    tail_bytes: u64,
    root: String,
}

/// Whether `khen pull` fills this folder.
pub(super) fn is_pulled(folder: &Path) -> bool {
    MARKS.iter().any(|mark| folder.join(mark).exists())
}

/// The state in the folder.
pub(super) fn state(folder: &Path, report: &mut Report) -> Option<State> {
    if !folder.join(STATE).exists() {
        report.problem(STATE, What::Missing);
        return None;
    }
    let text = text(folder, STATE, report)?;
    let state: State = report.readable(STATE, serde_json::from_str(&text))?;
    if serde_json::to_string_pretty(&state).ok() != Some(text) {
        report.problem(STATE, What::OtherForm);
    }
    Some(state)
}

/// Tells of everything in the folder that no mirror has; answers the files of events that are its own.
pub(super) fn own_files(
    folder: &Path,
    files: Vec<String>,
    state: &State,
    report: &mut Report,
) -> Vec<String> {
    match strange(folder) {
        Ok(names) => names
            .into_iter()
            .for_each(|name| report.problem(name, What::Unlisted)),
        Err(error) => report.problem(STATE, What::Unreadable(error.to_string())),
    }
    let (own, others): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|file| file.contains('/') || first(file).is_some_and(|at| at < state.next));
    for file in others {
        report.problem(file, What::Unlisted);
    }
    own
}

/// The position that a file of events says it begins with.
pub(super) fn first(file: &str) -> Option<u64> {
    let digits = file.strip_suffix(ENDING)?;
    let is_whole = digits.len() == NAME_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_whole)
}

fn strange(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_known = KNOWN.contains(&name.as_str()) || MARKS.contains(&name.as_str());
        if !is_known && !name.ends_with(ENDING) && !name.ends_with(UNFINISHED) {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Holds the state against what was read. Whoever still fills the mirror has moved it on meanwhile: what
/// stands behind the end is then not looked at.
pub(super) fn check_state(folder: &Path, state: &State, tail: &Tail, report: &mut Report) {
    let mut other = |member| report.problem(STATE, What::OtherState { member });
    let source = tail.source.as_deref();
    if state.source.as_deref() != source {
        other("source");
    }
    let slug = source.and_then(|source| source.rsplit('/').next());
    if slug.is_some_and(|slug| slug != state.ledger) {
        other("ledger");
    }
    if tail.next != state.next {
        other("next");
    } else if tail.bytes != Some(state.tail_bytes) {
        other("tail_bytes");
    }
    if tail.root.is_some_and(|root| root.to_string() != state.root) {
        other("root");
    }
    let is_moving = || {
        let now = fs::read(folder.join(STATE)).ok();
        now.and_then(|bytes| serde_json::from_slice::<State>(&bytes).ok())
            .is_some_and(|now| now.next > state.next)
    };
    if !tail.behind.is_empty() && !is_moving() {
        for at in &tail.behind {
            report.problem(at, What::BehindEnd);
        }
    }
}

/// Holds the keys that the mirror believes against those of the policy. A mirror with a checkpoint has
/// both; the key of the export is compared where the policy names one.
pub(super) fn check_keys(
    folder: &Path,
    checkpoint: &Checkpoint,
    policy: &Policy,
    report: &mut Report,
) {
    let origin = checkpoint.origin().to_string();
    let export = format!("{origin}{EXPORT_SUFFIX}");
    for (file, name) in [(LOG_KEYS, origin), (EXPORT_KEYS, export)] {
        let Some(keys) = keys(folder, file, report) else {
            continue;
        };
        let of_policy = policy.logs().iter().map(|log| &log.key);
        let known: Vec<_> = of_policy
            .filter(|key| key.name().as_str() == name)
            .collect();
        let notes = keys.iter().filter(|key| key.kind() == KeyKind::Note);
        for key in notes.filter(|key| !(known.is_empty() || known.contains(key))) {
            let key = key.to_string();
            report.problem(file, What::OtherKey { key });
        }
    }
}

fn keys(folder: &Path, file: &str, report: &mut Report) -> Option<Vec<VerifierKey>> {
    if !folder.join(file).exists() {
        report.problem(file, What::Missing);
        return None;
    }
    let text = text(folder, file, report)?;
    let mut keys = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let at = format!("{file}:{number}");
        if let Some(key) = report.readable(&at, VerifierKey::parse(line)) {
            if keys.contains(&key) {
                report.problem(at, What::Unreadable("the same key twice".to_owned()));
            }
            keys.push(key);
        }
    }
    if keys.is_empty() || !text.ends_with('\n') {
        report.problem(
            file,
            What::Unreadable("the last line breaks off".to_owned()),
        );
    }
    Some(keys)
}

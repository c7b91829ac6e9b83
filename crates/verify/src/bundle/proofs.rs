//! Every event against its proof.

use std::collections::HashMap;

use super::events::Events;
use crate::{Counted, Files, Report, What};
use khen_audit::{SignedCheckpoint, TlogProof, leaf_hash, verify_inclusion};
use khen_eventlog::WireEvent;

const FOLDER: &str = "proofs/";
const SUFFIX: &str = ".tlog-proof";

/// All proofs lead to the one checkpoint of the bundle, whose signatures are checked once.
pub(super) fn check(
    files: &Files,
    events: &Events,
    checkpoint: Option<&SignedCheckpoint>,
    report: &mut Report,
) {
    let by_path = events.read.iter().map(|event| (path(event), event));
    let by_path: HashMap<String, &WireEvent> = by_path.collect();
    for event in &events.read {
        let at = path(event);
        if files.get(&at).is_none() {
            let position = event.position.0;
            report.problem(at, What::NoProof { position });
        }
    }
    let proofs = files.iter().filter(|(path, _)| path.starts_with(FOLDER));
    let mut held = 0;
    for (at, bytes) in proofs {
        match by_path.get(at) {
            None if events.is_complete => report.problem(at, What::StrayProof),
            None => {}
            Some(event) => {
                if let Some(proof) = parsed(at, bytes, report) {
                    held += usize::from(check_one(at, &proof, event, checkpoint, report));
                }
            }
        }
    }
    report.count(Counted::Proofs, held);
}

fn path(event: &WireEvent) -> String {
    format!("{FOLDER}{}{SUFFIX}", event.position.0)
}

fn parsed(at: &str, bytes: &[u8], report: &mut Report) -> Option<TlogProof> {
    let text = report.readable(at, std::str::from_utf8(bytes))?;
    report.readable(at, TlogProof::parse(text))
}

fn check_one(
    at: &str,
    proof: &TlogProof,
    event: &WireEvent,
    checkpoint: Option<&SignedCheckpoint>,
    report: &mut Report,
) -> bool {
    let before = report.problems.len();
    if proof.index != event.position.0 {
        report.problem(at, What::OtherIndex);
    }
    if checkpoint.is_some_and(|checkpoint| proof.checkpoint != *checkpoint) {
        report.problem(at, What::OtherCheckpoint);
    }
    let tree = checkpoint.unwrap_or(&proof.checkpoint).checkpoint().tree();
    let leaf = leaf_hash(&event.leaf);
    if let Err(error) = verify_inclusion(leaf, event.position.0, &proof.path, &tree) {
        report.problem(at, What::NotIncluded(error));
    }
    report.problems.len() == before
}

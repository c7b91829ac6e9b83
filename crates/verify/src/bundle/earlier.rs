//! Earlier checkpoints: the tree of the bundle grew from them.

use super::{CHECKPOINT, text};
use crate::{Counted, Files, Report, What};
use khen_audit::{Hash, HashError, Policy, SignedCheckpoint, verify_consistency};

const FOLDER: &str = "checkpoints/";
/// An earlier checkpoint, named by its size.
const NOTE: &str = ".txt";
/// The proof that leads from it to the checkpoint of the bundle: a hash in base64 on each line.
const PROOF: &str = ".consistency";

pub(super) fn check(files: &Files, policy: &Policy, report: &mut Report) {
    let paths = files.iter().map(|(path, _)| path);
    let paths = paths.filter(|path| path.starts_with(FOLDER) && path.ends_with(NOTE));
    let mut number = 0;
    for path in paths {
        number += usize::from(check_one(files, path, policy, report).is_some());
    }
    report.count(Counted::Checkpoints, number);
}

fn check_one(files: &Files, at: &str, policy: &Policy, report: &mut Report) -> Option<()> {
    let earlier = text(files, at, report)?;
    let earlier = report.readable(at, SignedCheckpoint::parse(earlier))?;
    // Whoever held it knows who cosigned it; here it counts that the log signed it.
    if let Err(error) = policy.check_log(&earlier) {
        report.problem(at, error);
    }
    let proof_at = format!("{}{PROOF}", at.strip_suffix(NOTE)?);
    let proof = text(files, &proof_at, report)?.lines().map(Hash::parse);
    let proof: Result<Vec<Hash>, HashError> = proof.collect();
    let proof = report.readable(&proof_at, proof)?;
    // Why this one is not readable was said before.
    let now = std::str::from_utf8(files.get(CHECKPOINT)?).ok()?;
    let now = SignedCheckpoint::parse(now).ok()?;
    let (old, new) = (earlier.checkpoint(), now.checkpoint());
    if old.origin() != new.origin() {
        report.problem(at, What::OtherTree);
    }
    if let Err(error) = verify_consistency(&old.tree(), &new.tree(), &proof) {
        report.problem(at, What::NotGrown(error));
    }
    Some(())
}

//! An evidence bundle against its manifest, its proofs and a policy.

mod documents;
mod earlier;
mod events;
mod inventory;
mod proofs;

use crate::{Files, Report, What};
use khen_audit::{Manifest, Note, Policy, SignedCheckpoint};

const CHECKPOINT: &str = "checkpoint.txt";
const EVENTS: &str = "events.ndjson";
const POLICY: &str = "policy.txt";

/// Checks all that a bundle says.
///
/// `policy` is the one that the reader holds, from elsewhere; without one, the bundle's own is used,
/// and the report says that its keys are still to be compared.
#[must_use]
pub fn check_bundle(files: &Files, policy: Option<&Policy>) -> Report {
    let mut report = Report::new(policy.is_none());
    if let Some(entry) = files.repacked() {
        report.problem(entry, What::Repacked);
    }
    let own_policy = text(files, POLICY, &mut report)
        .and_then(|text| report.readable(POLICY, Policy::parse(text)));
    let policy = policy.or(own_policy.as_ref());
    if let Some(policy) = policy {
        report.trust(policy);
    }
    let manifest = manifest(files, policy, &mut report);
    if let Some(manifest) = &manifest {
        inventory::check(files, manifest, &mut report);
    }
    let checkpoint = checkpoint(files, policy, manifest.as_ref(), &mut report);
    let events = events::check(files, manifest.as_ref(), &mut report);
    proofs::check(files, &events, checkpoint.as_ref(), &mut report);
    documents::check(files, &events.read, &mut report);
    if let Some(policy) = policy {
        earlier::check(files, policy, &mut report);
    }
    report
}

/// A text that nothing can be checked without.
fn text<'f>(files: &'f Files, path: &str, report: &mut Report) -> Option<&'f str> {
    let Some(bytes) = files.get(path) else {
        report.problem(path, What::Absent);
        return None;
    };
    report.readable(path, std::str::from_utf8(bytes))
}

/// The manifest, also when it is not signed as it should be: the report then says so.
fn manifest(files: &Files, policy: Option<&Policy>, report: &mut Report) -> Option<Manifest> {
    let text = text(files, Manifest::PATH, report)?;
    let note = report.readable(Manifest::PATH, Note::parse(text))?;
    let manifest = report.readable(Manifest::PATH, Manifest::parse(note.text()))?;
    if let Some(Err(error)) = policy.map(|policy| manifest.signer(&note, policy)) {
        report.problem(Manifest::PATH, error);
    }
    Some(manifest)
}

fn checkpoint(
    files: &Files,
    policy: Option<&Policy>,
    manifest: Option<&Manifest>,
    report: &mut Report,
) -> Option<SignedCheckpoint> {
    let text = text(files, CHECKPOINT, report)?;
    let signed = report.readable(CHECKPOINT, SignedCheckpoint::parse(text))?;
    match policy?.check(&signed) {
        Ok(witnessed) => report.witnessed = Some(witnessed),
        Err(error) => report.problem(CHECKPOINT, error),
    }
    let checkpoint = signed.checkpoint();
    let is_same = |manifest: &Manifest| {
        manifest.tree == checkpoint.tree() && manifest.origin == *checkpoint.origin()
    };
    if manifest.is_some_and(|manifest| !is_same(manifest)) {
        report.problem(CHECKPOINT, What::OtherTree);
    }
    Some(signed)
}

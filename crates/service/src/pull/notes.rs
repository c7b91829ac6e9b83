//! What a mirror keeps of the office's own word: the keys that were told first, and the newest checkpoint
//! that fits the events.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use super::state::put;
use khen_audit::{SignedCheckpoint, VerifierKey};

/// The newest checkpoint that fits the events, where `khen-verify mirror` looks for it.
const CHECKPOINT: &str = "checkpoint";
/// The verifier keys of the log, one a line: those of the first contact, until a person changes them.
pub(super) const LOG_KEYS: &str = "vkey";
/// The verifier keys of the export, likewise.
pub(super) const EXPORT_KEYS: &str = "export-vkey";
/// The folder of what was answered and must not have been.
const EVIDENCE: &str = "alarm";

/// The newest checkpoint that was kept.
pub(super) fn checkpoint(folder: &Path) -> anyhow::Result<Option<SignedCheckpoint>> {
    let Some(text) = read(folder, CHECKPOINT)? else {
        return Ok(None);
    };
    let signed = SignedCheckpoint::parse(&text);
    let signed = signed.with_context(|| format!("{} does not read", folder.display()))?;
    Ok(Some(signed))
}

/// Puts a checkpoint in the place of the one before.
pub(super) fn keep(folder: &Path, signed: &SignedCheckpoint) -> anyhow::Result<()> {
    put(folder, CHECKPOINT, signed.to_string().as_bytes())
}

/// The keys that were pinned in the file of this name; `None` before the first contact.
pub(super) fn keys(folder: &Path, file: &str) -> anyhow::Result<Option<Vec<VerifierKey>>> {
    let text = read(folder, file)?;
    let parsed = text.map(|text| text.lines().map(VerifierKey::parse).collect());
    let parsed: Option<Result<Vec<_>, _>> = parsed;
    parsed
        .transpose()
        .with_context(|| format!("{} holds no verifier keys", folder.join(file).display()))
}

/// Pins keys: no other is believed from now on.
pub(super) fn pin(folder: &Path, file: &str, keys: &[VerifierKey]) -> anyhow::Result<()> {
    let keys: Vec<_> = keys.iter().map(VerifierKey::to_string).collect();
    put(folder, file, (keys.join("\n") + "\n").as_bytes())
}

/// Where evidence is laid down.
pub(super) fn evidence(folder: &Path) -> PathBuf {
    folder.join(EVIDENCE)
}

/// Lays down notes as they were signed, each under a name of its own.
pub(super) fn accuse<'n>(
    folder: &Path,
    notes: impl IntoIterator<Item = &'n SignedCheckpoint>,
) -> anyhow::Result<()> {
    for signed in notes {
        let tree = signed.checkpoint().tree();
        let root = hex::encode(&tree.root.0[..8]);
        let name = format!("{}-{root}.checkpoint", tree.size);
        lay_down(folder, &name, &signed.to_string())?;
    }
    Ok(())
}

/// Lays down a piece of evidence.
pub(super) fn lay_down(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let evidence = evidence(folder);
    fs::create_dir_all(&evidence).with_context(|| evidence.display().to_string())?;
    put(&evidence, name, text.as_bytes())
}

fn read(folder: &Path, name: &str) -> anyhow::Result<Option<String>> {
    let path = folder.join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

//! Writes a bundle.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{
    archive::Archive,
    error::BundleError,
    evidence::{Evidence, ToldEvent},
    page, readme,
    report::Report,
    tables,
};
use crate::paper::Press;
use khen_audit::{
    Manifest, ProofPlan, SigningKey, TlogProof, leaf_hash, verify_consistency, verify_inclusion,
};
use khen_eventlog::{StreamName, leaf_bytes, write_cloud_event};

const VERIFY_PY: &str = include_str!("files/verify.py");
const POLICY: &str = "policy.txt";

/// A bundle as it is handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// What the file is called: `bang-chung-<code>-<position of the last event>.zip`.
    pub name: String,
    /// The file.
    pub zip: Vec<u8>,
    /// Its SHA-256; the same evidence gives the same.
    pub sha256: [u8; 32],
}

/// Writes the bundle of this evidence, its manifest signed by `key`: that of the log, or one of the name
/// `<origin>/evidence/v1` that the policy has as a log of its own; `press` prints the report.
///
/// # Errors
/// [`BundleError`] when the evidence does not hold: then there is nothing to hand out.
pub fn write_bundle(
    evidence: &Evidence,
    key: &SigningKey,
    press: &dyn Press,
) -> Result<Bundle, BundleError> {
    let last = check_order(evidence)?;
    evidence.policy.check(&evidence.checkpoint)?;
    let mut archive = Archive::default();
    archive.add("checkpoint.txt", evidence.checkpoint.to_string())?;
    archive.add(POLICY, evidence.policy.to_string())?;
    archive.add("verify.py", VERIFY_PY)?;
    archive.add("README.vi.txt", readme::written(evidence))?;
    let report = Report::of(evidence);
    archive.add("report.html", report.html())?;
    archive.add("report.pdf", press.print(&report.paper())?)?;
    add_events(&mut archive, evidence)?;
    add_earlier(&mut archive, evidence)?;
    add_files(&mut archive, evidence)?;
    let manifest = manifest(&archive, evidence);
    let note = manifest.sign(key)?;
    // A key that the policy does not know would make a bundle that nobody believes.
    manifest.signer(&note, &evidence.policy)?;
    archive.add(Manifest::PATH, note.to_string())?;
    archive.add(Manifest::PAGE_PATH, page::filled(&archive))?;
    let zip = archive.zip()?;
    Ok(Bundle {
        name: format!("bang-chung-{}-{last}.zip", file_name(&evidence.code)),
        sha256: sha256(&zip),
        zip,
    })
}

pub(super) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The position of the last event.
fn check_order(evidence: &Evidence) -> Result<u64, BundleError> {
    let events = || evidence.events.iter().map(|told| &told.event);
    for (one, next) in events().zip(events().skip(1)) {
        if next.position <= one.position {
            let position = next.position;
            return Err(BundleError::Order { position });
        }
    }
    let mut case = events().filter(|event| event.stream == evidence.subject);
    let last = events().next_back().filter(|_| case.next().is_some());
    last.map(|event| event.position.0)
        .ok_or(BundleError::NoEvents)
}

fn add_events(archive: &mut Archive, evidence: &Evidence) -> Result<(), BundleError> {
    let mut lines = Vec::new();
    for told in &evidence.events {
        let ToldEvent { event, payload, .. } = told;
        write_cloud_event(&mut lines, &evidence.source, event, *payload)?;
        lines.push(b'\n');
        let (position, tree) = (event.position, evidence.checkpoint.checkpoint().tree());
        let leaf = leaf_hash(&leaf_bytes(&evidence.source, event)?);
        let path = ProofPlan::inclusion(position.0, tree.size)?.prove(&evidence.tiles)?;
        verify_inclusion(leaf, position.0, &path, &tree)
            .map_err(|source| BundleError::NotSealed { position, source })?;
        let proof = TlogProof {
            extra: None,
            index: position.0,
            path,
            checkpoint: evidence.checkpoint.clone(),
        };
        archive.add(format!("proofs/{position}.tlog-proof"), proof.to_string())?;
    }
    archive.add("events.ndjson", lines)
}

fn add_earlier(archive: &mut Archive, evidence: &Evidence) -> Result<(), BundleError> {
    let tree = evidence.checkpoint.checkpoint().tree();
    for earlier in &evidence.earlier {
        // Who cosigned it then is for its reader; that the log signed it is what the proof is about.
        evidence.policy.check_log(earlier)?;
        let old = earlier.checkpoint().tree();
        let size = old.size;
        let proof = ProofPlan::consistency(size, tree.size)?.prove(&evidence.tiles)?;
        verify_consistency(&old, &tree, &proof)
            .map_err(|source| BundleError::NotGrown { size, source })?;
        let lines = proof.iter().map(|hash| format!("{hash}\n"));
        archive.add(format!("checkpoints/{size}.txt"), earlier.to_string())?;
        archive.add(
            format!("checkpoints/{size}.consistency"),
            lines.collect::<String>(),
        )?;
    }
    Ok(())
}

fn add_files(archive: &mut Archive, evidence: &Evidence) -> Result<(), BundleError> {
    for schema in &evidence.schemas {
        let (name, version) = schema.event_type.name_and_version();
        archive.add(
            format!("schemas/{name}/v{version}.json"),
            schema.json.as_slice(),
        )?;
    }
    let mut sums = String::new();
    for state in &evidence.states {
        let path = format!(
            "state/{}@{}.json",
            stream_path(&state.stream),
            state.version.0
        );
        // The form that `sha256sum --check` reads.
        let written = writeln!(sums, "{}  {path}", hex::encode(sha256(&state.json)));
        written.expect("text can always be written to");
        archive.add(path, state.json.as_slice())?;
    }
    for document in &evidence.documents {
        let path = tables::document_path(document);
        // Two events may name the same file.
        if archive.get(&path).is_none() {
            archive.add(path, document.bytes.as_slice())?;
        }
    }
    archive.add("state.sha256", sums)?;
    archive.add("documents.csv", tables::documents(&evidence.documents))?;
    archive.add("values.ndjson", tables::value_keys(&evidence.value_keys)?)?;
    for (path, log) in [("ocel.json", &evidence.ocel), ("case.xes", &evidence.xes)] {
        if let Some(log) = log {
            archive.add(path, log.as_slice())?;
        }
    }
    Ok(())
}

fn manifest(archive: &Archive, evidence: &Evidence) -> Manifest {
    let checkpoint = evidence.checkpoint.checkpoint();
    let positions = || evidence.events.iter().map(|told| told.event.position.0);
    let (first, last) = (positions().next(), positions().next_back());
    Manifest {
        origin: checkpoint.origin().clone(),
        subject: evidence.subject.clone(),
        range: first.unwrap_or(0)..last.map_or(0, |last| last + 1),
        tree: checkpoint.tree(),
        policy: sha256(archive.get(POLICY).unwrap_or_default()),
        page: page::empty().sha256(),
        files: archive.manifest_files(),
    }
}

/// A stream's name as a path: what no path may hold becomes `%` and two digits.
fn stream_path(stream: &StreamName) -> String {
    let parts = stream.as_str().split('/').map(file_name);
    parts.collect::<Vec<_>>().join("/")
}

fn file_name(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for (index, byte) in text.bytes().enumerate() {
        let is_plain = byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
        if is_plain || (byte == b'.' && index > 0) {
            name.push(char::from(byte));
        } else {
            name.push('%');
            name.push_str(&hex::encode([byte]));
        }
    }
    name
}

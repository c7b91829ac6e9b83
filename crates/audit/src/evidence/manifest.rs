//! The manifest of a bundle: which case, which tree, and the hash of every file.

use std::{fmt, ops::Range};

use thiserror::Error;

use crate::{
    BundlePath, Hash, Note, NoteError, Origin, Policy, PolicyError, SigningKey, TreeHead,
    VerifierKey, decimal,
    manifest_lines::{self, Lines, parse_range, parse_sha256},
};
use khen_eventlog::StreamName;

/// What the first line has after the origin of the log.
const SUFFIX: &str = "/evidence/v1";

/// What an evidence bundle consists of, in lines:
///
/// ```text
/// <origin of the log>/evidence/v1
/// subject <stream of the case>
/// range <first position> <last position + 1>
/// size <size of the tree>
/// root <its root, base64>
/// policy <SHA-256 of policy.txt, hexadecimal>
/// page <SHA-256 of verify.html without its copies>
/// sha256 <hexadecimal> <bytes> <path>
/// ```
///
/// The last line stands for each file but `MANIFEST.txt` and `verify.html`, in ascending order of paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The log that the events are in.
    pub origin: Origin,
    /// The stream of the case.
    pub subject: StreamName,
    /// Positions from the first to behind the last.
    pub range: Range<u64>,
    /// The tree that every proof leads to.
    pub tree: TreeHead,
    /// SHA-256 of `policy.txt`.
    pub policy: [u8; 32],
    /// [`crate::EvidencePage::sha256`] of `verify.html`.
    pub page: [u8; 32],
    /// The files, in ascending order of paths.
    pub files: Vec<ManifestFile>,
}

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestFile {
    /// Its path.
    pub path: BundlePath,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

/// A text that is no manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("line {line} of the manifest is missing or wrong")]
pub struct ManifestError {
    /// The line, from 1.
    pub line: usize,
}

impl Manifest {
    /// The path of a manifest in its bundle.
    pub const PATH: &'static str = "MANIFEST.txt";
    /// The path of the page whose copies no hash is over.
    pub const PAGE_PATH: &'static str = "verify.html";

    /// The manifest as a note that `key` signed.
    ///
    /// # Errors
    /// [`NoteError`] when there are more files than a note takes.
    pub fn sign(&self, key: &SigningKey) -> Result<Note, NoteError> {
        Note::sign(self.to_string(), key)
    }

    /// Reads the text of a manifest.
    ///
    /// # Errors
    /// [`ManifestError`] names the line; of two ways to write a number or a hash, only one is right.
    pub fn parse(text: &str) -> Result<Self, ManifestError> {
        let wrong = |line| ManifestError { line };
        let lines = Lines::of(text).ok_or(wrong(1))?;
        Self::read(lines).map_err(wrong)
    }

    /// Likewise; an error is the number of the line.
    fn read(mut lines: Lines<'_>) -> Result<Self, usize> {
        let mut manifest = Self {
            origin: lines.read("", |rest| Origin::parse(rest.strip_suffix(SUFFIX)?).ok())?,
            subject: lines.read("subject ", |rest| StreamName::parse(rest).ok())?,
            range: lines.read("range ", parse_range)?,
            tree: TreeHead {
                size: lines.read("size ", decimal::parse)?,
                root: lines.read("root ", |rest| Hash::parse(rest).ok())?,
            },
            policy: lines.read("policy ", parse_sha256)?,
            page: lines.read("page ", parse_sha256)?,
            files: Vec::new(),
        };
        while !lines.is_at_end() {
            let last = manifest.files.last().map(|file| &file.path);
            let file = lines.read("sha256 ", |rest| {
                parse_file(rest).filter(|file| last.is_none_or(|last| *last < file.path))
            })?;
            manifest.files.push(file);
        }
        Ok(manifest)
    }

    /// The key of `policy` that signed `note`, the note of this manifest: one that has the name of the
    /// log, or the name that stands in the first line.
    ///
    /// # Errors
    /// [`PolicyError`] when the policy has no such key, or none of them signed.
    pub fn signer<'p>(
        &self,
        note: &Note,
        policy: &'p Policy,
    ) -> Result<&'p VerifierKey, PolicyError> {
        manifest_lines::signer(note, policy, &self.origin, &self.name())
    }

    fn name(&self) -> String {
        format!("{}{SUFFIX}", self.origin)
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.range;
        let TreeHead { size, root } = self.tree;
        writeln!(f, "{}\nsubject {}", self.name(), self.subject.as_str())?;
        writeln!(f, "range {start} {end}\nsize {size}\nroot {root}")?;
        writeln!(f, "policy {}", hex::encode(self.policy))?;
        writeln!(f, "page {}", hex::encode(self.page))?;
        for ManifestFile {
            path,
            bytes,
            sha256,
        } in &self.files
        {
            writeln!(f, "sha256 {} {bytes} {path}", hex::encode(sha256))?;
        }
        Ok(())
    }
}

fn parse_file(text: &str) -> Option<ManifestFile> {
    let mut parts = text.splitn(3, ' ');
    let (hash, bytes, path) = (parts.next()?, parts.next()?, parts.next()?);
    let is_own = [Manifest::PATH, Manifest::PAGE_PATH].contains(&path);
    (!is_own).then_some(ManifestFile {
        path: BundlePath::parse(path).ok()?,
        bytes: decimal::parse(bytes)?,
        sha256: parse_sha256(hash)?,
    })
}

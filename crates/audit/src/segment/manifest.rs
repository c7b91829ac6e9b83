//! The manifest of a segment: which events, in which tree, in which file.

use std::{fmt, ops::Range};

use thiserror::Error;

use crate::{
    Hash, Note, NoteError, Origin, Policy, PolicyError, SigningKey, VerifierKey, decimal,
    manifest_lines::{self, Lines, parse_range, parse_sha256},
};

/// What the first line has after the origin of the log.
const SUFFIX: &str = "/export-manifest/v1";
/// What the name of the key has after the origin of the log.
const KEY_SUFFIX: &str = "/export";

/// What a segment of a ledger's history consists of, in lines:
///
/// ```text
/// <origin of the log>/export-manifest/v1
/// segment <first position> <last position + 1>
/// root <root of the tree of all events up to there, base64>
/// sha256 <hexadecimal> <bytes> events.ndjson.zst
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentManifest {
    /// The log that the events are in.
    pub origin: Origin,
    /// Positions from the first to behind the last.
    pub range: Range<u64>,
    /// The root of the tree of the first `range.end` events.
    pub root: Hash,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// Its length.
    pub bytes: u64,
}

/// A text that is no manifest of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("line {line} of the manifest is missing or wrong")]
pub struct SegmentManifestError {
    /// The line, from 1.
    pub line: usize,
}

impl SegmentManifest {
    /// The name of the manifest.
    pub const PATH: &'static str = "manifest.txt";
    /// The name of the file: one event a line, compressed as RFC 8878 has it.
    pub const EVENTS_PATH: &'static str = "events.ndjson.zst";

    /// The manifest as a note that `key` signed.
    ///
    /// # Errors
    /// [`NoteError`] when the origin is longer than a note takes.
    pub fn sign(&self, key: &SigningKey) -> Result<Note, NoteError> {
        Note::sign(self.to_string(), key)
    }

    /// Reads the text of a manifest.
    ///
    /// # Errors
    /// [`SegmentManifestError`] names the line; of two ways to write a number or a hash, only one is right.
    pub fn parse(text: &str) -> Result<Self, SegmentManifestError> {
        let wrong = |line| SegmentManifestError { line };
        let lines = Lines::of(text).ok_or(wrong(5))?;
        Self::read(lines).map_err(wrong)
    }

    /// Likewise; an error is the number of the line.
    fn read(mut lines: Lines<'_>) -> Result<Self, usize> {
        let origin = lines.read("", |rest| Origin::parse(rest.strip_suffix(SUFFIX)?).ok())?;
        let range = lines.read("segment ", parse_range)?;
        let root = lines.read("root ", |rest| Hash::parse(rest).ok())?;
        let (sha256, bytes) = lines.read("sha256 ", parse_file)?;
        if !lines.is_at_end() {
            return Err(5);
        }
        Ok(Self {
            origin,
            range,
            root,
            sha256,
            bytes,
        })
    }

    /// The key of `policy` that signed `note`, the note of this manifest: one that the policy lists as a
    /// log, under the name of the log or that name and `/export`.
    ///
    /// # Errors
    /// [`PolicyError`] when the policy has no such key, or none of them signed.
    pub fn signer<'p>(
        &self,
        note: &Note,
        policy: &'p Policy,
    ) -> Result<&'p VerifierKey, PolicyError> {
        let own_name = format!("{}{KEY_SUFFIX}", self.origin);
        manifest_lines::signer(note, policy, &self.origin, &own_name)
    }
}

impl fmt::Display for SegmentManifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.range;
        writeln!(f, "{}{SUFFIX}\nsegment {start} {end}", self.origin)?;
        writeln!(f, "root {}", self.root)?;
        let (hash, bytes) = (hex::encode(self.sha256), self.bytes);
        writeln!(f, "sha256 {hash} {bytes} {}", Self::EVENTS_PATH)
    }
}

fn parse_file(text: &str) -> Option<([u8; 32], u64)> {
    let rest = text.strip_suffix(SegmentManifest::EVENTS_PATH)?;
    let (hash, bytes) = rest.strip_suffix(' ')?.split_once(' ')?;
    Some((parse_sha256(hash)?, decimal::parse(bytes)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KeyName;

    fn manifest() -> SegmentManifest {
        SegmentManifest {
            origin: Origin::parse("khen.example/log/hon-quan").unwrap(),
            range: 0..4_096,
            root: Hash([7; 32]),
            sha256: [0xab; 32],
            bytes: 1_183_422,
        }
    }

    #[test]
    fn a_manifest_is_four_lines_that_read_back() {
        let text = manifest().to_string();
        let root = Hash([7; 32]);
        let hash = "ab".repeat(32);
        assert_eq!(
            text,
            format!(
                "khen.example/log/hon-quan/export-manifest/v1\nsegment 0 4096\nroot {root}\n\
                 sha256 {hash} 1183422 events.ndjson.zst\n"
            )
        );
        assert_eq!(SegmentManifest::parse(&text), Ok(manifest()));
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        let text = manifest().to_string();
        for (from, to, line) in [
            ("/export-manifest/v1", "/evidence/v1", 1),
            ("0 4096", "4096 4096", 2),
            ("0 4096", "00 4096", 2),
            ("root ", "Root ", 3),
            ("abab", "ABAB", 4),
            (" 1183422", "  1183422", 4),
            (".zst\n", ".zst\nmore\n", 5),
            (".zst\n", ".zst", 5),
        ] {
            let wrong = text.replacen(from, to, 1);
            let found = SegmentManifest::parse(&wrong);
            assert_eq!(found, Err(SegmentManifestError { line }), "{wrong}");
        }
    }

    #[test]
    fn only_the_keys_of_the_log_and_its_export_may_sign() {
        let key = |name: &str, seed| {
            SigningKey::from_seed(KeyName::parse(name).unwrap(), [seed; 32].into())
        };
        let origin = "khen.example/log/hon-quan";
        let log = key(origin, 1);
        let export = key("khen.example/log/hon-quan/export", 2);
        let other = key("khen.example/log/loc-ninh/export", 3);
        let lines = [&log, &export, &other].map(|key| format!("log {}\n", key.verifier()));
        let policy = Policy::parse(&format!("{}quorum none\n", lines.concat())).unwrap();
        for signer in [&log, &export] {
            let note = manifest().sign(signer).unwrap();
            let found = manifest().signer(&note, &policy);
            assert_eq!(found, Ok(signer.verifier()));
        }
        let note = manifest().sign(&other).unwrap();
        let origin = Origin::parse(origin).unwrap();
        let found = manifest().signer(&note, &policy);
        assert_eq!(found, Err(PolicyError::NotSigned { origin }));
    }
}

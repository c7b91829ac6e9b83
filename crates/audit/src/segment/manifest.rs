//! The manifest of a segment: which events, in which tree, in which file.

use std::{fmt, ops::Range};

use thiserror::Error;

use crate::{
    BadSignature, Hash, Note, NoteError, Origin, Policy, PolicyError, SigningKey, VerifierKey,
    decimal,
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
        let lines: Vec<&str> = text.split('\n').collect();
        let line = |number: usize| lines.get(number - 1).copied().unwrap_or_default();
        let wrong = |line| SegmentManifestError { line };
        let origin = line(1).strip_suffix(SUFFIX);
        let origin = origin.and_then(|origin| Origin::parse(origin).ok());
        let root = line(3).strip_prefix("root ");
        let (sha256, bytes) = parse_file(line(4)).ok_or(wrong(4))?;
        let manifest = Self {
            origin: origin.ok_or(wrong(1))?,
            range: parse_range(line(2)).ok_or(wrong(2))?,
            root: root
                .and_then(|root| Hash::parse(root).ok())
                .ok_or(wrong(3))?,
            sha256,
            bytes,
        };
        // Four lines, each with its end.
        if lines.len() != 5 || !line(5).is_empty() {
            return Err(wrong(5));
        }
        Ok(manifest)
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
        let origin = self.origin.clone();
        let own_name = format!("{origin}{KEY_SUFFIX}");
        let names = [origin.as_str(), own_name.as_str()];
        let keys = policy.logs().iter().map(|log| &log.key);
        let mut keys = keys
            .filter(|key| names.contains(&key.name().as_str()))
            .peekable();
        if keys.peek().is_none() {
            return Err(PolicyError::UnknownLog { origin });
        }
        let checked = keys.map(|key| note.verified_by(key));
        let signers = checked.filter_map(Result::transpose);
        let signers = signers.collect::<Result<Vec<_>, BadSignature>>()?;
        let first = signers.first().map(|signer| signer.key);
        first.ok_or(PolicyError::NotSigned { origin })
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

fn parse_range(line: &str) -> Option<Range<u64>> {
    let (start, end) = line.strip_prefix("segment ")?.split_once(' ')?;
    let range = decimal::parse(start)?..decimal::parse(end)?;
    (!range.is_empty()).then_some(range)
}

fn parse_file(line: &str) -> Option<([u8; 32], u64)> {
    let rest = line.strip_prefix("sha256 ")?;
    let rest = rest.strip_suffix(SegmentManifest::EVENTS_PATH)?;
    let (hash, bytes) = rest.strip_suffix(' ')?.split_once(' ')?;
    let sha256: [u8; 32] = hex::decode(hash).ok()?.try_into().ok()?;
    (hex::encode(sha256) == hash).then_some((sha256, decimal::parse(bytes)?))
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

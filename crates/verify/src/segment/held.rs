//! A segment on a disk.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader},
    ops::Range,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use zstd::Decoder;

use crate::{
    Counted, Report, What,
    limits::SEGMENT_EVENT_COUNT_MAX,
    mirror::{events::Reader, text},
};
use khen_audit::{Note, Policy, SegmentManifest};

const FOLDER: &str = "segments";

/// A segment whose manifest is signed and whose file is the one that was signed for.
pub(crate) struct Held {
    pub(crate) manifest: SegmentManifest,
    events: PathBuf,
    /// What stands before the names of its files where they are told.
    place: String,
}

/// The segments under `folder/segments`, in the order of their positions.
pub(crate) fn named(folder: &Path) -> io::Result<Vec<String>> {
    let mut found: Vec<(u64, String)> = Vec::new();
    let entries = match fs::read_dir(folder.join(FOLDER)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let first = name
            .split_once('-')
            .and_then(|(first, _)| first.parse().ok());
        if let Some(first) = first.filter(|_| entry.path().is_dir()) {
            found.push((first, format!("{FOLDER}/{name}/")));
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, place)| place).collect())
}

impl Held {
    /// Opens the segment in `folder/place`, where `place` is empty or ends with `/`. What is wrong with its
    /// manifest or its file as such is told; `None` when nothing can be read of it.
    pub(crate) fn open(
        folder: &Path,
        place: &str,
        policy: &Policy,
        report: &mut Report,
    ) -> Option<Self> {
        let at = format!("{place}{}", SegmentManifest::PATH);
        let note = text(folder, &at, report)?;
        let note = report.readable(&at, Note::parse(&note))?;
        let manifest = report.readable(&at, SegmentManifest::parse(note.text()))?;
        if let Err(error) = manifest.signer(&note, policy) {
            report.problem(&at, error);
        }
        let Range { start, end } = manifest.range;
        if end - start > SEGMENT_EVENT_COUNT_MAX {
            let most = format!("a segment has at most {SEGMENT_EVENT_COUNT_MAX} events");
            report.problem(&at, What::Unreadable(most));
            return None;
        }
        let at = format!("{place}{}", SegmentManifest::EVENTS_PATH);
        let events = folder.join(&at);
        if !events.exists() {
            report.problem(at, What::Missing);
            return None;
        }
        let (bytes, sha256) = report.readable(&at, hashed(&events))?;
        if (bytes, sha256) != (manifest.bytes, manifest.sha256) {
            report.problem(&at, What::OtherBytes);
        }
        report.count(Counted::Segments, 1);
        Some(Self {
            manifest,
            events,
            place: place.to_owned(),
        })
    }

    /// Reads its events behind those that were read, and holds the tree that they make, where it is known,
    /// against the manifest.
    pub(crate) fn read(&self, reader: &mut Reader<'_>, report: &mut Report) {
        let Range { start, end } = self.manifest.range;
        let manifest = format!("{}{}", self.place, SegmentManifest::PATH);
        if reader.next() != start {
            let expected = reader.next();
            report.problem(&manifest, What::Gap { expected });
        }
        let at = format!("{}{}", self.place, SegmentManifest::EVENTS_PATH);
        let decoder = File::open(&self.events).and_then(Decoder::new);
        let Some(decoder) = report.readable(&at, decoder) else {
            return;
        };
        // One more than there should be is enough to say that there are too many.
        reader.read(BufReader::new(decoder), &at, end - start + 1, report);
        if reader.next() != end {
            report.problem(&at, What::OtherRange);
        }
        let root = reader.root_at(end);
        if root.is_some_and(|root| root != self.manifest.root) {
            report.problem(&manifest, What::OtherRoot);
        }
    }
}

/// Length and SHA-256 of a file, which is read piece by piece.
pub(crate) fn hashed(path: &Path) -> io::Result<(u64, [u8; 32])> {
    let mut file = BufReader::new(File::open(path)?);
    let (mut hash, mut length) = (Sha256::new(), 0);
    loop {
        let piece = file.fill_buf()?;
        if piece.is_empty() {
            return Ok((length, hash.finalize().into()));
        }
        hash.update(piece);
        let read = piece.len();
        length += read as u64;
        file.consume(read);
    }
}

//! Events on a disk, line by line: none is missing and each is the leaf at its place.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use super::{documents::Documents, kept, tiles::Leaves};
use crate::{
    Counted, Report, What,
    limits::{LINE_BYTES_MAX, PROBLEM_COUNT_MAX},
};
use khen_audit::{Frontier, Hash, leaf_hash};
use khen_eventlog::{WireEvent, WirePayload, canonical};

const ENDING: &str = ".ndjson";
const FOLDER: &str = "events";

/// The files with events, in the order of their names.
pub(super) fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = named(folder, "")?;
    if folder.join(FOLDER).is_dir() {
        files.extend(named(&folder.join(FOLDER), &format!("{FOLDER}/"))?);
    }
    files.sort_unstable();
    Ok(files)
}

fn named(folder: &Path, prefix: &str) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(ENDING) && entry.file_type()?.is_file() {
            files.push(format!("{prefix}{name}"));
        }
    }
    Ok(files)
}

/// Reads events one after the other.
pub(crate) struct Reader<'l> {
    first: u64,
    size: u64,
    leaves: Option<&'l mut Leaves>,
    frontier: Frontier,
    /// The roots at sizes that are asked for, as soon as the events lead there one by one.
    roots: BTreeMap<u64, Option<Hash>>,
    /// Whether a position was left out or repeated: then no root can be made.
    is_torn: bool,
    /// How far a mirror says that it goes, where it does.
    end: Option<u64>,
    tail: Tail,
    documents: Option<Documents>,
    last: Option<WireEvent>,
    next: u64,
    withheld: usize,
}

/// Where the events of a mirror end.
#[derive(Debug, Default)]
pub(super) struct Tail {
    /// Where the next event would stand.
    pub(super) next: u64,
    /// The root of the tree that they make.
    pub(super) root: Option<Hash>,
    /// Bytes of the last file up to the end.
    pub(super) bytes: Option<u64>,
    /// The ledger that they are of.
    pub(super) source: Option<String>,
    /// Lines behind the end.
    pub(super) behind: Vec<String>,
    file_bytes: u64,
}

impl<'l> Reader<'l> {
    /// From the position `first` on, in a tree of `size` leaves; `leaves` are those of the tiles, where
    /// there are any.
    pub(crate) fn new(first: u64, size: u64, leaves: Option<&'l mut Leaves>) -> Self {
        Self {
            first,
            size,
            leaves,
            frontier: Frontier::new(),
            roots: BTreeMap::new(),
            is_torn: false,
            end: None,
            tail: Tail::default(),
            documents: None,
            last: None,
            next: first,
            withheld: 0,
        }
    }

    /// Remembers the roots at these sizes.
    pub(super) fn marking(mut self, sizes: impl Iterator<Item = u64>) -> Self {
        self.roots.extend(sizes.map(|size| (size, None)));
        self
    }

    /// Reads no further than a mirror says that it goes, and takes lines in their only form alone.
    pub(super) fn ending(mut self, end: u64) -> Self {
        self.end = Some(end);
        self
    }

    /// Holds documents against the events.
    pub(super) fn with(mut self, documents: Option<Documents>) -> Self {
        self.documents = documents;
        self
    }

    /// Where the next event belongs.
    pub(crate) fn next(&self) -> u64 {
        self.next
    }

    /// The root of the first `size` events, when those were read and nothing else, or when it was asked
    /// for before.
    pub(crate) fn root_at(&self, size: u64) -> Option<Hash> {
        if self.first != 0 {
            return None;
        }
        let known = self.roots.get(&size).copied().flatten();
        let is_here = !self.is_torn && self.frontier.size() == size;
        known.or_else(|| is_here.then(|| self.frontier.root()))
    }

    pub(super) fn read_file(&mut self, folder: &Path, file: &str, report: &mut Report) {
        let is_other = |first: u64| self.end.is_some() && first != self.next;
        if kept::first(file).is_some_and(is_other) {
            let expected = self.next;
            report.problem(file, What::Gap { expected });
        }
        self.tail.file_bytes = 0;
        let opened = File::open(folder.join(file));
        if let Some(opened) = report.readable(file, opened) {
            self.read(BufReader::new(opened), file, u64::MAX, report);
        }
    }

    /// Reads at most `most` lines of what is called `name`.
    pub(crate) fn read(
        &mut self,
        mut lines: impl BufRead,
        name: &str,
        most: u64,
        report: &mut Report,
    ) {
        let mut line = Vec::new();
        for number in 1..=most {
            line.clear();
            let mut bounded = lines.by_ref().take(LINE_BYTES_MAX);
            let read = bounded.read_until(b'\n', &mut line);
            let at = format!("{name}:{number}");
            if report.readable(&at, read).is_none_or(|bytes| bytes == 0) {
                return;
            }
            if self.end == Some(self.next) {
                if self.tail.behind.len() < PROBLEM_COUNT_MAX {
                    self.tail.behind.push(at);
                }
                continue;
            }
            match WireEvent::parse(&line) {
                Ok(event) => self.take(event, &line, &at, report),
                Err(error) => {
                    report.problem(at, error);
                    self.is_torn = true;
                    self.next += 1;
                }
            }
            self.tail.file_bytes += line.len() as u64;
            if self.end == Some(self.next) {
                self.tail.bytes = Some(self.tail.file_bytes);
            }
        }
    }

    /// Tells how far the events go; a problem when they end before the tree.
    pub(super) fn finish(mut self, report: &mut Report) -> Tail {
        if self.next < self.size {
            let expected = self.next;
            report.problem(FOLDER, What::Gap { expected });
        }
        if let Some(documents) = self.documents.take() {
            documents.finish(report);
        }
        let tail = Tail {
            next: self.next,
            root: self.end.and_then(|end| self.root_at(end)),
            source: self.last.as_ref().map(|last| last.source.clone()),
            ..std::mem::take(&mut self.tail)
        };
        self.count(report);
        tail
    }

    /// Tells how many events were read.
    pub(crate) fn count(self, report: &mut Report) {
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let sealed = self.next.min(self.size).saturating_sub(self.first);
        report.count(Counted::Events, count(sealed));
        report.count(Counted::Withheld, self.withheld);
        let unsealed = self.next.saturating_sub(self.size);
        report.count(Counted::Unsealed, count(unsealed));
    }

    fn take(&mut self, event: WireEvent, line: &[u8], at: &str, report: &mut Report) {
        let position = event.position.0;
        if position != self.next {
            let expected = self.next;
            report.problem(at, What::Gap { expected });
            self.is_torn = true;
        }
        if let Some(last) = &self.last {
            if event.source != last.source {
                report.problem(at, What::OtherSource);
            }
            if event.recorded_at <= last.recorded_at {
                report.problem(at, What::OutOfOrder);
            }
        }
        if self.end.is_some() && !is_in_form(line) {
            report.problem(at, What::OtherForm);
        }
        let leaf = leaf_hash(&event.leaf);
        if position < self.size {
            let sealed = self.leaves.as_mut().and_then(|leaves| leaves.at(position));
            if sealed.is_some_and(|sealed| sealed != leaf) {
                report.problem(at, What::OtherLeaf);
            }
        }
        self.grow(leaf);
        match (&event.payload, &mut self.documents) {
            (WirePayload::Whole(data), Some(documents)) => documents.hear(data),
            (WirePayload::Whole(_), None) => {}
            (WirePayload::Withheld | WirePayload::NotAsked, _) => self.withheld += 1,
        }
        self.next = position.saturating_add(1);
        self.last = Some(event);
    }

    fn grow(&mut self, leaf: Hash) {
        self.frontier.push(leaf);
        if let Some(root) = self.roots.get_mut(&self.frontier.size()) {
            *root = (!self.is_torn).then(|| self.frontier.root());
        }
    }
}

/// Whether a line is the canonical form of what it says, and ends as a line does.
fn is_in_form(line: &[u8]) -> bool {
    let Some(text) = line.strip_suffix(b"\n") else {
        return false;
    };
    let value = serde_json::from_slice(text).ok();
    value.and_then(|value| canonical(&value).ok()).as_deref() == Some(text)
}

//! Events on a disk, line by line: none is missing and each is the leaf at its place.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use super::tiles::Leaves;
use crate::{Counted, Report, What, limits::LINE_BYTES_MAX};
use khen_audit::{Frontier, Hash, leaf_hash};
use khen_eventlog::{WireEvent, WirePayload};

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
    last: Option<WireEvent>,
    next: u64,
    withheld: usize,
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
            last: None,
            next: first,
            withheld: 0,
        }
    }

    /// Where the next event belongs.
    pub(crate) fn next(&self) -> u64 {
        self.next
    }

    /// The root of the first `size` events, when those were read and nothing else.
    pub(crate) fn root_at(&self, size: u64) -> Option<Hash> {
        let is_whole = self.first == 0 && self.frontier.size() == size;
        is_whole.then(|| self.frontier.root())
    }

    pub(super) fn read_file(&mut self, folder: &Path, file: &str, report: &mut Report) {
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
            match WireEvent::parse(&line) {
                Ok(event) => self.take(event, &at, report),
                Err(error) => {
                    report.problem(at, error);
                    self.next += 1;
                }
            }
        }
    }

    /// Tells how far the events go; a problem when they end before the tree.
    pub(super) fn finish(self, report: &mut Report) {
        if self.next < self.size {
            let expected = self.next;
            report.problem(FOLDER, What::Gap { expected });
        }
        self.count(report);
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

    fn take(&mut self, event: WireEvent, at: &str, report: &mut Report) {
        let position = event.position.0;
        if position != self.next {
            let expected = self.next;
            report.problem(at, What::Gap { expected });
        }
        if let Some(last) = &self.last {
            if event.source != last.source {
                report.problem(at, What::OtherSource);
            }
            if event.recorded_at <= last.recorded_at {
                report.problem(at, What::OutOfOrder);
            }
        }
        if position < self.size {
            let leaf = leaf_hash(&event.leaf);
            self.frontier.push(leaf);
            let sealed = self.leaves.as_mut().and_then(|leaves| leaves.at(position));
            if sealed.is_some_and(|sealed| sealed != leaf) {
                report.problem(at, What::OtherLeaf);
            }
        }
        self.withheld += usize::from(!matches!(event.payload, WirePayload::Whole(_)));
        self.next = position.saturating_add(1);
        self.last = Some(event);
    }
}

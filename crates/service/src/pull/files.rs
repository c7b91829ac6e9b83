//! The files of a mirror: 4,096 events each, named after the first.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::state::sync_folder;
use khen_eventlog::limits::PAGE_EVENT_COUNT_MAX;

/// Events of a full file.
pub(super) const FILE_EVENT_COUNT: u64 = PAGE_EVENT_COUNT_MAX as u64;
const EXTENSION: &str = "ndjson";

/// The position that the file of a position begins with.
pub(super) fn first_of(position: u64) -> u64 {
    position - position % FILE_EVENT_COUNT
}

/// The file that begins with this position.
pub(super) fn path(folder: &Path, first: u64) -> PathBuf {
    folder.join(format!("{first:020}.{EXTENSION}"))
}

/// Puts bytes behind those that the file has; one that begins with the position is made anew.
pub(super) fn append(folder: &Path, position: u64, bytes: &[u8]) -> io::Result<()> {
    let first = first_of(position);
    let is_new = first == position;
    let mut options = OpenOptions::new();
    if is_new {
        options.write(true).create(true).truncate(true);
    } else {
        options.append(true);
    }
    let mut file = options.open(path(folder, first))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if is_new { sync_folder(folder) } else { Ok(()) }
}

/// Cuts off what was written behind the first `next` events and never finished.
pub(super) fn cut(folder: &Path, next: u64, tail_bytes: u64) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let first: Option<u64> = name.and_then(|name| name.parse().ok());
        let is_ours = path
            .extension()
            .is_some_and(|extension| extension == EXTENSION);
        if is_ours && first.is_some_and(|first| first >= next) {
            fs::remove_file(&path)?;
        }
    }
    let is_begun = first_of(next) < next;
    if is_begun {
        let tail = OpenOptions::new()
            .write(true)
            .open(path(folder, first_of(next)))?;
        if tail.metadata()?.len() > tail_bytes {
            tail.set_len(tail_bytes)?;
            tail.sync_all()?;
        }
    }
    Ok(())
}

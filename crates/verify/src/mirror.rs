//! A folder with a checkpoint, the tiles of its tree and the events as they were pulled.

mod events;
mod tiles;

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use crate::{Report, What};
use khen_audit::{Policy, SignedCheckpoint, TreeHead};

const CHECKPOINT: &str = "checkpoint";
const POLICY: &str = "policy.txt";
const TEXT_BYTES_MAX: u64 = 1 << 20;

/// Checks a whole log: that the tiles under `folder/tile` make the tree of `folder/checkpoint`, and that
/// the events in `folder/*.ndjson` and `folder/events/*.ndjson`, by name, are its leaves from the first to
/// the last.
///
/// Either tiles or events may be missing, not both. `policy` is the one that the reader holds; without
/// one, `folder/policy.txt` is used.
#[must_use]
pub fn check_mirror(folder: &Path, policy: Option<&Policy>) -> Report {
    let mut report = Report::new(policy.is_none());
    let own_policy = match policy {
        Some(_) => None,
        None => text(folder, POLICY, &mut report)
            .and_then(|text| report.readable(POLICY, Policy::parse(&text))),
    };
    let Some(policy) = policy.or(own_policy.as_ref()) else {
        return report;
    };
    report.trust(policy);
    let signed = text(folder, CHECKPOINT, &mut report);
    let signed =
        signed.and_then(|text| report.readable(CHECKPOINT, SignedCheckpoint::parse(&text)));
    let Some(signed) = signed else {
        return report;
    };
    match policy.check(&signed) {
        Ok(witnessed) => report.witnessed = Some(witnessed),
        Err(error) => report.problem(CHECKPOINT, error),
    }
    check_tree(folder, signed.checkpoint().tree(), &mut report);
    report
}

fn check_tree(folder: &Path, tree: TreeHead, report: &mut Report) {
    let mut leaves = tiles::Leaves::new(folder, tree.size);
    let has_tiles = folder.join("tile/0").is_dir();
    if has_tiles {
        tiles::check(folder, &tree, &mut leaves, report);
    }
    let files = match events::files(folder) {
        Ok(files) => files,
        Err(error) => {
            report.problem("events", What::Unreadable(error.to_string()));
            return;
        }
    };
    if files.is_empty() {
        if !has_tiles {
            report.problem("tile/0", What::Absent);
        }
        return;
    }
    let mut reader = events::Reader::new(tree.size, has_tiles.then_some(&mut leaves));
    for file in files {
        reader.read(folder, &file, report);
    }
    let frontier = reader.finish(report);
    if !has_tiles && frontier.size() == tree.size && frontier.root() != tree.root {
        report.problem(CHECKPOINT, What::OtherRoot);
    }
}

/// The text at `path`, or a problem that says why there is none.
fn text(folder: &Path, path: &str, report: &mut Report) -> Option<String> {
    match bytes(&folder.join(path), TEXT_BYTES_MAX) {
        Ok(Some(bytes)) => report.readable(path, String::from_utf8(bytes)),
        Ok(None) => {
            report.problem(path, What::Absent);
            None
        }
        Err(error) => {
            report.problem(path, What::Unreadable(error.to_string()));
            None
        }
    }
}

/// The bytes of a file, `None` where there is none.
fn bytes(path: &Path, bytes_max: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(bytes_max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > bytes_max {
        return Err(io::Error::other("the file is too long"));
    }
    Ok(Some(bytes))
}

//! A folder with a checkpoint, the tiles of its tree and the events as they were pulled.

mod documents;
pub(crate) mod events;
mod kept;
mod seen;
pub(crate) mod tiles;

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use self::seen::Seen;
use crate::{
    Report, What,
    segment::{Held, named},
};
use khen_audit::{Checkpoint, Policy, SignedCheckpoint};

const CHECKPOINT: &str = "checkpoint";
const POLICY: &str = "policy.txt";
const TEXT_BYTES_MAX: u64 = 1 << 20;

/// Checks a whole log: that the tiles under `folder/tile` make the tree of `folder/checkpoint`, and that
/// the events in `folder/segments/*` and after them in `folder/*.ndjson` and `folder/events/*.ndjson`, by
/// name, are its leaves from the first to the last; each segment against its manifest, too.
///
/// Either tiles or events may be missing, not both. What `khen pull` keeps beside them is held against them:
/// its state, its keys, the documents. `seen` are checkpoints that others hold, each named by where it
/// came from: the events have to reach as far and to make the same trees. `policy` is the one that the reader holds; without
/// one, `folder/policy.txt` is used.
#[must_use]
pub fn check_mirror(folder: &Path, seen: &[(String, String)], policy: Option<&Policy>) -> Report {
    let mut report = Report::new(policy.is_none());
    let own_policy = match policy {
        Some(_) => None,
        None => own_policy(folder, &mut report),
    };
    let Some(policy) = policy.or(own_policy.as_ref()) else {
        return report;
    };
    report.trust(policy);
    if let Some(signed) = signed_checkpoint(folder, policy, &mut report) {
        let checkpoint = signed.checkpoint();
        let seen = seen::seen(seen, checkpoint.origin(), policy, &mut report);
        if kept::is_pulled(folder) {
            kept::check_keys(folder, checkpoint, policy, &mut report);
        }
        check_tree(folder, checkpoint, (policy, &seen), &mut report);
    }
    report
}

/// The policy that came with what is to be checked.
pub(crate) fn own_policy(folder: &Path, report: &mut Report) -> Option<Policy> {
    let text = text(folder, POLICY, report)?;
    report.readable(POLICY, Policy::parse(&text))
}

/// The checkpoint in the folder, and whether the policy believes it.
pub(crate) fn signed_checkpoint(
    folder: &Path,
    policy: &Policy,
    report: &mut Report,
) -> Option<SignedCheckpoint> {
    let text = text(folder, CHECKPOINT, report)?;
    let signed = report.readable(CHECKPOINT, SignedCheckpoint::parse(&text))?;
    match policy.check(&signed) {
        Ok(witnessed) => report.witnessed = Some(witnessed),
        Err(error) => report.problem(CHECKPOINT, error),
    }
    Some(signed)
}

fn check_tree(
    folder: &Path,
    checkpoint: &Checkpoint,
    (policy, seen): (&Policy, &[Seen]),
    report: &mut Report,
) {
    let tree = checkpoint.tree();
    let mut leaves = tiles::Leaves::new(folder, tree.size);
    let has_tiles = folder.join("tile/0").is_dir();
    if has_tiles {
        tiles::check(folder, &tree, &mut leaves, report);
    }
    let found = named(folder).and_then(|segments| Ok((segments, events::files(folder)?)));
    let Some((segments, files)) = report.readable("events", found) else {
        return;
    };
    let is_pulled = kept::is_pulled(folder);
    if segments.is_empty() && files.is_empty() && !is_pulled {
        if has_tiles {
            let root_at = |size| tiles::root_at(folder, tree.size, size);
            seen::check(seen, tree.size, root_at, report);
        } else {
            report.problem("tile/0", What::Absent);
        }
        return;
    }
    let state = is_pulled.then(|| kept::state(folder, report)).flatten();
    let mut reader = events::Reader::new(0, tree.size, has_tiles.then_some(&mut leaves))
        .marking(seen::sizes(seen).chain([tree.size]))
        .with(documents::Documents::open(folder, report));
    let mut files = files;
    if let Some(state) = &state {
        reader = reader.ending(state.next);
        files = kept::own_files(folder, files, state, report);
    }
    for place in segments {
        if let Some(held) = Held::open(folder, &place, policy, report) {
            if held.manifest.origin != *checkpoint.origin() {
                report.problem(place, What::OtherTree);
            }
            held.read(&mut reader, report);
        }
    }
    for file in files {
        reader.read_file(folder, &file, report);
    }
    seen::check(seen, reader.next(), |size| reader.root_at(size), report);
    let root = reader.root_at(tree.size);
    let tail = reader.finish(report);
    if let Some(state) = state {
        kept::check_state(folder, &state, &tail, report);
    }
    if !has_tiles && root.is_some_and(|root| root != tree.root) {
        report.problem(CHECKPOINT, What::OtherRoot);
    }
}

/// The text at `path`, or a problem that says why there is none.
pub(crate) fn text(folder: &Path, path: &str, report: &mut Report) -> Option<String> {
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

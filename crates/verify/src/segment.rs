//! One piece of a ledger's history: its manifest, its events, and the tree that they are in.

mod held;

use std::path::Path;

use crate::{
    Counted, Report, What,
    mirror::{events::Reader, own_policy, signed_checkpoint, tiles},
};
use khen_audit::{Policy, SegmentManifest, TreeHead};

pub(crate) use held::{Held, hashed, named};

/// Checks a segment: that the manifest in `folder` is signed by the log or its export, that the file beside
/// it is the one signed for, and that every event in it is whole and in its place.
///
/// A segment that begins with the ledger makes its root by itself. For any other one `mirror`, a folder
/// with the log's checkpoint and tiles, says which leaves and which root are the right ones; without it
/// the signature alone speaks for the root. Without `policy` the one in `folder/policy.txt` is used.
#[must_use]
pub fn check_segment(folder: &Path, mirror: Option<&Path>, policy: Option<&Policy>) -> Report {
    let mut report = Report::new(policy.is_none());
    let own_policy = match policy {
        Some(_) => None,
        None => own_policy(folder, &mut report),
    };
    let Some(policy) = policy.or(own_policy.as_ref()) else {
        return report;
    };
    report.trust(policy);
    if let Some(held) = Held::open(folder, "", policy, &mut report) {
        match mirror {
            Some(mirror) => check_in_log(&held, mirror, policy, &mut report),
            None => check_alone(&held, &mut report),
        }
    }
    report
}

/// Against the tree that the segment itself makes, where it begins with the ledger.
fn check_alone(held: &Held, report: &mut Report) {
    let range = &held.manifest.range;
    let mut reader = Reader::new(range.start, range.end, None);
    held.read(&mut reader, report);
    let is_rooted = reader.root_at(range.end).is_some();
    reader.count(report);
    if !is_rooted {
        let count = usize::try_from(range.end - range.start).unwrap_or(usize::MAX);
        report.count(Counted::Unrooted, count);
    }
}

/// Against the tiles of the log and its checkpoint.
fn check_in_log(held: &Held, mirror: &Path, policy: &Policy, report: &mut Report) {
    let Some(signed) = signed_checkpoint(mirror, policy, report) else {
        return;
    };
    let tree: TreeHead = signed.checkpoint().tree();
    let SegmentManifest {
        origin,
        range,
        root,
        ..
    } = &held.manifest;
    if signed.checkpoint().origin() != origin || tree.size < range.end {
        report.problem(SegmentManifest::PATH, What::OtherTree);
        return;
    }
    let mut leaves = tiles::Leaves::new(mirror, tree.size);
    tiles::check(mirror, &tree, &mut leaves, report);
    match tiles::root_at(mirror, tree.size, range.end) {
        Some(found) if found == *root => {}
        Some(_) => report.problem(SegmentManifest::PATH, What::OtherRoot),
        // A missing tile was told before.
        None => {}
    }
    let mut reader = Reader::new(range.start, range.end, Some(&mut leaves));
    held.read(&mut reader, report);
    reader.count(report);
}

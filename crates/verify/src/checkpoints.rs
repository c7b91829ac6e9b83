//! Checkpoints that different people were shown, held against each other.

use std::collections::BTreeMap;

use crate::{Counted, Report, What};
use khen_audit::{Hash, Policy, SignedCheckpoint};

/// Checks that checkpoints which a log signed are of one history: two of the same size have the same root.
/// Each is named by where it came from. Two that do not are evidence, since only who has the log's key can
/// have signed both. Of two sizes nothing can be said without the tiles between them.
#[must_use]
pub fn check_checkpoints(notes: &[(String, String)], policy: &Policy) -> Report {
    let mut report = Report::new(false);
    report.trust(policy);
    let mut seen: BTreeMap<(String, u64), (Hash, &str)> = BTreeMap::new();
    let mut count = 0;
    for (at, note) in notes {
        let Some(signed) = signed_by_log(at, note, policy, &mut report) else {
            continue;
        };
        count += 1;
        let origin = signed.checkpoint().origin().to_string();
        let tree = signed.checkpoint().tree();
        let first = seen.entry((origin, tree.size)).or_insert((tree.root, at));
        if first.0 != tree.root {
            let other = first.1.to_owned();
            let size = tree.size;
            report.problem(at.as_str(), What::Fork { size, other });
        }
    }
    report.count(Counted::Compared, count);
    report
}

/// The checkpoint, when a log of the policy signed it, whoever else did; a problem when none has.
pub(crate) fn signed_by_log(
    at: &str,
    note: &str,
    policy: &Policy,
    report: &mut Report,
) -> Option<SignedCheckpoint> {
    let signed = report.readable(at, SignedCheckpoint::parse(note))?;
    match policy.check_log(&signed) {
        Ok(()) => Some(signed),
        Err(error) => {
            report.problem(at, error);
            None
        }
    }
}

//! Checkpoints that different people were shown, held against each other.

use std::collections::BTreeMap;

use crate::{Counted, Report, What};
use khen_audit::{Hash, Policy, PolicyError, SignedCheckpoint};

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
        let Some(signed) = report.readable(at, SignedCheckpoint::parse(note)) else {
            continue;
        };
        let origin = signed.checkpoint().origin().to_string();
        let logs = policy.logs().iter();
        let own = logs.filter(|log| log.key.name().as_str() == origin);
        let mut is_known = false;
        let mut is_signed = false;
        for log in own {
            is_known = true;
            match signed.note().verified_by(&log.key) {
                Ok(line) => is_signed |= line.is_some(),
                Err(bad) => report.problem(at.as_str(), PolicyError::BadSignature(bad)),
            }
        }
        if !is_known {
            report.problem(at.as_str(), What::UnknownLog { origin });
            continue;
        }
        if !is_signed {
            report.problem(at.as_str(), What::NotSigned { origin });
            continue;
        }
        count += 1;
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

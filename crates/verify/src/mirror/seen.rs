//! Checkpoints that somebody else holds, such as a witness: a mirror has to reach as far as each, and to
//! make its tree. So a mirror that was turned back as a whole is found, which nothing in it can tell.

use crate::{Report, What, checkpoints::signed_by_log};
use khen_audit::{Hash, Origin, Policy, TreeHead};

/// A checkpoint that the log signed.
pub(super) struct Seen {
    at: String,
    tree: TreeHead,
}

/// Those of the log with this origin.
pub(super) fn seen(
    notes: &[(String, String)],
    origin: &Origin,
    policy: &Policy,
    report: &mut Report,
) -> Vec<Seen> {
    let mut seen = Vec::new();
    for (at, note) in notes {
        let Some(signed) = signed_by_log(at, note, policy, report) else {
            continue;
        };
        if signed.checkpoint().origin() == origin {
            let tree = signed.checkpoint().tree();
            seen.push(Seen {
                at: at.clone(),
                tree,
            });
        } else {
            report.problem(at, What::OtherTree);
        }
    }
    seen
}

/// The sizes that they speak of.
pub(super) fn sizes(seen: &[Seen]) -> impl Iterator<Item = u64> {
    seen.iter().map(|one| one.tree.size)
}

/// Holds them against what is here: `size` events, and the root of the first ones where it is known.
pub(super) fn check(
    seen: &[Seen],
    size: u64,
    root_at: impl Fn(u64) -> Option<Hash>,
    report: &mut Report,
) {
    for Seen { at, tree } in seen {
        let signed = tree.size;
        if signed > size {
            report.problem(at, What::RolledBack { signed, size });
        } else if root_at(signed).is_some_and(|root| root != tree.root) {
            let other = "the mirror".to_owned();
            report.problem(
                at,
                What::Fork {
                    size: signed,
                    other,
                },
            );
        }
    }
}

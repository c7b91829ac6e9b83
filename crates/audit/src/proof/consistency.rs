//! Whether one tree grew from another.

use super::inclusion::{Place, Side};
use crate::{Hash, ProofError, TreeHead, node_hash};

/// Checks that `tree` grew from `old`: its first leaves are those of `old`, in the same order.
///
/// Source: RFC 9162 section 2.1.4.2, the same proof as RFC 6962 section 2.1.2 with a procedure to
/// check it. Every tree grew from the one without leaves; the proof is empty, as
/// `c2sp.org/tlog-witness` wants it.
///
/// # Errors
/// [`ProofError`] says what is wrong; a proof of another length never holds.
pub fn verify_consistency(
    old: &TreeHead,
    tree: &TreeHead,
    proof: &[Hash],
) -> Result<(), ProofError> {
    if old.size > tree.size {
        return Err(ProofError::OldLarger {
            old: old.size,
            size: tree.size,
        });
    }
    if old.size == tree.size || old.size == 0 {
        return proven_by_itself(old, tree, proof);
    }
    let mut place = Place::new(old.size - 1, tree.size);
    place.skip_right_children();
    // An old tree that is a full subtree is where the proof starts, and does not repeat it.
    let (start, proof) = if old.size.is_power_of_two() {
        (&old.root, proof)
    } else {
        proof.split_first().ok_or(ProofError::TooShort)?
    };
    let (mut old_hash, mut hash) = (*start, *start);
    for sibling in proof {
        match place.step_up()? {
            Side::Left => {
                old_hash = node_hash(sibling, &old_hash);
                hash = node_hash(sibling, &hash);
            }
            Side::Right => hash = node_hash(&hash, sibling),
        }
    }
    place.is_root()?;
    // The root first: a proof out of damaged tiles says nothing about the old tree.
    if hash != tree.root {
        return Err(ProofError::OtherRoot);
    }
    (old_hash == old.root)
        .then_some(())
        .ok_or(ProofError::OtherOldRoot)
}

/// A tree grew from itself and from nothing; there is nothing to prove.
fn proven_by_itself(old: &TreeHead, tree: &TreeHead, proof: &[Hash]) -> Result<(), ProofError> {
    if !proof.is_empty() {
        return Err(ProofError::TooLong);
    }
    if old.size == 0 && old.root != TreeHead::empty().root {
        return Err(ProofError::OtherOldRoot);
    }
    let is_same_root = old.size == 0 && tree.size > 0 || old.root == tree.root;
    is_same_root.then_some(()).ok_or(ProofError::OtherRoot)
}

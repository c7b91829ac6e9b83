//! Whether a leaf is in a tree.

use crate::{Hash, ProofError, TreeHead, node_hash};

/// Checks that the tree has `leaf` at `index`. The proof goes from the leaf's sibling upwards.
///
/// Source: RFC 9162 section 2.1.3.2, the same proof as RFC 6962 section 2.1.1 with a procedure to
/// check it.
///
/// # Errors
/// [`ProofError`] says what is wrong; a proof of another length never holds.
pub fn verify_inclusion(
    leaf: Hash,
    index: u64,
    proof: &[Hash],
    tree: &TreeHead,
) -> Result<(), ProofError> {
    let size = tree.size;
    if index >= size {
        return Err(ProofError::NoSuchLeaf { index, size });
    }
    let mut place = Place::new(index, size);
    let mut hash = leaf;
    for sibling in proof {
        hash = match place.step_up()? {
            Side::Left => node_hash(sibling, &hash),
            Side::Right => node_hash(&hash, sibling),
        };
    }
    place.is_root()?;
    (hash == tree.root)
        .then_some(())
        .ok_or(ProofError::OtherRoot)
}

/// On which side of a node its sibling stands.
pub(super) enum Side {
    Left,
    Right,
}

/// A node on the way up, and the last node of its row (`fn` and `sn` in RFC 9162).
pub(super) struct Place {
    index: u64,
    last: u64,
}

impl Place {
    /// The leaf at `index` of a tree of `size` leaves, of which there is at least one.
    pub(super) fn new(index: u64, size: u64) -> Self {
        Self {
            index,
            last: size - 1,
        }
    }

    /// Goes up to the parent of this node and its sibling, past rows where it has none, and says
    /// where the sibling stood.
    pub(super) fn step_up(&mut self) -> Result<Side, ProofError> {
        if self.last == 0 {
            return Err(ProofError::TooLong);
        }
        let is_right = self.index % 2 == 1;
        let is_last = self.index == self.last;
        if !is_right && is_last {
            // The last node of a row with no sibling stands for itself in the row above.
            self.rise(self.index.trailing_zeros());
        }
        self.rise(1);
        Ok(if is_right || is_last {
            Side::Left
        } else {
            Side::Right
        })
    }

    /// Goes up as long as this node is a right child.
    pub(super) fn skip_right_children(&mut self) {
        self.rise(self.index.trailing_ones());
    }

    /// That no sibling is left.
    pub(super) fn is_root(&self) -> Result<(), ProofError> {
        (self.last == 0).then_some(()).ok_or(ProofError::TooShort)
    }

    fn rise(&mut self, rows: u32) {
        self.index = self.index.checked_shr(rows).unwrap_or(0);
        self.last = self.last.checked_shr(rows).unwrap_or(0);
    }
}

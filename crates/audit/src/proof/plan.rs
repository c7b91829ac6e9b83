//! What a proof is made of, before a tile is read.

use std::ops::Range;

use thiserror::Error;

use crate::{
    Hash, MissingTile, TileId, TileSet,
    proof::subtree::{Subtree, decomposed},
    tree::hashing::folded,
};

/// A proof to be: [`ProofPlan::tiles`] names the tiles that it needs, [`ProofPlan::prove`] makes it
/// out of them.
///
/// Reading lies between the two, so that a store reads everything at once and in its own manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofPlan {
    size: u64,
    /// The leaves under each hash of the proof, in the order of the proof.
    ranges: Vec<Range<u64>>,
}

/// There is no such proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PlanError {
    /// No leaf has this index.
    #[error("a tree of {size} leaves has none with index {index}")]
    NoSuchLeaf {
        /// The leaf asked for.
        index: u64,
        /// Leaves in the tree.
        size: u64,
    },
    /// The tree never was larger than it is.
    #[error("a tree of {size} leaves did not grow from one of {old}")]
    OldLarger {
        /// The size it is said to have grown from.
        old: u64,
        /// Leaves in the tree.
        size: u64,
    },
}

impl ProofPlan {
    /// That the tree of `size` leaves has a certain leaf at `index`. RFC 6962 section 2.1.1.
    ///
    /// # Errors
    /// [`PlanError::NoSuchLeaf`] unless `index` is below `size`.
    pub fn inclusion(index: u64, size: u64) -> Result<Self, PlanError> {
        if index >= size {
            return Err(PlanError::NoSuchLeaf { index, size });
        }
        let mut ranges = Vec::new();
        let mut range = 0..size;
        while range.end - range.start > 1 {
            let (left, right) = halves(&range);
            let (inside, beside) = if index < left.end {
                (left, right)
            } else {
                (right, left)
            };
            ranges.push(beside);
            range = inside;
        }
        ranges.reverse();
        Ok(Self { size, ranges })
    }

    /// That the tree of `size` leaves grew from a certain one of `old`. RFC 6962 section 2.1.2,
    /// which leaves out the tree without leaves: every tree grew from it, and the proof is empty.
    ///
    /// # Errors
    /// [`PlanError::OldLarger`] when `old` is above `size`.
    pub fn consistency(old: u64, size: u64) -> Result<Self, PlanError> {
        if old > size {
            return Err(PlanError::OldLarger { old, size });
        }
        let mut ranges = Vec::new();
        let mut range = 0..size;
        // Who checks the proof knows the old root, so the old tree itself is never a part of it.
        let mut is_old_tree = true;
        while old > 0 && old != range.end {
            let (left, right) = halves(&range);
            if old <= left.end {
                ranges.push(right);
                range = left;
            } else {
                ranges.push(left);
                range = right;
                is_old_tree = false;
            }
        }
        if old > 0 && !is_old_tree {
            ranges.push(range);
        }
        ranges.reverse();
        Ok(Self { size, ranges })
    }

    /// The tiles that the proof is made from, each once.
    #[must_use]
    pub fn tiles(&self) -> Vec<TileId> {
        let subtrees = self.ranges.iter().cloned().flat_map(decomposed);
        let mut tiles: Vec<TileId> = subtrees.map(|subtree| subtree.tile(self.size)).collect();
        tiles.sort_unstable();
        tiles.dedup();
        tiles
    }

    /// The proof. The tiles are believed: a false tile makes a proof that does not hold.
    ///
    /// # Errors
    /// [`MissingTile`] names the first of [`ProofPlan::tiles`] that is not there.
    pub fn prove(&self, tiles: &TileSet) -> Result<Vec<Hash>, MissingTile> {
        let ranges = self.ranges.iter().cloned();
        ranges.map(|range| self.hash_over(range, tiles)).collect()
    }

    fn hash_over(&self, range: Range<u64>, tiles: &TileSet) -> Result<Hash, MissingTile> {
        let subtrees = decomposed(range).into_iter();
        let hashes = subtrees.map(|subtree: Subtree| subtree.hash(self.size, tiles));
        let hashes = hashes.collect::<Result<Vec<_>, _>>()?;
        Ok(folded(&hashes).expect("no range of a proof is empty"))
    }
}

/// The two children of a node over more than one leaf: the left one is as large as the largest
/// power of two below its size.
fn halves(range: &Range<u64>) -> (Range<u64>, Range<u64>) {
    let size = range.end - range.start;
    let middle = range.start + (1 << (size - 1).ilog2());
    (range.start..middle, middle..range.end)
}

//! A growing tree, of which only the right edge is kept.

use crate::{
    Hash, MissingTile, TileId, TileSet, TreeHead, empty_root, node_hash,
    proof::subtree::{Subtree, decomposed},
    tree::hashing::folded,
};

/// The largest full subtrees of a tree, from left to right: one for each set bit of its size.
///
/// A leaf costs one node hash on average, the root one for each subtree; 64 hashes stand for
/// a tree of any size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    subtrees: Vec<Hash>,
}

impl Frontier {
    /// The tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tiles that [`Frontier::from_tiles`] reads: the last of each level.
    #[must_use]
    pub fn tiles(size: u64) -> Vec<TileId> {
        let edge = decomposed(0..size).into_iter();
        let mut tiles: Vec<TileId> = edge.map(|subtree| subtree.tile(size)).collect();
        tiles.dedup();
        tiles
    }

    /// The tree of `size` leaves that `tiles` keep.
    ///
    /// The tiles are believed: whoever knows the root compares it with [`Frontier::root`].
    ///
    /// # Errors
    /// [`MissingTile`] names the first of [`Frontier::tiles`] that is not there.
    pub fn from_tiles(size: u64, tiles: &TileSet) -> Result<Self, MissingTile> {
        let edge = decomposed(0..size).into_iter();
        let subtrees = edge.map(|subtree| subtree.hash(size, tiles));
        Ok(Self {
            size,
            subtrees: subtrees.collect::<Result<_, _>>()?,
        })
    }

    /// Puts a leaf behind the last one.
    pub fn push(&mut self, leaf: Hash) {
        self.grow(leaf, |_, _| {});
    }

    /// Puts a leaf behind the last one, and shows each full subtree that it completes, the leaf
    /// itself first.
    pub(crate) fn grow(&mut self, leaf: Hash, mut completed: impl FnMut(Subtree, Hash)) {
        let (mut subtree, mut hash) = (Subtree::leaf(self.size), leaf);
        completed(subtree, hash);
        while subtree.is_right() {
            let left = self.subtrees.pop();
            let left = left.expect("each set bit of the size has its subtree");
            (subtree, hash) = (subtree.parent(), node_hash(&left, &hash));
            completed(subtree, hash);
        }
        self.subtrees.push(hash);
        self.size += 1;
    }

    /// Leaves in the tree.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        folded(&self.subtrees).unwrap_or_else(empty_root)
    }

    /// Size and root.
    #[must_use]
    pub fn head(&self) -> TreeHead {
        TreeHead {
            size: self.size,
            root: self.root(),
        }
    }
}

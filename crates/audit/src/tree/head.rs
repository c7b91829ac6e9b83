//! What a tree is, in two values.

use crate::{Hash, empty_root};

/// A tree of one size: two trees of the same size with the same root have the same leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeHead {
    /// Leaves in the tree: the positions below it are the entries.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl TreeHead {
    /// The tree without leaves.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            size: 0,
            root: empty_root(),
        }
    }
}

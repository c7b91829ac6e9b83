//! The tree of the events that are kept, at the size of a checkpoint.

use std::collections::VecDeque;

use khen_audit::{Frontier, Hash, TreeHead};

/// A tree that grows up to the size of one checkpoint, and the leaves behind it. Log and mirror are
/// one tree of leaves: where each checkpoint has the root of this tree at its size, each has grown
/// from the one before, and no proof of it need be asked for.
#[derive(Debug, Default)]
pub(super) struct Growth {
    tree: Frontier,
    /// Leaves that no checkpoint is known for yet.
    behind: VecDeque<Hash>,
    goal: u64,
}

impl Growth {
    /// Grows up to this size; it never shrinks.
    pub(super) fn aim(&mut self, size: u64) {
        self.goal = self.goal.max(size);
        self.grow();
    }

    /// Puts a leaf behind the last one.
    pub(super) fn push(&mut self, leaf: Hash) {
        self.behind.push_back(leaf);
        self.grow();
    }

    /// The tree at the size that was aimed at; `None` while leaves are missing.
    pub(super) fn head(&self) -> Option<TreeHead> {
        (self.tree.size() == self.goal).then(|| self.tree.head())
    }

    fn grow(&mut self) {
        while self.tree.size() < self.goal
            && let Some(leaf) = self.behind.pop_front()
        {
            self.tree.push(leaf);
        }
    }
}

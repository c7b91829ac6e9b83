//! Why a proof does not hold.

use thiserror::Error;

/// A proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ProofError {
    /// No leaf has this index.
    #[error("a tree of {size} leaves has none with index {index}")]
    NoSuchLeaf {
        /// The leaf that is said to be there.
        index: u64,
        /// Leaves in the tree.
        size: u64,
    },
    /// A tree does not shrink.
    #[error("a tree of {size} leaves did not grow from one of {old}")]
    OldLarger {
        /// The size that it is said to have grown from.
        old: u64,
        /// Leaves in the tree.
        size: u64,
    },
    /// Hashes are missing.
    #[error("the proof is too short")]
    TooShort,
    /// Hashes are left over.
    #[error("the proof is too long")]
    TooLong,
    /// It leads to another tree than the one it should be about.
    #[error("the proof leads to another root")]
    OtherRoot,
    /// It leads to the tree that it is about, which grew from another one than the one that is known.
    #[error("the proof starts from another old root")]
    OtherOldRoot,
}

//! Whether a log may go on.

use thiserror::Error;

use crate::{Hash, ProofError, TreeHead, verify_consistency};

/// Why a log must stop signing: what it has now did not grow from what a witness saw.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Halt {
    /// Entries that a witness saw are gone, as after a restore from an old backup.
    #[error("{witnessed} entries were signed for, and only {present} are there")]
    RolledBack {
        /// Entries that were witnessed.
        witnessed: u64,
        /// Entries that are there.
        present: u64,
    },
    /// Entries that a witness saw were changed: there are two histories.
    #[error("the first {size} entries are not those that were signed for")]
    Forked {
        /// How many entries were witnessed; at least one of them was changed.
        size: u64,
    },
    /// The log's own tiles prove neither: they do not belong to the tree that it has.
    #[error("the tiles do not prove the present tree")]
    TilesDisagree(#[source] ProofError),
}

/// Checks that the present tree of a log grew from the one that was witnessed last. `proof` is made
/// out of the log's own tiles, from the witnessed size to the present one.
///
/// # Errors
/// [`Halt`] says why it did not; the log must sign nothing more until a person has looked.
pub fn check_extends(witnessed: &TreeHead, present: &TreeHead, proof: &[Hash]) -> Result<(), Halt> {
    if witnessed.size == present.size && witnessed.root != present.root {
        let size = witnessed.size;
        return Err(Halt::Forked { size });
    }
    verify_consistency(witnessed, present, proof).map_err(|error| match error {
        ProofError::OldLarger { old, size } => Halt::RolledBack {
            witnessed: old,
            present: size,
        },
        ProofError::OtherOldRoot => Halt::Forked {
            size: witnessed.size,
        },
        ProofError::NoSuchLeaf { .. }
        | ProofError::TooShort
        | ProofError::TooLong
        | ProofError::OtherRoot => Halt::TilesDisagree(error),
    })
}

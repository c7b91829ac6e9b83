//! What a log asks of a witness.

use std::fmt;

use thiserror::Error;

use crate::{Hash, HashError, SignedCheckpoint, SignedCheckpointError, decimal};

/// Hashes in a proof; a tree of 2^63 leaves needs no more.
const PROOF_HASHES_MAX: usize = 63;

/// The body of `POST <prefix>/add-checkpoint`: a new checkpoint, and the proof that its tree grew
/// from the one that the witness cosigned last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size of the tree that the witness is thought to have cosigned last; 0 when none is.
    pub old_size: u64,
    /// The proof from that size on.
    pub proof: Vec<Hash>,
    /// The new checkpoint, signed by the log.
    pub checkpoint: SignedCheckpoint,
}

/// A body that is no such request.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddCheckpointError {
    /// The first line is not `old` and a size.
    #[error("the first line is not `old` and a size without a leading zero")]
    OldSize,
    /// A line of the proof is no hash.
    #[error("hash {number} of the proof is wrong")]
    Proof {
        /// Its number, from 0.
        number: usize,
        /// What is wrong with every such line.
        #[source]
        source: HashError,
    },
    /// The proof is longer than any that holds.
    #[error("a proof has at most {PROOF_HASHES_MAX} hashes")]
    TooManyHashes,
    /// No blank line ends the proof.
    #[error("there is no blank line before the checkpoint")]
    NoCheckpoint,
    /// The checkpoint is none.
    #[error(transparent)]
    Checkpoint(#[from] SignedCheckpointError),
}

impl AddCheckpoint {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// [`AddCheckpointError`] says what is wrong.
    pub fn parse(body: &str) -> Result<Self, AddCheckpointError> {
        let (head, checkpoint) = body
            .split_once("\n\n")
            .ok_or(AddCheckpointError::NoCheckpoint)?;
        let mut lines = head.split('\n');
        let old_size = lines.next().and_then(|line| line.strip_prefix("old "));
        let old_size = old_size.and_then(decimal::parse);
        let old_size = old_size.ok_or(AddCheckpointError::OldSize)?;
        if lines.clone().count() > PROOF_HASHES_MAX {
            return Err(AddCheckpointError::TooManyHashes);
        }
        let proof = lines.enumerate().map(|(number, line)| {
            Hash::parse(line).map_err(|source| AddCheckpointError::Proof { number, source })
        });
        Ok(Self {
            old_size,
            proof: proof.collect::<Result<_, _>>()?,
            checkpoint: SignedCheckpoint::parse(checkpoint)?,
        })
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old_size)?;
        self.proof
            .iter()
            .try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

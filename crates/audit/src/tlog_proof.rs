//! A proof that stands alone: a leaf's place, its path, and the checkpoint that it leads to.
//!
//! Source: `c2sp.org/tlog-proof@v1`.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;

use crate::{
    Hash, HashError, Policy, PolicyError, ProofError, SignedCheckpoint, SignedCheckpointError,
    Witnessed, decimal, leaf_hash, verify_inclusion,
};

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// The content of a `.tlog-proof` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlogProof {
    /// Whatever its maker added. Nothing proves it; Khen writes none and reads none.
    pub extra: Option<Vec<u8>>,
    /// The position of the entry.
    pub index: u64,
    /// The path from the leaf's sibling upwards.
    pub path: Vec<Hash>,
    /// The checkpoint whose root the path leads to.
    pub checkpoint: SignedCheckpoint,
}

/// A text that is no such proof.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TlogProofParseError {
    /// The first line is another.
    #[error("the first line is not `{FIRST_LINE}`")]
    FirstLine,
    /// What was added is not in canonical base64.
    #[error("the `extra` line is not in canonical base64")]
    Extra,
    /// The line of the index is missing or wrong.
    #[error("there is no line with `index` and a number without a leading zero")]
    Index,
    /// A line of the path is no hash.
    #[error("hash {number} of the path is wrong")]
    Path {
        /// Its number, from 0.
        number: usize,
        /// What is wrong with every such line.
        #[source]
        source: HashError,
    },
    /// No blank line ends the path.
    #[error("there is no blank line before the checkpoint")]
    NoCheckpoint,
    /// The checkpoint is none.
    #[error(transparent)]
    Checkpoint(#[from] SignedCheckpointError),
}

/// An entry that is not proven.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TlogProofError {
    /// The checkpoint is not to be believed.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The checkpoint is, but the entry is not proven to be in its tree.
    #[error(transparent)]
    Proof(#[from] ProofError),
}

impl TlogProof {
    /// Reads the text of a proof.
    ///
    /// # Errors
    /// [`TlogProofParseError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, TlogProofParseError> {
        let (head, checkpoint) = text
            .split_once("\n\n")
            .ok_or(TlogProofParseError::NoCheckpoint)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(FIRST_LINE) {
            return Err(TlogProofParseError::FirstLine);
        }
        let extra = lines.peek().and_then(|line| line.strip_prefix("extra "));
        let extra = extra.map(|extra| STANDARD.decode(extra));
        let extra = extra.transpose().map_err(|_| TlogProofParseError::Extra)?;
        if extra.is_some() {
            lines.next();
        }
        let index = lines.next().and_then(|line| line.strip_prefix("index "));
        let index = index.and_then(decimal::parse);
        let path = lines.enumerate().map(|(number, line)| {
            Hash::parse(line).map_err(|source| TlogProofParseError::Path { number, source })
        });
        Ok(Self {
            extra,
            index: index.ok_or(TlogProofParseError::Index)?,
            path: path.collect::<Result<_, _>>()?,
            checkpoint: SignedCheckpoint::parse(checkpoint)?,
        })
    }

    /// Checks that `entry` is in the log at the index, under a checkpoint that `policy` believes;
    /// says which, and who signed it when.
    ///
    /// # Errors
    /// [`TlogProofError`] says whether the policy or the proof fails.
    pub fn verify(&self, entry: &[u8], policy: &Policy) -> Result<Witnessed, TlogProofError> {
        let witnessed = policy.check(&self.checkpoint)?;
        verify_inclusion(leaf_hash(entry), self.index, &self.path, &witnessed.tree)?;
        Ok(witnessed)
    }
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST_LINE}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.path
            .iter()
            .try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

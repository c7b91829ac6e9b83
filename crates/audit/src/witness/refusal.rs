//! Why a witness does not cosign.

use thiserror::Error;

use crate::{AddCheckpointError, Hash, Origin, ProofError};

/// The `Content-Type` of a [`Refusal::OtherSize`].
pub const TLOG_SIZE_CONTENT_TYPE: &str = "text/x.tlog.size";

/// A request that a witness does not fulfil.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The body cannot be read.
    #[error(transparent)]
    Malformed(#[from] AddCheckpointError),
    /// The old tree is larger than the new one.
    #[error("the old size {old} is above the size {size} of the checkpoint")]
    OldLarger {
        /// The size that the log named.
        old: u64,
        /// The size of the checkpoint.
        size: u64,
    },
    /// The witness knows no such log.
    #[error("the log {origin} is not known here")]
    UnknownLog {
        /// The log of the checkpoint.
        origin: Origin,
    },
    /// No known key of the log signed, or one did not sign this.
    #[error("no key of the log {origin} that is known here signed the checkpoint")]
    NotSigned {
        /// The log of the checkpoint.
        origin: Origin,
    },
    /// The tree that was cosigned last has another size than the log thinks: it asks again with a
    /// proof from this one.
    #[error("the checkpoint cosigned last has size {cosigned}")]
    OtherSize {
        /// The size of the tree cosigned last; 0 when none was.
        cosigned: u64,
    },
    /// The log signed two trees of one size: it has two histories, and this is the evidence.
    #[error("the log forked at size {size}: it signed {signed} after {cosigned}")]
    Forked {
        /// The size of both trees.
        size: u64,
        /// The root cosigned last.
        cosigned: Hash,
        /// The root signed now.
        signed: Hash,
    },
    /// The new tree is not proven to have grown from the one cosigned last. Nobody knows yet whether
    /// the log forked or made a bad proof.
    #[error(transparent)]
    NotProven(ProofError),
}

impl Refusal {
    /// The status of the HTTP response.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) | Self::OldLarger { .. } => 400,
            Self::NotSigned { .. } => 403,
            Self::UnknownLog { .. } => 404,
            Self::OtherSize { .. } => 409,
            Self::Forked { .. } | Self::NotProven(_) => 422,
        }
    }

    /// The body of the HTTP response: of a [`Refusal::OtherSize`] the size alone, under
    /// [`TLOG_SIZE_CONTENT_TYPE`]; else the reason in words.
    #[must_use]
    pub fn body(&self) -> String {
        match self {
            Self::OtherSize { cosigned } => format!("{cosigned}\n"),
            Self::Malformed(_)
            | Self::OldLarger { .. }
            | Self::UnknownLog { .. }
            | Self::NotSigned { .. }
            | Self::Forked { .. }
            | Self::NotProven(_) => format!("{self}\n"),
        }
    }
}

//! What can be wrong.

use khen_audit::{PolicyError, ProofError};
use khen_eventlog::WireEventError;

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Everything that was looked at holds.
    Ok,
    /// Something is not what was signed.
    ProofFailed,
    /// It may all be true, but those whom the policy asks for have not signed it.
    PolicyNotMet,
    /// It cannot be read.
    Malformed,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, and behind a `:` the line of it where there is one.
    pub at: String,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It cannot be read, in the words of whoever tried (English).
    Unreadable(String),
    /// A file without which nothing can be checked is not there.
    Absent,
    /// A file that was signed for is not there.
    Missing,
    /// A file is there that nobody signed for.
    Unlisted,
    /// The file is not the one that was signed for.
    OtherBytes,
    /// A key is said to have signed and has not.
    BadSignature {
        /// The key.
        key: String,
    },
    /// Two statements about the log do not agree: origin, size or root.
    OtherTree,
    /// The manifest is about another policy.
    OtherPolicy,
    /// The data of an event is not what its hash says.
    OtherData,
    /// A member of an event does not follow from its type.
    OtherMember {
        /// The member.
        member: &'static str,
    },
    /// The event is of another ledger than the first one.
    OtherSource,
    /// The event is not where it should be: positions and times of recording ascend.
    OutOfOrder,
    /// A position is not the next one.
    Gap {
        /// The position that should be here.
        expected: u64,
    },
    /// Events of a stream are missing: its versions leave one out.
    StreamGap {
        /// The stream.
        stream: String,
        /// The version that should be here.
        expected: u64,
    },
    /// The events do not begin or end as the manifest says.
    OtherRange,
    /// The bundle has no event of its own case.
    NoSubject,
    /// There is no proof for the event at this position.
    NoProof {
        /// The position.
        position: u64,
    },
    /// The proof is for no event of the bundle.
    StrayProof,
    /// The proof is for another position than its name says.
    OtherIndex,
    /// The proof leads to another checkpoint than the one of the bundle.
    OtherCheckpoint,
    /// The event is not proven to be in the log.
    NotIncluded(ProofError),
    /// The earlier tree did not grow into the one of the bundle.
    NotGrown(ProofError),
    /// The name of a document is not its hash.
    OtherName,
    /// No event of the bundle names the document.
    Uncited,
    /// The page carries other texts than the bundle.
    OtherCopies,
    /// A tile or a bundle of entries is not what the leaves make.
    OtherTile,
    /// The leaf of the event is not the one in the tile.
    OtherLeaf,
    /// The leaves make another tree than the checkpoint says.
    OtherRoot,
    /// It says what it should, and is not written in the only form that it has.
    OtherForm,
    /// The line stands behind the end that the mirror's own state tells.
    BehindEnd,
    /// The state of a mirror says something else than its files.
    OtherState {
        /// The member of `state.json`.
        member: &'static str,
    },
    /// The mirror believes a key that the policy does not name.
    OtherKey {
        /// The key.
        key: String,
    },
    /// The log has signed for more events than are here.
    RolledBack {
        /// How many it signed for.
        signed: u64,
        /// How many are here.
        size: u64,
    },
    /// The archive is packed otherwise than this version packs it; what is inside is not concerned.
    Repacked,
    /// The log has signed another root of the same size: it showed two histories.
    Fork {
        /// How many events both speak of.
        size: u64,
        /// Where the other one is.
        other: String,
    },
    /// The policy does not know this log.
    UnknownLog {
        /// The log.
        origin: String,
    },
    /// The log has not signed.
    NotSigned {
        /// The log.
        origin: String,
    },
    /// Not enough witnesses cosigned.
    NoQuorum {
        /// What the policy calls its quorum.
        quorum: String,
        /// The witnesses that did cosign.
        cosigned: Vec<String>,
    },
}

impl Verdict {
    /// The exit code of `khen-verify`.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Ok => 0,
            Self::ProofFailed => 1,
            Self::PolicyNotMet => 2,
            Self::Malformed => 3,
        }
    }

    /// The word for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::ProofFailed => "proof-failed",
            Self::PolicyNotMet => "policy-not-met",
            Self::Malformed => "malformed",
        }
    }

    /// The worse of two. What was changed comes before what cannot be read, since a change is often the
    /// reason; an unmet policy is told when nothing worse is.
    pub(crate) fn or_worse(self, other: Self) -> Self {
        let rank = |verdict: Self| match verdict {
            Self::Ok => 0,
            Self::PolicyNotMet => 1,
            Self::Malformed => 2,
            Self::ProofFailed => 3,
        };
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }
}

impl What {
    /// What it makes of the whole; [`Verdict::Ok`] for what is told and leaves everything true.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Unreadable(_) | Self::Absent => Verdict::Malformed,
            Self::UnknownLog { .. }
            | Self::NotSigned { .. }
            | Self::NoQuorum { .. }
            | Self::OtherKey { .. } => Verdict::PolicyNotMet,
            Self::Repacked => Verdict::Ok,
            Self::Missing
            | Self::Unlisted
            | Self::OtherBytes
            | Self::BadSignature { .. }
            | Self::OtherTree
            | Self::OtherPolicy
            | Self::OtherData
            | Self::OtherMember { .. }
            | Self::OtherSource
            | Self::OutOfOrder
            | Self::Gap { .. }
            | Self::StreamGap { .. }
            | Self::OtherRange
            | Self::NoSubject
            | Self::NoProof { .. }
            | Self::StrayProof
            | Self::OtherIndex
            | Self::OtherCheckpoint
            | Self::NotIncluded(_)
            | Self::NotGrown(_)
            | Self::OtherName
            | Self::Uncited
            | Self::OtherCopies
            | Self::OtherTile
            | Self::OtherLeaf
            | Self::OtherRoot
            | Self::OtherForm
            | Self::BehindEnd
            | Self::OtherState { .. }
            | Self::RolledBack { .. }
            | Self::Fork { .. } => Verdict::ProofFailed,
        }
    }

    /// What it is for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Absent => "absent",
            Self::Missing => "missing",
            Self::Unlisted => "unlisted",
            Self::OtherBytes => "other-bytes",
            Self::BadSignature { .. } => "bad-signature",
            Self::OtherTree => "other-tree",
            Self::OtherPolicy => "other-policy",
            Self::OtherData => "other-data",
            Self::OtherMember { .. } => "other-member",
            Self::OtherSource => "other-source",
            Self::OutOfOrder => "out-of-order",
            Self::Gap { .. } => "gap",
            Self::StreamGap { .. } => "stream-gap",
            Self::OtherRange => "other-range",
            Self::NoSubject => "no-subject",
            Self::NoProof { .. } => "no-proof",
            Self::StrayProof => "stray-proof",
            Self::OtherIndex => "other-index",
            Self::OtherCheckpoint => "other-checkpoint",
            Self::NotIncluded(_) => "not-included",
            Self::NotGrown(_) => "not-grown",
            Self::OtherName => "other-name",
            Self::Uncited => "uncited",
            Self::OtherCopies => "other-copies",
            Self::OtherTile => "other-tile",
            Self::OtherLeaf => "other-leaf",
            Self::OtherRoot => "other-root",
            Self::OtherForm => "other-form",
            Self::BehindEnd => "behind-end",
            Self::OtherState { .. } => "other-state",
            Self::OtherKey { .. } => "other-key",
            Self::RolledBack { .. } => "rolled-back",
            Self::Repacked => "repacked",
            Self::Fork { .. } => "fork",
            Self::UnknownLog { .. } => "unknown-log",
            Self::NotSigned { .. } => "not-signed",
            Self::NoQuorum { .. } => "no-quorum",
        }
    }
}

impl From<PolicyError> for What {
    fn from(error: PolicyError) -> Self {
        match error {
            PolicyError::UnknownLog { origin } => Self::UnknownLog {
                origin: origin.to_string(),
            },
            PolicyError::NotSigned { origin } => Self::NotSigned {
                origin: origin.to_string(),
            },
            PolicyError::BadSignature(bad) => Self::BadSignature {
                key: format!("{}+{}", bad.name, bad.id),
            },
            PolicyError::NoQuorum { quorum, cosigned } => Self::NoQuorum { quorum, cosigned },
        }
    }
}

impl From<WireEventError> for What {
    fn from(error: WireEventError) -> Self {
        match error {
            WireEventError::OtherData => Self::OtherData,
            WireEventError::Contradiction { member } => Self::OtherMember { member },
            WireEventError::NoObject
            | WireEventError::Member { .. }
            | WireEventError::Canonical(_)
            | WireEventError::Leaf(_) => Self::Unreadable(error.to_string()),
        }
    }
}

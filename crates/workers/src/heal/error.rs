//! Why a ledger was not healed.

use thiserror::Error;

use super::MirrorError;
use crate::seal::signer::SignError;
use khen_eventlog::{LedgerId, OfficeError, Position, PutBackError, ReadError};

/// Why a ledger was not healed. Nothing was put back unless it says so, and its halt stands.
#[derive(Debug, Error)]
pub enum HealError {
    /// There is no such ledger here.
    #[error("there is no ledger {ledger} here")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// A witness knows of more than the log itself remembers to have signed.
    #[error(
        "{needed} events were witnessed, and what was signed is known of {signed} only: name the witness \
         in the configuration, so that it can be asked for the checkpoint that it cosigned"
    )]
    NotProven {
        /// Events that were witnessed.
        needed: u64,
        /// Events of the largest tree that is known.
        signed: u64,
    },
    /// The mirror is of another ledger.
    #[error("the mirror is of {found}, and this ledger is {expected}")]
    OtherLedger {
        /// The source of the ledger.
        expected: String,
        /// The source of the mirror.
        found: String,
    },
    /// The ledger has another event than the mirror: there are two histories, and no program can say
    /// which of them holds.
    #[error(
        "the ledger has another event at position {position} than the mirror: it was not only turned \
         back, it went another way; nothing was changed"
    )]
    Fork {
        /// The first such position.
        position: Position,
    },
    /// Events are missing at the end.
    #[error("{needed} events were signed for, and there are only {found}")]
    TooShort {
        /// Events that were signed for.
        needed: u64,
        /// Events that are there.
        found: u64,
    },
    /// The events are not those that were signed.
    #[error("the first {size} events are not those that were signed for")]
    OtherTree {
        /// Of how many events.
        size: u64,
    },
    /// A checkpoint that is kept does not hold.
    #[error("what was signed cannot be told: {reason}")]
    Checkpoint {
        /// Why.
        reason: String,
    },
    /// The mirror gave no events.
    #[error(transparent)]
    Mirror(#[from] MirrorError),
    /// The ledger could not be read.
    #[error("the ledger could not be read")]
    Ledger(#[from] ReadError),
    /// What was signed could not be read.
    #[error("what was signed could not be read")]
    Signed(#[from] SignError),
    /// Log or office gave no answer.
    #[error("the log or the office could not be read or written")]
    Office(#[from] OfficeError),
    /// The events could not be put back.
    #[error("the events could not be put back")]
    PutBack(#[from] PutBackError),
    /// Some events were put back, and then it broke off.
    #[error(
        "{put_back} of {missing} missing events were put back, in order and proven, and the ledger is still \
         halted: heal it again, it goes on from there"
    )]
    BrokenOff {
        /// Events that were put back.
        put_back: usize,
        /// Events that had been missing.
        missing: usize,
        /// What it broke off with.
        source: Box<HealError>,
    },
}

impl HealError {
    /// The failure when so many of the missing events had been put back before.
    pub(super) fn after(self, put_back: usize, missing: usize) -> Self {
        if put_back == 0 {
            return self;
        }
        Self::BrokenOff {
            put_back,
            missing,
            source: Box::new(self),
        }
    }
}

//! Looks whether ledgers go on from what was signed, before and while anything is recorded in them.
//!
//! A ledger that was restored from an old backup looks whole to itself. Recording one more event in it
//! would make a second history beside the one that was signed and handed out. So every process looks
//! before its first command, and goes on looking: at the book in which other processes write what they
//! noticed, and at the ledgers, which only ever grow.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use thiserror::Error;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::{
    grown::{Grown, NotSeen},
    halted::{Halting, Noticed, kind_of, witnessed_of},
    memory::SignedMemory,
    signer::{SignError, Signer},
    witnesses::AskedWitness,
};
use crate::{limits::GUARD_POLL_COUNT, sink::chain};
use khen_audit::{Halt, SignedCheckpoint, TreeHead};
use khen_eventlog::{EventFeed, Ledger, LedgerId, OfficeError, Position, ReadError, TileStore};

/// What a guard is made of.
pub struct GuardParts {
    /// The ledgers.
    pub feed: Arc<dyn EventFeed>,
    /// Their logs.
    pub tiles: Arc<dyn TileStore>,
    /// What was signed of them before.
    pub memory: SignedMemory,
    /// Where halts are told.
    pub halting: Halting,
    /// How long it sleeps between two looks.
    pub poll: Duration,
}

/// Looks at ledgers, and halts those that are not what was signed for.
pub struct Guard {
    parts: GuardParts,
    /// How far each ledger reached when it was last seen.
    sizes: BTreeMap<LedgerId, Position>,
}

/// Why a look came to nothing.
#[derive(Debug, Error)]
pub enum GuardError {
    /// The ledgers could not be read.
    #[error("could not look at the ledgers")]
    Ledger(#[from] ReadError),
    /// The logs or the book of halts could not be read.
    #[error("could not read the logs or the book of halts")]
    Office(#[from] OfficeError),
    /// One ledger could not be looked at.
    #[error("could not look at the ledger {ledger}")]
    NotSeen {
        /// Which.
        ledger: LedgerId,
        /// Why.
        source: NotSeen,
    },
}

impl Guard {
    /// A guard that has seen nothing.
    #[must_use]
    pub fn new(parts: GuardParts) -> Self {
        Self {
            parts,
            sizes: BTreeMap::new(),
        }
    }

    /// Looks at the book and at every ledger: to be done before anything is recorded.
    ///
    /// # Errors
    /// [`GuardError`]; nothing may be recorded then.
    pub async fn look(&mut self) -> Result<(), GuardError> {
        self.parts.halting.read_book().await?;
        let logs = self.parts.tiles.log_sizes().await?;
        let ledgers = self.parts.feed.ledgers().await?;
        for ledger in &ledgers {
            self.look_at(ledger).await?;
        }
        for (lost, size) in logs {
            if size.0 > 0 && !ledgers.iter().any(|ledger| ledger.id == lost) {
                let halt = Halt::RolledBack {
                    witnessed: size.0,
                    present: 0,
                };
                self.halt(&lost, &halt).await;
            }
        }
        Ok(())
    }

    /// Asks witnesses once what they cosigned last. One that gives no answer is passed over: it is asked
    /// again by whoever has the logs witnessed. What it answers counts only under the log's own key.
    ///
    /// # Errors
    /// [`GuardError`].
    pub async fn ask(&self, signer: &Signer, asked: &[AskedWitness]) -> Result<(), GuardError> {
        let ledgers = self.parts.feed.ledgers().await?;
        for witness in asked {
            for ledger in &ledgers {
                let tree = match cosigned(signer, witness, ledger).await {
                    Ok(tree) => tree,
                    Err(failure) => {
                        let name = witness.key.name().as_str();
                        let reason = failure.to_string();
                        warn!(witness = name, reason, "A witness could not be asked");
                        break;
                    }
                };
                if let Some(tree) = tree {
                    self.hold(ledger, tree).await?;
                }
            }
        }
        Ok(())
    }

    /// Looks until `stop`.
    pub async fn run(mut self, stop: &CancellationToken) {
        for turn in 0_u32.. {
            if stop.is_cancelled() {
                return;
            }
            let is_due = turn.is_multiple_of(GUARD_POLL_COUNT);
            if let Err(failure) = self.look_again(is_due).await {
                let reason = chain(&failure);
                warn!(reason, "Could not look whether ledgers are halted");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(self.parts.poll) => {}
            }
        }
    }

    /// Reads the book, and if the ledgers are due, asks how large all of them are; only one that has shrunk,
    /// or is new, is looked at by itself.
    async fn look_again(&mut self, is_due: bool) -> Result<(), GuardError> {
        self.parts.halting.read_book().await?;
        if !is_due {
            return Ok(());
        }
        for ledger in self.parts.feed.ledgers().await? {
            let last = self.sizes.get(&ledger.id).copied();
            if last.is_none_or(|last| ledger.size < last) {
                self.look_at(&ledger).await?;
            }
            self.sizes.insert(ledger.id, ledger.size);
        }
        Ok(())
    }

    async fn look_at(&mut self, ledger: &Ledger) -> Result<(), GuardError> {
        let last = self.sizes.insert(ledger.id.clone(), ledger.size);
        let log = self.parts.tiles.log(&ledger.id).await?.unwrap_or_default();
        let remembered = match self.parts.memory.origin(ledger) {
            Ok(origin) => self.parts.memory.tree(&origin, &log).await,
            Err(failure) => Err(failure),
        };
        let claim = match remembered {
            Ok(claim) => claim,
            // Without it nobody can say that the ledger goes on from what was signed.
            Err(failure) => {
                self.unreadable(&ledger.id, log.size, &failure).await;
                return Ok(());
            }
        };
        let known = log.size.max(last.unwrap_or_default());
        let present = self.present(ledger).await?.size;
        if present < known && known.0 > claim.size {
            let halt = Halt::RolledBack {
                witnessed: known.0,
                present: present.0,
            };
            self.halt(&ledger.id, &halt).await;
            return Ok(());
        }
        self.hold(ledger, claim).await
    }

    /// The ledger as it is now. It is asked for last, after everything that speaks of it: what others
    /// record, seal and sign in the meantime is then there, and no ledger that merely grew looks as if it
    /// had been turned back.
    async fn present(&self, ledger: &Ledger) -> Result<Ledger, ReadError> {
        let present = self.parts.feed.ledger(&ledger.id).await?;
        Ok(present.unwrap_or_else(|| Ledger {
            size: Position(0),
            last_recorded: None,
            ..ledger.clone()
        }))
    }

    /// Holds a ledger against a tree that was signed, and halts it if it did not grow from it.
    async fn hold(&self, ledger: &Ledger, claim: TreeHead) -> Result<(), GuardError> {
        let log = self.parts.tiles.log(&ledger.id).await?.unwrap_or_default();
        let ledger = &self.present(ledger).await?;
        let grown = Grown {
            feed: &self.parts.feed,
            tiles: &*self.parts.tiles,
        };
        let seen = grown.from(ledger, &log, claim).await;
        let halt = seen.map_err(|source| GuardError::NotSeen {
            ledger: ledger.id.clone(),
            source,
        })?;
        if let Some(halt) = halt {
            self.halt(&ledger.id, &halt).await;
        }
        Ok(())
    }

    async fn halt(&self, ledger: &LedgerId, halt: &Halt) {
        let noticed = Noticed {
            ledger,
            witnessed: witnessed_of(halt, 0),
            kind: kind_of(halt),
            reason: halt.to_string(),
        };
        self.parts.halting.halt(noticed).await;
    }

    async fn unreadable(&self, ledger: &LedgerId, known: Position, failure: &SignError) {
        let noticed = Noticed {
            ledger,
            witnessed: known.0,
            kind: "state_unreadable",
            reason: chain(failure),
        };
        self.parts.halting.halt(noticed).await;
    }
}

/// The tree that a witness cosigned last of the log of a ledger, if the log itself signed it; `None` where
/// it has cosigned none.
///
/// # Errors
/// When the witness gives no answer, or one that the log has not signed.
pub async fn cosigned(
    signer: &Signer,
    witness: &AskedWitness,
    ledger: &Ledger,
) -> Result<Option<TreeHead>, Box<dyn std::error::Error + Send + Sync>> {
    let identity = signer.identity(ledger)?;
    let hash = identity.origin.sha256_hex();
    let Some(note) = witness.door.checkpoint(&hash).await? else {
        return Ok(None);
    };
    let signed = SignedCheckpoint::parse(&note)?;
    for key in identity.verifiers() {
        if signed.note().verified_by(key)?.is_some()
            && *signed.checkpoint().origin() == identity.origin
        {
            return Ok(Some(signed.checkpoint().tree()));
        }
    }
    Err("the log has not signed what the witness shows".into())
}

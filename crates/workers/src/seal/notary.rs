//! Looks which logs have grown, and has them signed.

use std::{collections::BTreeMap, sync::Arc};

use metrics::gauge;
use thiserror::Error;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::{
    halted::{self, Halting},
    signer::{SignError, Signer},
    tiles::{self, TreeError},
};
use crate::{Holdings, LedgerStatus, Status, limits::SIGN_PAUSE, names, sink::chain};
use khen_ambient::Clock;
use khen_audit::{Frontier, Halt, ProofPlan};
use khen_eventlog::{
    CheckpointKind, Epoch, EventFeed, KeptCheckpoint, LedgerId, OfficeError, Position, ReadError,
    SealError, SealedLog, TileStore,
};

/// What a notary is made of.
pub struct NotaryParts {
    /// The ledgers, to know their sources.
    pub feed: Arc<dyn EventFeed>,
    /// Their logs.
    pub store: Arc<dyn TileStore>,
    /// What signs them.
    pub signer: Signer,
    /// How far the sink of the logs is, in every ledger that this process follows.
    pub status: Status,
    /// Which of them are its own to sign.
    pub holdings: Holdings,
    /// Where it is told that a ledger is not what was signed for.
    pub halting: Halting,
    /// When a checkpoint was signed.
    pub clock: Arc<dyn Clock>,
}

/// Signs the logs that have grown: each at most once in [`SIGN_PAUSE`], and none that has not. A log that
/// this process has not met yet is held against what was signed of it before.
pub struct Notary {
    parts: NotaryParts,
    /// Sizes up to which nothing is left to be signed.
    signed: BTreeMap<LedgerId, Position>,
}

/// Why a log was not signed now.
#[derive(Debug, Error)]
enum NotSigned {
    #[error("could not sign")]
    Sign(#[from] SignError),
    #[error("could not read the ledger")]
    Ledger(#[from] ReadError),
    #[error("could not read the log")]
    Log(#[from] OfficeError),
    #[error("could not read the tree")]
    Tree(#[from] TreeError),
    #[error("could not keep the checkpoint")]
    Keep(#[from] SealError),
}

impl Notary {
    /// A notary that has signed nothing.
    #[must_use]
    pub fn new(parts: NotaryParts) -> Self {
        Self {
            parts,
            signed: BTreeMap::new(),
        }
    }

    /// Signs until `stop`.
    pub async fn run(mut self, stop: &CancellationToken) {
        let mut news = self.parts.status.news();
        // What is known already counts as news.
        news.mark_changed();
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                // The sender lives as long as the status in the parts.
                _ = news.changed() => {}
            }
            let is_done = self.look().await;
            tokio::select! {
                () = stop.cancelled() => return,
                () = sleep(SIGN_PAUSE) => {}
            }
            if !is_done {
                news.mark_changed();
            }
        }
    }

    /// Signs every log that has grown since the last look; says whether none is left.
    pub async fn look(&mut self) -> bool {
        let followed = self.parts.status.ledgers();
        self.leave(&followed);
        let mut is_done = true;
        for (ledger, status) in followed {
            let is_signed = self.signed.get(&ledger) == Some(&status.cursor);
            if is_signed || status.stopped.is_some() {
                continue;
            }
            let Some(epoch) = self.parts.holdings.epoch(&ledger) else {
                continue;
            };
            match self.sign(&ledger, epoch).await {
                Ok(size) => is_done &= size >= status.cursor,
                Err(NotSigned::Sign(SignError::Halted(halt))) => {
                    let told = (&self.parts.status, &self.parts.halting);
                    let witnessed = halted::witnessed_of(&halt, status.cursor.0);
                    halted::tell(told, &ledger, (status.cursor, witnessed), &halt).await;
                }
                Err(failure) => {
                    let reason = chain(&failure);
                    warn!(ledger = ledger.as_str(), reason, "Could not sign a log");
                    is_done = false;
                }
            }
        }
        is_done
    }

    /// Whatever is followed elsewhere now is signed there, and shown there.
    fn leave(&mut self, followed: &BTreeMap<LedgerId, LedgerStatus>) {
        self.signed.retain(|ledger, _| {
            let is_followed = followed.contains_key(ledger);
            if !is_followed {
                show(ledger, Position(0));
            }
            is_followed
        });
    }

    /// Signs a log as it is now, and answers with the size up to which nothing is left to be signed.
    async fn sign(&mut self, ledger: &LedgerId, epoch: Epoch) -> Result<Position, NotSigned> {
        let log = self.parts.store.log(ledger).await?.unwrap_or_default();
        if let Some(now) = self.signed_now(ledger, &log).await? {
            let is_kept = log
                .signed
                .is_some_and(|kept| (kept.size, kept.keys) == (now.size, now.keys.clone()));
            if !is_kept {
                let kind = CheckpointKind::Signed;
                let store = &self.parts.store;
                store.keep_checkpoint(ledger, kind, &now, epoch).await?;
            }
            show(ledger, now.size);
        }
        self.signed.insert(ledger.clone(), log.size);
        Ok(log.size)
    }

    /// The checkpoint of a log as it is now; `None` of an empty one, and of one that is being made again.
    async fn signed_now(
        &self,
        id: &LedgerId,
        log: &SealedLog,
    ) -> Result<Option<KeptCheckpoint>, NotSigned> {
        let NotaryParts { feed, signer, .. } = &self.parts;
        let ledger = feed.ledger(id).await?;
        let Some(ledger) = ledger.filter(|_| log.size > Position(0)) else {
            return Ok(None);
        };
        let identity = signer.identity(&ledger).map_err(SignError::from)?;
        let before = signer.signed(&identity, log).await?;
        if log.size.0 < before.tree.size && before.tree.size <= ledger.size.0 {
            return Ok(None);
        }
        let plan = ProofPlan::consistency(before.tree.size, log.size.0);
        let plan = plan.map_err(|_| {
            SignError::from(Halt::RolledBack {
                witnessed: before.tree.size,
                present: log.size.0,
            })
        })?;
        let mut wanted = plan.tiles();
        wanted.extend(Frontier::tiles(log.size.0));
        let set = tiles::read(&*self.parts.store, id, &wanted).await?;
        let tree = Frontier::from_tiles(log.size.0, &set).map_err(TreeError::from)?;
        let proof = plan.prove(&set).map_err(TreeError::from)?;
        let signed = signer.sign(&identity, &before, tree.head(), &proof).await?;
        Ok(Some(KeptCheckpoint {
            size: log.size,
            note: signed.to_string(),
            keys: identity.lines(),
            at: self.parts.clock.now(),
        }))
    }
}

/// Shows how far a log is signed.
fn show(ledger: &LedgerId, size: Position) {
    // Exact up to 2^53, which no ledger reaches.
    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
    gauge!(names::LOG_CHECKPOINT_SIZE, "ledger" => ledger.as_str().to_owned()).set(size.0 as f64);
}

//! Asks witnesses to cosign what the log has signed.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use async_trait::async_trait;
use jiff::Timestamp;
use metrics::gauge;
use thiserror::Error;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use super::{
    halted::{self, Halting},
    tiles,
    tiles::TreeError,
};
use crate::{
    Herald, Holdings, Status,
    limits::{WITNESS_FRESHNESS, WITNESS_PAUSE},
    names,
    sink::chain,
};
use khen_ambient::Clock;
use khen_audit::{
    AddCheckpoint, Halt, NoteError, PlanError, ProofPlan, SignedCheckpoint, SignedCheckpointError,
    VerifierKey, WitnessAnswer, WitnessAnswerError,
};
use khen_eventlog::{
    CheckpointKind, Epoch, EventFeed, KeptCheckpoint, LedgerId, OfficeError, Position, ReadError,
    SealError, TileStore,
};

/// The way to one witness.
#[async_trait]
pub trait WitnessDoor: Send + Sync {
    /// Brings the body of an `add-checkpoint` request; answers with status and body of the response.
    ///
    /// # Errors
    /// When no response came.
    async fn add_checkpoint(
        &self,
        body: String,
    ) -> Result<(u16, String), Box<dyn std::error::Error + Send + Sync>>;

    /// The newest checkpoint that it cosigned of the log whose origin has this SHA-256 in hexadecimal
    /// digits; `None` when it has cosigned none.
    ///
    /// # Errors
    /// When no response came, or none that answers it.
    async fn checkpoint(
        &self,
        origin_hash: &str,
    ) -> Result<Option<String>, Box<dyn std::error::Error + Send + Sync>>;
}

/// A witness that is asked.
#[derive(Clone)]
pub struct AskedWitness {
    /// What its cosignatures are checked with; its name is the label of its measures.
    pub key: VerifierKey,
    /// The way to it.
    pub door: Arc<dyn WitnessDoor>,
}

/// What asking is made of.
pub struct WitnessesParts {
    /// The ledgers, to know how large they are.
    pub feed: Arc<dyn EventFeed>,
    /// Their logs.
    pub store: Arc<dyn TileStore>,
    /// Who is asked.
    pub witnesses: Vec<AskedWitness>,
    /// How far the sink of the logs is, in every ledger that this process follows.
    pub status: Status,
    /// Which of them are its own to have witnessed.
    pub holdings: Holdings,
    /// Who tells others that there is a new cosigned checkpoint; `None` where nobody subscribes.
    pub herald: Option<Herald>,
    /// Where it is told that a ledger is not what a witness saw.
    pub halting: Halting,
    /// When a witness was asked last.
    pub clock: Arc<dyn Clock>,
}

/// Asks every witness for a cosignature of each log that has grown, at most every [`WITNESS_PAUSE`], and
/// at least every [`WITNESS_FRESHNESS`] of one that has not: a cosignature also says that nothing newer
/// is hidden.
pub struct Witnesses {
    parts: WitnessesParts,
    /// What each witness cosigned last, by ledger and the place of the witness.
    cosigned: BTreeMap<(LedgerId, usize), Cosigned>,
}

/// What a witness cosigned last.
#[derive(Debug, Clone, Copy, Default)]
struct Cosigned {
    size: u64,
    at: Option<Timestamp>,
}

/// Why a witness did not cosign now.
#[derive(Debug, Error)]
enum NotWitnessed {
    #[error("the witness could not be asked")]
    Door(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the answer of the witness is not to be believed")]
    Answer(#[from] WitnessAnswerError),
    #[error("the witness refused with status {status}")]
    Refused { status: u16 },
    #[error("the checkpoint that was kept cannot be read")]
    Kept(#[from] SignedCheckpointError),
    #[error("there is no room for the line of the witness")]
    Line(#[from] NoteError),
    #[error("there is no such proof")]
    Plan(#[from] PlanError),
    #[error("could not read the tree")]
    Tree(#[from] TreeError),
    #[error("could not read the log")]
    Log(#[from] OfficeError),
    #[error("could not read the ledger")]
    Ledger(#[from] ReadError),
    #[error("could not keep the cosignature")]
    Keep(#[from] SealError),
    #[error("the witness saw another log")]
    Halted(#[from] Halt),
}

impl Witnesses {
    /// Nobody was asked yet.
    #[must_use]
    pub fn new(parts: WitnessesParts) -> Self {
        Self {
            parts,
            cosigned: BTreeMap::new(),
        }
    }

    /// Asks until `stop`.
    pub async fn run(mut self, stop: &CancellationToken) {
        while !stop.is_cancelled() {
            self.look().await;
            tokio::select! {
                () = stop.cancelled() => {}
                () = sleep(WITNESS_PAUSE) => {}
            }
        }
    }

    /// Asks once for whatever is due.
    pub async fn look(&mut self) {
        for (ledger, status) in self.parts.status.ledgers() {
            let Some(epoch) = self.parts.holdings.epoch(&ledger) else {
                self.cosigned.retain(|(known, _), _| *known != ledger);
                continue;
            };
            if status.stopped.is_some() {
                continue;
            }
            match self.witness(&ledger, status.cursor, epoch).await {
                Ok(()) => {}
                Err(NotWitnessed::Halted(halt)) => {
                    let told = (&self.parts.status, &self.parts.halting);
                    let witnessed = halted::witnessed_of(&halt, status.cursor.0);
                    halted::tell(told, &ledger, (status.cursor, witnessed), &halt).await;
                }
                Err(failure) => told(&ledger, None, &failure),
            }
        }
    }

    /// Has a log witnessed by all who are due, and keeps what they signed.
    async fn witness(
        &mut self,
        ledger: &LedgerId,
        size: Position,
        epoch: Epoch,
    ) -> Result<(), NotWitnessed> {
        let now = self.parts.clock.now();
        let places = 0..self.parts.witnesses.len();
        let due: Vec<usize> = places
            .filter(|place| self.is_due((ledger, *place), size, now))
            .collect();
        if due.is_empty() {
            return Ok(());
        }
        let log = self.parts.store.log(ledger).await?;
        let Some(kept) = log.and_then(|log| log.signed) else {
            return Ok(());
        };
        let mut signed = SignedCheckpoint::parse(&kept.note)?;
        let mut is_new = false;
        for place in due {
            match self.ask((ledger, place), &mut signed).await {
                Ok(()) => {
                    let cosigned = Cosigned {
                        size: kept.size.0,
                        at: Some(now),
                    };
                    self.cosigned.insert((ledger.clone(), place), cosigned);
                    self.show((ledger, place), now);
                    is_new = true;
                }
                Err(halt @ NotWitnessed::Halted(_)) => return Err(halt),
                Err(failure) => told(ledger, Some(&self.parts.witnesses[place].key), &failure),
            }
        }
        if is_new {
            let note = signed.to_string();
            let told = note.clone();
            self.keep(ledger, KeptCheckpoint { note, ..kept }, epoch)
                .await?;
            if let Some(herald) = &self.parts.herald {
                herald.tell(ledger, &told).await;
            }
        }
        Ok(())
    }

    /// Whether this witness is to be asked: the log has grown, or its last word is old.
    fn is_due(&self, (ledger, place): (&LedgerId, usize), size: Position, now: Timestamp) -> bool {
        self.show((ledger, place), now);
        let last = self.last(ledger, place);
        let age = last.at.map(|at| now.duration_since(at).unsigned_abs());
        last.size < size.0 || age.is_none_or(|age| age >= WITNESS_FRESHNESS)
    }

    fn last(&self, ledger: &LedgerId, place: usize) -> Cosigned {
        let known = self.cosigned.get(&(ledger.clone(), place));
        known.copied().unwrap_or_default()
    }

    /// Asks a witness, which knows itself what it cosigned last, and puts its line into the checkpoint.
    async fn ask(
        &self,
        (ledger, place): (&LedgerId, usize),
        signed: &mut SignedCheckpoint,
    ) -> Result<(), NotWitnessed> {
        let AskedWitness { key, door } = &self.parts.witnesses[place];
        let size = signed.checkpoint().tree().size;
        let mut old_size = self.last(ledger, place).size;
        loop {
            let request = AddCheckpoint {
                old_size,
                proof: self.proof(ledger, old_size, size).await?,
                checkpoint: signed.clone(),
            };
            let answered = door.add_checkpoint(request.to_string()).await;
            let (status, body) = answered.map_err(NotWitnessed::Door)?;
            match WitnessAnswer::read(status, &body, signed, key)? {
                WitnessAnswer::Cosigned { line, .. } => return Ok(signed.put(line)?),
                WitnessAnswer::OtherSize { cosigned } if cosigned > size => {
                    return Err(self.beyond(ledger, cosigned).await?);
                }
                WitnessAnswer::OtherSize { cosigned } if cosigned != old_size => {
                    old_size = cosigned;
                }
                // It cosigned a tree of this size, and is shown that this one did not grow from it.
                WitnessAnswer::Refused { status: 422 } => {
                    return Err(Halt::Forked { size: old_size }.into());
                }
                WitnessAnswer::OtherSize { .. } => {
                    return Err(NotWitnessed::Refused { status });
                }
                WitnessAnswer::Refused { status } => return Err(NotWitnessed::Refused { status }),
            }
        }
    }

    async fn proof(
        &self,
        ledger: &LedgerId,
        old: u64,
        size: u64,
    ) -> Result<Vec<khen_audit::Hash>, NotWitnessed> {
        let plan = ProofPlan::consistency(old, size)?;
        let set = tiles::read(&*self.parts.store, ledger, &plan.tiles()).await?;
        Ok(plan.prove(&set).map_err(TreeError::from)?)
    }

    /// What it means that a witness cosigned more than is signed here: entries are gone, unless they are
    /// there and only their checkpoint was lost.
    async fn beyond(&self, id: &LedgerId, cosigned: u64) -> Result<NotWitnessed, NotWitnessed> {
        let ledger = self.parts.feed.ledger(id).await?;
        let present = ledger.map_or(0, |ledger| ledger.size.0);
        Ok(if present < cosigned {
            NotWitnessed::Halted(Halt::RolledBack {
                witnessed: cosigned,
                present,
            })
        } else {
            NotWitnessed::Refused { status: 409 }
        })
    }

    /// Keeps the checkpoint as the newest that was witnessed, and, unless the log was signed anew
    /// meanwhile, as the newest that is served.
    async fn keep(
        &self,
        ledger: &LedgerId,
        kept: KeptCheckpoint,
        epoch: Epoch,
    ) -> Result<(), NotWitnessed> {
        let store = &self.parts.store;
        let witnessed = store.keep_checkpoint(ledger, CheckpointKind::Witnessed, &kept, epoch);
        witnessed.await?;
        let signed = store.keep_checkpoint(ledger, CheckpointKind::Signed, &kept, epoch);
        match signed.await {
            Ok(()) | Err(SealError::Moved) => Ok(()),
            Err(failure @ (SealError::Fenced | SealError::Rewritten | SealError::Store(_))) => {
                Err(failure.into())
            }
        }
    }

    /// Shows how far a witness is.
    fn show(&self, (ledger, place): (&LedgerId, usize), now: Timestamp) {
        let last = self.last(ledger, place);
        let witness = self.parts.witnesses[place].key.name().to_string();
        let labels = [("ledger", ledger.to_string()), ("witness", witness)];
        // Exact up to 2^53, which no ledger reaches.
        #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
        gauge!(names::LOG_WITNESSED_SIZE, &labels).set(last.size as f64);
        if let Some(at) = last.at {
            let age: Duration = now.duration_since(at).unsigned_abs();
            gauge!(names::LOG_WITNESS_AGE_SECONDS, &labels).set(age.as_secs_f64());
        }
    }
}

fn told(ledger: &LedgerId, witness: Option<&VerifierKey>, failure: &NotWitnessed) {
    warn!(
        ledger = ledger.as_str(),
        witness = witness.map(|key| key.name().as_str()),
        reason = chain(failure),
        "A log was not witnessed"
    );
}

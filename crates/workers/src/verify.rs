//! Looks whether a ledger is still what was recorded, sealed and signed.
//!
//! Everything is read and hashed once more: each event against its own hashes, against the leaf that was
//! sealed in the tiles, the tiles against each other, and the root against every checkpoint that was
//! signed, witnessed, or is remembered on the second path. Nothing is changed, and a damage stops nothing:
//! all of them are told.

mod damage;
mod documents;
mod examiner;
mod reading;
mod signatures;

use std::sync::Arc;

use thiserror::Error;
use tokio::task::spawn_blocking;

pub(crate) use self::signatures::Claims;
pub use self::{
    damage::{Damage, Part},
    documents::DocumentVerifier,
};
use self::{
    examiner::{Examiner, Hashes, Sealed, hashes},
    reading::{Page, Reading},
};
use crate::{
    seal::{
        memory::Signed,
        signer::{SignError, Signer},
        tiles::{self, TreeError},
    },
    sink::chain,
};
use khen_audit::{Tile, TileId, TileSet};
use khen_eventlog::{
    EventFeed, EventStore, Ledger, LedgerId, OfficeError, Position, ReadError, SealedLog,
    SignedStateError, StreamName, TileStore, Version,
};

/// What a look is made of.
#[derive(Clone)]
pub struct VerifierParts {
    /// The ledgers.
    pub feed: Arc<dyn EventFeed>,
    /// Their streams.
    pub store: Arc<dyn EventStore>,
    /// Their tiles and checkpoints.
    pub tiles: Arc<dyn TileStore>,
    /// Knows the keys of the logs, and what they signed before.
    pub signer: Signer,
}

/// What was found in one ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Which.
    pub ledger: LedgerId,
    /// Events that were looked at.
    pub event_count: u64,
    /// How many of them are sealed in tiles.
    pub sealed_count: u64,
    /// Checkpoints that agree with what was found.
    pub checkpoint_count: usize,
    /// What is wrong, in the order of positions as far as they have one.
    pub damages: Vec<Damage>,
}

/// Why a look came to no verdict.
#[derive(Debug, Error)]
pub enum VerifyFailure {
    /// The ledger could not be read.
    #[error("the ledger could not be read")]
    Ledger(#[from] ReadError),
    /// The tiles could not be read.
    #[error("the log could not be read")]
    Log(#[from] OfficeError),
    /// The second path could not be read.
    #[error("what was signed before could not be read")]
    State(#[from] SignedStateError),
    /// The log of this ledger has no name.
    #[error("the log has no name")]
    NoName(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The look itself broke off.
    #[error("the look broke off")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A page, and what is needed to examine it.
struct Fetched {
    page: Page,
    hashes: Vec<Hashes>,
    sealed: Sealed,
}

/// Looks at ledgers.
pub struct Verifier {
    parts: VerifierParts,
}

impl Verifier {
    /// A verifier of these parts.
    #[must_use]
    pub fn new(parts: VerifierParts) -> Self {
        Self { parts }
    }

    /// Looks at all of a ledger, as far as it reached when the look began.
    ///
    /// # Errors
    /// [`VerifyFailure`] when something gives no answer; what is damaged is in the verdict.
    pub async fn verify(&self, ledger: &LedgerId) -> Result<Verdict, VerifyFailure> {
        // The log first: what it reaches, the ledger has reached before.
        let log = self.parts.tiles.log(ledger).await?.unwrap_or_default();
        let known = self.parts.feed.ledger(ledger).await?;
        let known = known.ok_or_else(|| ReadError::NoLedger {
            ledger: ledger.clone(),
        })?;
        let (claims, mut damages) = self.claims(&known, &log).await?;
        if known.size < log.size {
            damages.push(Damage::Truncated {
                size: known.size,
                sealed: log.size,
            });
        }
        let mut examiner = Examiner::new(claims.sizes());
        let mut reading = Reading::new(Arc::clone(&self.parts.feed), known.clone());
        let mut next = self.next(&mut reading, &known, &log).await?;
        while let Some(Fetched {
            page,
            hashes,
            sealed,
        }) = next
        {
            let examining = spawn_blocking(move || {
                let found = examiner.examine(&page, &hashes, &sealed);
                (examiner, found)
            });
            // What comes next is fetched and hashed meanwhile.
            next = self.next(&mut reading, &known, &log).await?;
            let (back, found) = examining.await.map_err(broken)?;
            examiner = back;
            damages.extend(found);
            damages.extend(self.upper(ledger, examiner.take_changed()).await?);
        }
        damages.extend(self.streams(ledger, &examiner).await?);
        let (agreed, differing) = claims.hold(&examiner);
        damages.extend(differing);
        Ok(Verdict {
            ledger: ledger.clone(),
            event_count: examiner.event_count(),
            sealed_count: examiner.sealed_count(),
            checkpoint_count: agreed,
            damages,
        })
    }

    /// Logs whose ledgers are none of the known ones: they are gone.
    ///
    /// # Errors
    /// [`VerifyFailure`].
    pub async fn orphans(&self, known: &[LedgerId]) -> Result<Vec<Verdict>, VerifyFailure> {
        let logs = self.parts.tiles.log_sizes().await?.into_iter();
        let lost = logs.filter(|(ledger, size)| size.0 > 0 && !known.contains(ledger));
        let verdict = |(ledger, sealed): (LedgerId, Position)| Verdict {
            ledger,
            event_count: 0,
            sealed_count: 0,
            checkpoint_count: 0,
            damages: vec![Damage::Truncated {
                size: Position(0),
                sealed,
            }],
        };
        Ok(lost.map(verdict).collect())
    }

    /// Streams that are not found by their names as they were met in the ledger.
    async fn streams(
        &self,
        ledger: &LedgerId,
        met: &Examiner,
    ) -> Result<Vec<Damage>, VerifyFailure> {
        let streams: Vec<(StreamName, Version)> = met.versions().collect();
        let mut damages = Vec::new();
        for some in streams.chunks(STREAMS_AT_ONCE) {
            let names: Vec<StreamName> = some.iter().map(|(name, _)| name.clone()).collect();
            let found = self.parts.store.versions(ledger, &names).await?;
            for ((stream, version), found) in some.iter().zip(found) {
                // It may have grown since.
                if found < *version {
                    let stream = stream.clone();
                    damages.push(Damage::Stream { stream });
                }
            }
        }
        Ok(damages)
    }

    /// What was signed of this log, wherever that stands.
    async fn claims(
        &self,
        ledger: &Ledger,
        log: &SealedLog,
    ) -> Result<(Claims, Vec<Damage>), VerifyFailure> {
        let signer = &self.parts.signer;
        let identity = signer.identity(ledger);
        let identity = identity.map_err(|failure| VerifyFailure::NoName(Box::new(failure)))?;
        let (mut claims, mut damages) = Claims::of(&identity, log);
        match signer.signed(&identity, log).await {
            Ok(before) => {
                if log.signed.is_none() && before.tree.size > 0 {
                    let reason = "it is gone".to_owned();
                    let part = Part::Signed;
                    damages.push(Damage::Checkpoint { part, reason });
                }
                damages.extend(forgotten(&before, log));
                claims.add(Part::SecondPath, before.tree);
            }
            Err(SignError::State(failure)) => return Err(failure.into()),
            Err(failure) => damages.push(Damage::Checkpoint {
                part: Part::SecondPath,
                reason: chain(&failure),
            }),
        }
        Ok((claims, damages))
    }

    /// The next page, its hashes, and what was sealed of it.
    async fn next(
        &self,
        reading: &mut Reading,
        ledger: &Ledger,
        log: &SealedLog,
    ) -> Result<Option<Fetched>, VerifyFailure> {
        let Some(page) = reading.next().await? else {
            return Ok(None);
        };
        let (first, end) = (page.first, page.end());
        let source = ledger.source.clone();
        let hashing = spawn_blocking(move || (hashes(&source, &page), page));
        let sealed = self.sealed(ledger, log, (first, end)).await?;
        let (hashes, page) = hashing.await.map_err(broken)?;
        Ok(Some(Fetched {
            page,
            hashes,
            sealed,
        }))
    }

    /// The leaves that were sealed for these positions, as far as the log reaches.
    async fn sealed(
        &self,
        ledger: &Ledger,
        log: &SealedLog,
        (first, end): (Position, Position),
    ) -> Result<Sealed, VerifyFailure> {
        let size = log.size.0;
        let wanted: Vec<TileId> = (first.0 / TILE_WIDTH..end.0.div_ceil(TILE_WIDTH))
            .filter_map(|index| TileId::in_tree(0, index, size))
            .collect();
        let (set, damages) = self.tiles(&ledger.id, &wanted).await?;
        Ok(Sealed { set, size, damages })
    }

    /// Which tiles above the leaves are not what those below them make.
    async fn upper(
        &self,
        ledger: &LedgerId,
        made: Vec<Tile>,
    ) -> Result<Vec<Damage>, VerifyFailure> {
        let made: Vec<Tile> = made
            .into_iter()
            .filter(|tile| tile.id().level() > 0)
            .collect();
        let wanted: Vec<TileId> = made.iter().map(Tile::id).collect();
        let (set, mut damages) = self.tiles(ledger, &wanted).await?;
        for tile in made {
            let id = tile.id();
            let kept = set.get(id).and_then(|kept| kept.bytes_at_width(id.width()));
            if kept.is_some_and(|kept| kept != tile.bytes()) {
                damages.push(Damage::Tile { tile: id });
            }
        }
        Ok(damages)
    }

    /// These tiles; one that is lost or no tile is a damage.
    async fn tiles(
        &self,
        ledger: &LedgerId,
        wanted: &[TileId],
    ) -> Result<(TileSet, Vec<Damage>), VerifyFailure> {
        let (mut set, mut damages) = (TileSet::new(), Vec::new());
        match tiles::read(&*self.parts.tiles, ledger, wanted).await {
            Ok(all) => set = all,
            Err(TreeError::Store(failure)) => return Err(failure.into()),
            // One of them is no tile: each is looked at alone.
            Err(TreeError::Tile(_) | TreeError::Missing(_)) => {
                for id in wanted {
                    match tiles::read(&*self.parts.tiles, ledger, &[*id]).await {
                        Ok(one) => set.extend(one.get(*id).cloned()),
                        Err(TreeError::Store(failure)) => return Err(failure.into()),
                        Err(TreeError::Tile(_) | TreeError::Missing(_)) => {}
                    }
                }
            }
        }
        let lost = |id: &&TileId| {
            let kept = set.get(**id);
            kept.is_none_or(|kept| kept.bytes_at_width(id.width()).is_none())
        };
        let lost = wanted.iter().filter(lost);
        damages.extend(lost.map(|id| Damage::Tile { tile: *id }));
        Ok((set, damages))
    }
}

/// Streams that are asked for at once.
const STREAMS_AT_ONCE: usize = 1_024;
/// Hashes in a full tile.
const TILE_WIDTH: u64 = 256;

/// The second path is written before a checkpoint is handed out, so that it is never behind it.
fn forgotten(before: &Signed, log: &SealedLog) -> Option<Damage> {
    let signed = log.signed.as_ref()?.size.0;
    let remembered = before.remembered().unwrap_or(0);
    (remembered < signed).then_some(Damage::Forgotten { remembered, signed })
}

fn broken(failure: tokio::task::JoinError) -> VerifyFailure {
    VerifyFailure::Broken(Box::new(failure))
}

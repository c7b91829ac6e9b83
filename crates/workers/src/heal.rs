//! Heals a ledger that was turned back: puts back what it has lost, out of a mirror.
//!
//! Nothing is believed. Each event of the mirror is hashed; as far as the ledger reaches it must be the
//! event that the ledger has there; and the tree over them must be every tree that was signed or
//! witnessed. Only then is the mirror read a second time, and the missing ones are put back in order, some at
//! a time, each by the leaf that was proven; and only when all of them are there is the halt lifted. So
//! memory holds 32 bytes of a missing event, never all of them. Whoever is stopped on the way has put back
//! a proven beginning, is told how much of it, and goes on by healing again.

mod collecting;
mod error;

use std::sync::Arc;

use async_trait::async_trait;

use self::collecting::Collecting;
pub use self::error::HealError;
use crate::{
    seal::{
        leaves::leaf,
        signer::{SignError, Signer},
    },
    verify::Claims,
};
use khen_audit::{Hash, TreeHead};
use khen_eventlog::{
    EventFeed, HaltBook, Ledger, LedgerId, Position, RecordedEvent, Restore, TileStore,
};

/// What healing is made of.
#[derive(Clone)]
pub struct HealerParts {
    /// The ledgers.
    pub feed: Arc<dyn EventFeed>,
    /// Puts back what they have lost.
    pub restore: Arc<dyn Restore>,
    /// Their tiles and checkpoints.
    pub tiles: Arc<dyn TileStore>,
    /// Knows the keys of the logs, and what they signed before.
    pub signer: Signer,
    /// Where halts stand.
    pub book: Arc<dyn HaltBook>,
}

/// Where the events of a ledger are whole.
#[async_trait]
pub trait Mirror: Send + Sync {
    /// The source that its events name.
    fn source(&self) -> &str;

    /// Events from a position on, in order, as many as are at hand at once; none at its end.
    ///
    /// # Errors
    /// [`MirrorError`].
    async fn read(&self, from: Position) -> Result<Vec<RecordedEvent>, MirrorError>;
}

/// Why a mirror gave no events.
#[derive(Debug, thiserror::Error)]
pub enum MirrorError {
    /// The data of an event was withheld: it was pulled under a profile that does not see all.
    #[error(
        "the mirror is redacted: it has not the data of position {position}; only one that was pulled \
         by an auditor, or a backup, heals"
    )]
    Redacted {
        /// The first such event.
        position: Position,
    },
    /// It is damaged, or cannot be read.
    #[error("the mirror cannot be read at position {position}")]
    Damaged {
        /// Where.
        position: Position,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// What came of healing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Healed {
    /// Events that the ledger had.
    pub had: Position,
    /// Events that were put back behind them.
    pub put_back: u64,
    /// Events of the mirror that were never signed and were left out.
    pub left_out: bool,
    /// Signed and witnessed trees that agree.
    pub tree_count: usize,
    /// Whether the ledger was halted.
    pub was_halted: bool,
}

/// Heals ledgers.
pub struct Healer {
    parts: HealerParts,
}

impl Healer {
    /// A healer of these parts.
    #[must_use]
    pub fn new(parts: HealerParts) -> Self {
        Self { parts }
    }

    /// Puts back what `id` has lost and lifts its halt. Without a mirror it only looks, and lifts the
    /// halt of a ledger that lacks nothing. `witnessed` are trees that are known from elsewhere. What was
    /// never signed is put back only `with_unsigned`: nothing proves it.
    ///
    /// # Errors
    /// [`HealError`]; nothing was put back unless it is [`HealError::BrokenOff`], and the halt stands.
    pub async fn heal(
        &self,
        id: &LedgerId,
        mirror: Option<&dyn Mirror>,
        (witnessed, with_unsigned): (&[TreeHead], bool),
    ) -> Result<Healed, HealError> {
        let known = self.parts.feed.ledger(id).await?;
        let ledger = known.ok_or_else(|| HealError::NoLedger { ledger: id.clone() })?;
        let mut claims = self.claims(&ledger).await?;
        claims.extend_from_slice(witnessed);
        let halts = self.parts.book.halts().await?.into_iter();
        let halt = halts.into_iter().find(|halt| halt.ledger == *id);
        let signed = claims
            .iter()
            .map(|tree| tree.size)
            .max()
            .unwrap_or_default();
        let needed = halt.as_ref().map_or(0, |halt| halt.witnessed.0).max(signed);
        if needed > signed {
            return Err(HealError::NotProven { needed, signed });
        }
        let until = if with_unsigned { u64::MAX } else { needed };
        let mut collecting = Collecting::new(&self.parts.feed, &ledger, &claims);
        let left_out = if let Some(mirror) = mirror {
            collecting.mirror(mirror, Position(until)).await?
        } else {
            collecting.ledger().await?;
            false
        };
        let missing = collecting.proven(needed)?;
        let put_back = missing.len() as u64;
        if let Some(mirror) = mirror {
            self.put_back(&ledger, mirror, &missing).await?;
        }
        self.parts.book.lift_halt(id).await?;
        Ok(Healed {
            had: ledger.size,
            put_back,
            left_out,
            tree_count: claims.len(),
            was_halted: halt.is_some(),
        })
    }

    /// Puts back the events with these leaves, which follow the last one of the ledger, as the mirror gives
    /// them.
    async fn put_back(
        &self,
        ledger: &Ledger,
        mirror: &dyn Mirror,
        missing: &[Hash],
    ) -> Result<(), HealError> {
        let mut done = 0;
        while let Some(left) = missing.get(done..).filter(|left| !left.is_empty()) {
            let from = Position(ledger.size.0 + done as u64);
            let count = self.put_back_some(ledger, mirror, (from, left)).await;
            done += count.map_err(|failure| failure.after(done, missing.len()))?;
        }
        Ok(())
    }

    /// As many as the mirror has at hand; answers how many those were.
    async fn put_back_some(
        &self,
        ledger: &Ledger,
        mirror: &dyn Mirror,
        (from, left): (Position, &[Hash]),
    ) -> Result<usize, HealError> {
        let mut events = mirror.read(from).await?;
        events.truncate(left.len());
        let proven = left.iter().copied().map(Some);
        let found = events.iter().map(|event| leaf(&ledger.source, event).ok());
        let same = found.zip(proven).take_while(|(one, proven)| one == proven);
        let (count, same) = (events.len(), same.count());
        if count == 0 || same < count {
            let position = Position(from.0 + same as u64);
            let source = "it is another event than the one that was proven: the mirror was changed meanwhile";
            return Err(HealError::from(MirrorError::Damaged {
                position,
                source: source.into(),
            }));
        }
        self.parts.restore.put_back(&ledger.id, events).await?;
        Ok(count)
    }

    /// Every tree that was signed of this log, wherever that stands.
    async fn claims(&self, ledger: &Ledger) -> Result<Vec<TreeHead>, HealError> {
        let log = self.parts.tiles.log(&ledger.id).await?.unwrap_or_default();
        let identity = self
            .parts
            .signer
            .identity(ledger)
            .map_err(SignError::from)?;
        let (mut claims, damages) = Claims::of(&identity, &log);
        if let Some(damage) = damages.first() {
            return Err(HealError::Checkpoint {
                reason: damage.to_string(),
            });
        }
        let before = self.parts.signer.signed(&identity, &log).await?;
        claims.add(crate::Part::SecondPath, before.tree);
        Ok(claims.trees())
    }
}

//! Whether a ledger, as it is now, goes on from a tree that was signed or witnessed.

use std::sync::Arc;

use thiserror::Error;
use tokio::task::{JoinError, spawn_blocking};

use super::{
    leaves::leaf,
    tiles::{self, TreeError},
};
use crate::pages::Pages;
use khen_audit::{Frontier, Halt, Hash, TileId, TreeHead};
use khen_eventlog::{
    EventFeed, Ledger, OfficeError, Position, ReadError, RecordedEvent, SealedLog, TileStore,
};

/// Why it could not be said.
#[derive(Debug, Error)]
pub enum NotSeen {
    /// The ledger gave no answer.
    #[error("the ledger could not be read")]
    Ledger(#[from] ReadError),
    /// The tiles gave no answer.
    #[error("the log could not be read")]
    Log(#[from] OfficeError),
    /// The hashing broke off.
    #[error("the look broke off")]
    Broken(#[from] JoinError),
}

/// Looks at ledgers and their tiles.
pub(crate) struct Grown<'a> {
    pub(crate) feed: &'a Arc<dyn EventFeed>,
    pub(crate) tiles: &'a dyn TileStore,
}

impl Grown<'_> {
    /// Holds the ledger against a tree. What the tiles have is believed where they lead to the root and
    /// their last leaf is the event that the ledger has there, for every event binds its position and
    /// time; where they do not, all events are hashed anew.
    pub(crate) async fn from(
        &self,
        ledger: &Ledger,
        log: &SealedLog,
        claim: TreeHead,
    ) -> Result<Option<Halt>, NotSeen> {
        if claim.size == 0 {
            return Ok(None);
        }
        if ledger.size.0 < claim.size {
            return Ok(Some(Halt::RolledBack {
                witnessed: claim.size,
                present: ledger.size.0,
            }));
        }
        if log.size.0 >= claim.size && self.is_in_tiles(ledger, log, claim).await? {
            return Ok(None);
        }
        let root = root(self.feed, ledger, claim.size).await?;
        Ok((root != Some(claim.root)).then_some(Halt::Forked { size: claim.size }))
    }

    async fn is_in_tiles(
        &self,
        ledger: &Ledger,
        log: &SealedLog,
        claim: TreeHead,
    ) -> Result<bool, NotSeen> {
        let last = claim.size - 1;
        let mut wanted = Frontier::tiles(claim.size);
        let last_tile = TileId::in_tree(0, last / 256, log.size.0);
        wanted.extend(last_tile);
        let set = match tiles::read(self.tiles, &ledger.id, &wanted).await {
            Ok(set) => set,
            Err(TreeError::Store(failure)) => return Err(failure.into()),
            Err(TreeError::Tile(_) | TreeError::Missing(_)) => return Ok(false),
        };
        let tree = Frontier::from_tiles(claim.size, &set);
        if !tree.is_ok_and(|tree| tree.root() == claim.root) {
            return Ok(false);
        }
        let logged = last_tile.and_then(|id| hash_at(set.get(id)?.bytes(), last));
        let read = self.feed.read_from(&ledger.id, Position(last), 1).await;
        let here = match read {
            Ok(events) => events
                .first()
                .and_then(|event| hashed(&ledger.source, event)),
            Err(ReadError::Corrupt { .. }) => None,
            Err(failure @ (ReadError::NoLedger { .. } | ReadError::Unavailable(_))) => {
                return Err(failure.into());
            }
        };
        Ok(here.is_some() && here == logged)
    }
}

/// The root over the first `size` events, hashed anew; `None` where one of them is gone or cannot be
/// read.
pub(crate) async fn root(
    feed: &Arc<dyn EventFeed>,
    ledger: &Ledger,
    size: u64,
) -> Result<Option<Hash>, NotSeen> {
    let mut pages = Pages::new(Arc::clone(feed));
    let mut tree = Frontier::new();
    while tree.size() < size {
        let events = match pages.read(&ledger.id, Position(tree.size())).await {
            Ok(events) if events.is_empty() => return Ok(None),
            Ok(events) => events,
            Err(ReadError::Corrupt { .. }) => return Ok(None),
            Err(failure @ (ReadError::NoLedger { .. } | ReadError::Unavailable(_))) => {
                return Err(failure.into());
            }
        };
        let source = ledger.source.clone();
        let grown = spawn_blocking(move || grown(tree, &source, &events, size)).await?;
        let Some(next) = grown else {
            return Ok(None);
        };
        tree = next;
    }
    Ok(Some(tree.root()))
}

/// The tree with these events behind it, up to `size`; `None` where one of them has no leaf.
fn grown(
    mut tree: Frontier,
    source: &str,
    events: &[RecordedEvent],
    size: u64,
) -> Option<Frontier> {
    for event in events {
        if tree.size() == size {
            break;
        }
        if event.position.0 != tree.size() {
            return None;
        }
        tree.push(hashed(source, event)?);
    }
    Some(tree)
}

fn hashed(source: &str, event: &RecordedEvent) -> Option<Hash> {
    leaf(source, event).ok()
}

/// The leaf at `position` in a tile of leaves.
fn hash_at(bytes: &[u8], position: u64) -> Option<Hash> {
    let place = usize::try_from(position % 256).ok()?;
    let hash = bytes.chunks_exact(32).nth(place)?;
    Some(Hash(hash.try_into().ok()?))
}

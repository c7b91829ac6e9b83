//! The sink that puts events into the tree.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use thiserror::Error;

use super::{
    halted::{self, Halting, Noticed},
    leaves::{leaf, leaves},
    tiles::{self, TreeError},
};
use crate::{
    Sink, SinkError,
    limits::{OPEN_TREE_COUNT_MAX, SEAL_REST},
};
use khen_audit::{Frontier, Hash, TileBuilder, TileId, TileSet};
use khen_eventlog::{
    Epoch, EventFeed, Growth, Ledger, LedgerId, Position, ReadError, RecordedEvent, SealError,
    TileStore,
};

/// Keeps the tree of each ledger in tiles. It signs nothing.
pub struct SealSink {
    feed: Arc<dyn EventFeed>,
    store: Arc<dyn TileStore>,
    halting: Halting,
    /// Trees that have just grown, so that the next batch need not read their tiles.
    open: Mutex<BTreeMap<LedgerId, OpenTree>>,
}

/// A tree in memory, with its right edge.
struct OpenTree {
    /// The source of the ledger, part of every leaf.
    source: String,
    builder: TileBuilder,
}

/// The last event of the log is not the one that the ledger has there.
#[derive(Debug, Error)]
#[error(
    "the ledger was changed: its event at position {position} is not the one in the log; restore \
     the ledger from a newer backup"
)]
struct Changed {
    position: Position,
}

impl SealSink {
    /// A sink that reads ledgers from `feed` and keeps their tiles in `store`; a ledger that is not what
    /// its tiles say is told by `halting`.
    #[must_use]
    pub fn new(feed: Arc<dyn EventFeed>, store: Arc<dyn TileStore>, halting: Halting) -> Self {
        Self {
            feed,
            store,
            halting,
            open: Mutex::default(),
        }
    }

    /// The tree of `size` leaves: as it was left, or read from its tiles. It is taken out, so that a
    /// growth that fails leaves no false one behind.
    async fn tree(&self, ledger: &LedgerId, size: Position) -> Result<OpenTree, SinkError> {
        let left = self.opened().remove(ledger);
        match left.filter(|tree| tree.builder.size() == size.0) {
            Some(tree) => Ok(tree),
            None => self.resumed(ledger, size).await,
        }
    }

    fn leave(&self, ledger: &LedgerId, tree: OpenTree) {
        let mut open = self.opened();
        if open.len() >= OPEN_TREE_COUNT_MAX {
            open.clear();
        }
        open.insert(ledger.clone(), tree);
    }

    fn opened(&self) -> std::sync::MutexGuard<'_, BTreeMap<LedgerId, OpenTree>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn resumed(&self, ledger: &LedgerId, size: Position) -> Result<OpenTree, SinkError> {
        let source = self.source(ledger).await?;
        let mut wanted = Frontier::tiles(size.0);
        let last = size.0.checked_sub(1);
        let last_tile = last.and_then(|last| TileId::in_tree(0, last / 256, size.0));
        wanted.extend(last_tile);
        let set = tiles::read(&*self.store, ledger, &wanted).await;
        let set = set.map_err(|failure| broken(failure, size))?;
        if let (Some(last), Some(tile)) = (last, last_tile) {
            let last = Position(last);
            self.must_be_the_same(ledger, &source, (last, leaf_in(&set, tile)))
                .await?;
        }
        let builder = TileBuilder::resume(size.0, &set);
        let builder = builder.map_err(|failure| broken(failure.into(), size))?;
        Ok(OpenTree { source, builder })
    }

    async fn source(&self, ledger: &LedgerId) -> Result<String, SinkError> {
        let known = self.feed.ledger(ledger).await;
        let known = known.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
        let ledger = ledger.clone();
        let none = || SinkError::Unavailable(Box::new(ReadError::NoLedger { ledger }));
        Ok(known.ok_or_else(none)?.source)
    }

    /// Every event binds its position and time: a ledger that was turned back and went on another way
    /// has another event here.
    async fn must_be_the_same(
        &self,
        ledger: &LedgerId,
        source: &str,
        (last, logged): (Position, Option<Hash>),
    ) -> Result<(), SinkError> {
        let read = self.feed.read_from(ledger, last, 1).await;
        let read = read.map_err(|failure| SinkError::Unavailable(Box::new(failure)))?;
        let here = read.first().map(|event| leaf(source, event));
        let here = here.transpose().map_err(|failure| stuck(last, failure))?;
        if here.is_some() && here == logged {
            return Ok(());
        }
        let changed = Changed { position: last };
        let noticed = Noticed {
            ledger,
            witnessed: last.next().0,
            kind: "ledger_changed",
            reason: changed.to_string(),
        };
        self.halting.halt(noticed).await;
        Err(stuck(last, changed))
    }
}

#[async_trait]
impl Sink for SealSink {
    fn name(&self) -> &'static str {
        "seal"
    }

    fn rest(&self) -> Option<Duration> {
        Some(SEAL_REST)
    }

    async fn cursors(&self) -> Result<BTreeMap<LedgerId, Position>, SinkError> {
        let sizes = self.store.log_sizes().await;
        sizes.map_err(|failure| SinkError::Unavailable(Box::new(failure)))
    }

    async fn begin(&self, _ledger: &Ledger, _epoch: Epoch) -> Result<Position, SinkError> {
        Ok(Position(0))
    }

    async fn apply(
        &self,
        ledger: &LedgerId,
        events: Vec<RecordedEvent>,
        epoch: Epoch,
    ) -> Result<Position, SinkError> {
        let from = events.first().map_or(Position(0), |event| event.position);
        let mut tree = self.tree(ledger, from).await?;
        for leaf in leaves(tree.source.clone(), events).await? {
            tree.builder.push(leaf);
        }
        let to = Position(tree.builder.size());
        let changed = tree.builder.take_changed().into_iter();
        let growth = Growth {
            from,
            to,
            tiles: changed.map(tiles::stored).collect(),
            epoch,
        };
        let grown = self.store.grow(ledger, growth).await;
        grown.map_err(|failure| match failure {
            SealError::Moved => SinkError::Moved,
            SealError::Fenced => SinkError::Fenced,
            SealError::Rewritten => {
                halted::count("tile_rewritten");
                stuck(from, failure)
            }
            SealError::Store(_) => SinkError::Unavailable(Box::new(failure)),
        })?;
        self.leave(ledger, tree);
        Ok(to)
    }
}

/// The last leaf in a tile, as wide as its name says.
fn leaf_in(set: &TileSet, id: TileId) -> Option<Hash> {
    let bytes = set.get(id)?.bytes_at_width(id.width())?;
    bytes.last_chunk().copied().map(Hash)
}

fn stuck(position: Position, failure: impl std::error::Error + Send + Sync + 'static) -> SinkError {
    SinkError::Stuck {
        position,
        source: Box::new(failure),
    }
}

/// Tiles that are lost or damaged stay so until they are made anew; a store may come back.
fn broken(failure: TreeError, size: Position) -> SinkError {
    match failure {
        TreeError::Tile(_) | TreeError::Missing(_) => stuck(size, failure),
        TreeError::Store(_) => SinkError::Unavailable(Box::new(failure)),
    }
}

//! Tiles between the store, where they are bytes, and the tree, where they are hashes.

use thiserror::Error;

use khen_audit::{MissingTile, Tile, TileError, TileId, TileSet};
use khen_eventlog::{LedgerId, OfficeError, StoredTile, TilePlace, TileStore};

/// Why a tree could not be read.
#[derive(Debug, Error)]
pub(crate) enum TreeError {
    /// A stored tile is none.
    #[error("a stored tile is no tile")]
    Tile(#[from] TileError),
    /// A tile that the log must have is not there.
    #[error("the log has lost a tile")]
    Missing(#[from] MissingTile),
    /// The store gave no answer.
    #[error("the tiles could not be read")]
    Store(#[from] OfficeError),
}

/// The tiles at these places, as wide as they are; one that is not there is left out.
pub(crate) async fn read(
    store: &dyn TileStore,
    ledger: &LedgerId,
    wanted: &[TileId],
) -> Result<TileSet, TreeError> {
    let places: Vec<TilePlace> = wanted.iter().copied().map(place).collect();
    let found = store.tiles(ledger, &places).await?;
    let mut set = TileSet::new();
    for (id, bytes) in wanted.iter().zip(found) {
        if let Some(bytes) = bytes {
            set.insert(Tile::as_stored(*id, bytes)?);
        }
    }
    Ok(set)
}

/// A tile, to be stored.
pub(crate) fn stored(tile: Tile) -> StoredTile {
    StoredTile {
        place: place(tile.id()),
        bytes: tile.into_bytes(),
    }
}

fn place(id: TileId) -> TilePlace {
    TilePlace {
        level: id.level(),
        index: id.index(),
    }
}

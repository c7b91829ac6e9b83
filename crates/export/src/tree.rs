//! The tree over a ledger, read from its tiles.

use thiserror::Error;

use khen_audit::{
    Frontier, Hash, MissingTile, PlanError, ProofPlan, Tile, TileError, TileId, TileSet,
};
use khen_eventlog::{LedgerId, OfficeError, TilePlace, TileStore};

/// Why the tree could not be asked.
#[derive(Debug, Error)]
pub enum TreeError {
    /// The position is not in a tree of this size.
    #[error(transparent)]
    Beyond(#[from] PlanError),
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

/// The path from the event at `position` to the root of the tree of the first `size` events.
///
/// # Errors
/// [`TreeError`].
pub async fn inclusion_path(
    store: &dyn TileStore,
    ledger: &LedgerId,
    position: u64,
    size: u64,
) -> Result<Vec<Hash>, TreeError> {
    let plan = ProofPlan::inclusion(position, size)?;
    let tiles = read(store, ledger, &plan.tiles()).await?;
    Ok(plan.prove(&tiles)?)
}

/// The root of the tree of the first `size` events.
///
/// # Errors
/// [`TreeError`].
pub async fn root_at(
    store: &dyn TileStore,
    ledger: &LedgerId,
    size: u64,
) -> Result<Hash, TreeError> {
    let tiles = read(store, ledger, &Frontier::tiles(size)).await?;
    Ok(Frontier::from_tiles(size, &tiles)?.root())
}

/// The tiles at these places, as wide as they are now.
async fn read(
    store: &dyn TileStore,
    ledger: &LedgerId,
    wanted: &[TileId],
) -> Result<TileSet, TreeError> {
    let place = |id: &TileId| TilePlace {
        level: id.level(),
        index: id.index(),
    };
    let places: Vec<TilePlace> = wanted.iter().map(place).collect();
    let found = store.tiles(ledger, &places).await?;
    let mut set = TileSet::new();
    for (id, bytes) in wanted.iter().zip(found) {
        if let Some(bytes) = bytes {
            set.insert(Tile::as_stored(*id, bytes)?);
        }
    }
    Ok(set)
}

//! Which tiles a bundle is made of.

use std::collections::BTreeSet;

use khen_audit::{PlanError, ProofPlan, TileId};

/// The tiles that prove these positions, and that the tree grew from these earlier sizes, in a tree of
/// `size` leaves; each once.
///
/// # Errors
/// [`PlanError`] when a position or an earlier size lies beyond the tree.
pub fn bundle_tiles(
    positions: impl IntoIterator<Item = u64>,
    earlier: impl IntoIterator<Item = u64>,
    size: u64,
) -> Result<Vec<TileId>, PlanError> {
    let inclusion = positions
        .into_iter()
        .map(|position| ProofPlan::inclusion(position, size));
    let consistency = earlier
        .into_iter()
        .map(|old| ProofPlan::consistency(old, size));
    let mut tiles = BTreeSet::new();
    for plan in inclusion.chain(consistency) {
        tiles.extend(plan?.tiles());
    }
    Ok(tiles.into_iter().collect())
}

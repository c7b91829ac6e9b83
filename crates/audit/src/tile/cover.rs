//! Which tiles and bundles a log has.

use crate::{
    BundleId, TileId,
    tile::id::{TILE_WIDTH, hash_count},
};

/// Every tile of a tree of `size` leaves, level by level, from left to right.
pub fn tiles_of(size: u64) -> impl Iterator<Item = TileId> {
    let levels = (0..).take_while(move |level| hash_count(*level, size) > 0);
    levels.flat_map(move |level| {
        let tile_count = hash_count(level, size).div_ceil(u64::from(TILE_WIDTH));
        (0..tile_count).filter_map(move |index| TileId::in_tree(level, index, size))
    })
}

/// Every entry bundle of a log of `size` entries, in order.
pub fn bundles_of(size: u64) -> impl Iterator<Item = BundleId> {
    let bundle_count = size.div_ceil(u64::from(TILE_WIDTH));
    (0..bundle_count).filter_map(move |index| BundleId::in_tree(index, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of `c2sp.org/tlog-tiles`, "Partial Tiles".
    #[test]
    fn a_tree_of_70_000_leaves_has_the_tiles_of_the_standard() {
        let tiles: Vec<TileId> = tiles_of(70_000).collect();
        let on = |level| tiles.iter().filter(move |tile| tile.level() == level);
        assert_eq!(on(0).filter(|tile| tile.width() == 256).count(), 273);
        let last = |level| on(level).next_back().unwrap().to_string();
        assert_eq!(last(0), "tile/0/273.p/112");
        assert_eq!(last(1), "tile/1/001.p/17");
        assert_eq!(last(2), "tile/2/000.p/1");
        assert_eq!(tiles.len(), 274 + 2 + 1);
        assert_eq!(
            bundles_of(70_000).last().unwrap().to_string(),
            "tile/entries/273.p/112"
        );
    }

    #[test]
    fn an_empty_tile_does_not_exist() {
        assert_eq!(tiles_of(0).count() + bundles_of(0).count(), 0);
        let tiles: Vec<String> = tiles_of(256).map(|tile| tile.to_string()).collect();
        assert_eq!(tiles, ["tile/0/000", "tile/1/000.p/1"]);
        assert_eq!(bundles_of(256).count(), 1);
        assert!(tiles_of(u64::MAX).next().is_some());
    }
}

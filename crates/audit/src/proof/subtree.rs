//! Full subtrees, and the tiles that hold them.

use std::ops::Range;

use crate::{
    Hash, MissingTile, TileId, TileSet, node_hash,
    tile::id::{TILE_HEIGHT, TILE_WIDTH},
};

/// The full subtree over the leaves `[index << height, (index + 1) << height)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subtree {
    pub(crate) height: u8,
    pub(crate) index: u64,
}

impl Subtree {
    pub(crate) fn leaf(index: u64) -> Self {
        Self { height: 0, index }
    }

    /// Whether it is the right child of its parent.
    pub(crate) fn is_right(self) -> bool {
        self.index % 2 == 1
    }

    pub(crate) fn parent(self) -> Self {
        Self {
            height: self.height + 1,
            index: self.index / 2,
        }
    }

    /// The hashes of its tile that it is the root of: those of full subtrees over it, at most as
    /// high as a tile.
    fn hashes_below(self) -> Range<u64> {
        let height_in_tile = self.height % TILE_HEIGHT;
        let first = self.index << height_in_tile;
        first..first + (1 << height_in_tile)
    }

    /// The tile that holds it, in a tree of `size` leaves of which it is a part.
    pub(crate) fn tile(self, size: u64) -> TileId {
        let level = self.height / TILE_HEIGHT;
        let index = self.hashes_below().start / u64::from(TILE_WIDTH);
        TileId::in_tree(level, index, size).expect("a tree has the tiles of its full subtrees")
    }

    /// Its hash, out of the tile that holds it.
    pub(crate) fn hash(self, size: u64, tiles: &TileSet) -> Result<Hash, MissingTile> {
        let id = self.tile(size);
        let tile = tiles.get(id).ok_or(MissingTile { id })?;
        let first = id.index() * u64::from(TILE_WIDTH);
        let Range { start, end } = self.hashes_below();
        Ok(root_of(tile.hashes(start - first..end - first)))
    }
}

/// The root over hashes whose number is a power of two.
fn root_of(mut hashes: Vec<Hash>) -> Hash {
    while hashes.len() > 1 {
        hashes = hashes
            .chunks_exact(2)
            .map(|pair| node_hash(&pair[0], &pair[1]))
            .collect();
    }
    hashes[0]
}

/// The largest full subtrees that make up the leaves of `range`, from left to right.
///
/// The range starts where a subtree at least as large as its length may start, as every range does
/// that RFC 6962 section 2.1 splits.
pub(crate) fn decomposed(range: Range<u64>) -> Vec<Subtree> {
    let (mut start, mut left) = (range.start, range.end - range.start);
    let mut subtrees = Vec::new();
    while let Some(height) = left.checked_ilog2() {
        let width = 1 << height;
        subtrees.push(Subtree {
            height: u8::try_from(height).expect("a number of 64 bits has at most 64"),
            index: start / width,
        });
        start += width;
        left -= width;
    }
    subtrees
}

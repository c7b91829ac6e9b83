//! Makes tiles out of leaves.

use std::mem;

use crate::{
    Frontier, Hash, MissingTile, Tile, TileId, TileSet, TreeHead,
    proof::subtree::Subtree,
    tile::id::{TILE_HEIGHT, TILE_WIDTH, hash_count},
};

const FULL_TILE_BYTES: usize = TILE_WIDTH as usize * Hash::BYTES;

/// A growing tree that hands out its tiles as they change.
///
/// The hashes of higher levels fall off while the [`Frontier`] grows, so that no node is hashed
/// twice: a leaf costs its own hash and one node hash on average.
#[derive(Debug, Clone, Default)]
pub struct TileBuilder {
    frontier: Frontier,
    /// The last tile of each level, as long as it is not full.
    edges: Vec<Edge>,
    full: Vec<Tile>,
}

#[derive(Debug, Clone, Default)]
struct Edge {
    level: u8,
    index: u64,
    bytes: Vec<u8>,
    is_changed: bool,
}

impl TileBuilder {
    /// The tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tree of `size` leaves that `tiles` keep; it needs [`Frontier::tiles`].
    ///
    /// The tiles are believed: whoever knows the root compares it with [`TileBuilder::head`].
    ///
    /// # Errors
    /// [`MissingTile`] names the first tile that is not there.
    pub fn resume(size: u64, tiles: &TileSet) -> Result<Self, MissingTile> {
        let mut builder = Self {
            frontier: Frontier::from_tiles(size, tiles)?,
            ..Self::default()
        };
        for id in Frontier::tiles(size) {
            let tile = tiles.get(id);
            let bytes = tile.and_then(|tile| tile.bytes_at_width(id.width()));
            let bytes = bytes.ok_or(MissingTile { id })?;
            let edge = edge_of(&mut builder.edges, id.level());
            edge.bytes.extend_from_slice(bytes);
        }
        for edge in &mut builder.edges {
            // As many tiles are full as there are hashes a level above.
            edge.index = hash_count(edge.level + 1, size);
        }
        Ok(builder)
    }

    /// Puts a leaf behind the last one.
    pub fn push(&mut self, leaf: Hash) {
        let Self {
            frontier,
            edges,
            full,
        } = self;
        frontier.grow(leaf, |Subtree { height, .. }, hash| {
            if height % TILE_HEIGHT == 0 {
                let edge = edge_of(edges, height / TILE_HEIGHT);
                full.extend(edge.push(hash));
            }
        });
    }

    /// The tiles that are new or wider than when they were last taken, each at its present width.
    pub fn take_changed(&mut self) -> Vec<Tile> {
        let mut changed = mem::take(&mut self.full);
        changed.extend(self.edges.iter_mut().filter_map(Edge::take_changed));
        changed
    }

    /// Leaves in the tree.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Size and root.
    #[must_use]
    pub fn head(&self) -> TreeHead {
        self.frontier.head()
    }
}

/// The edge of a level, begun with those below where there is none yet.
fn edge_of(edges: &mut Vec<Edge>, level: u8) -> &mut Edge {
    for level in u8::try_from(edges.len()).unwrap_or(u8::MAX)..=level {
        edges.push(Edge {
            level,
            ..Edge::default()
        });
    }
    &mut edges[usize::from(level)]
}

impl Edge {
    /// Widens the tile; a tile that becomes full is given away, and the next one begun.
    fn push(&mut self, hash: Hash) -> Option<Tile> {
        if self.bytes.capacity() == 0 {
            self.bytes.reserve_exact(FULL_TILE_BYTES);
        }
        self.bytes.extend_from_slice(&hash.0);
        self.is_changed = true;
        if self.bytes.len() < FULL_TILE_BYTES {
            return None;
        }
        self.is_changed = false;
        let bytes = mem::take(&mut self.bytes);
        let tile = self.tile(bytes);
        self.index += 1;
        Some(tile)
    }

    fn take_changed(&mut self) -> Option<Tile> {
        let is_changed = mem::take(&mut self.is_changed);
        is_changed.then(|| self.tile(self.bytes.clone()))
    }

    fn tile(&self, bytes: Vec<u8>) -> Tile {
        let width = u16::try_from(bytes.len() / Hash::BYTES);
        let width = width.expect("an edge is at most a full tile");
        let id = TileId::try_new(self.level, self.index, width);
        Tile::try_new(id.expect("an edge with a hash has a name"), bytes)
            .expect("the width was counted from the bytes")
    }
}

//! Tiles at hand.

use std::{collections::HashMap, ops::Range};

use thiserror::Error;

use crate::{Hash, TileId};

/// A tile: the hashes of its name, one after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    id: TileId,
    bytes: Vec<u8>,
}

/// The bytes are not those of a tile with this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{id} is {} bytes, got {bytes}", usize::from(id.width()) * Hash::BYTES)]
pub struct TileError {
    /// The name.
    pub id: TileId,
    /// How many bytes there are.
    pub bytes: usize,
}

/// A tile that is needed is not at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{id} is needed and missing")]
pub struct MissingTile {
    /// The tile.
    pub id: TileId,
}

impl Tile {
    /// The tile with this name and these bytes.
    ///
    /// # Errors
    /// [`TileError`] unless there are 32 bytes for each hash of its width.
    pub fn try_new(id: TileId, bytes: Vec<u8>) -> Result<Self, TileError> {
        if bytes.len() != usize::from(id.width()) * Hash::BYTES {
            let bytes = bytes.len();
            return Err(TileError { id, bytes });
        }
        Ok(Self { id, bytes })
    }

    /// The tile at the place of `id`, as wide as it is by now.
    ///
    /// # Errors
    /// [`TileError`] unless the bytes are hashes, at least one and at most 256.
    pub fn as_stored(id: TileId, bytes: Vec<u8>) -> Result<Self, TileError> {
        let width = u16::try_from(bytes.len() / Hash::BYTES).ok();
        let wide = width.and_then(|width| TileId::try_new(id.level(), id.index(), width).ok());
        Self::try_new(wide.unwrap_or(id), bytes)
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> TileId {
        self.id
    }

    /// Its hashes, one after another.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its bytes, given away.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The bytes that it had when it was `width` wide: a partial tile is the beginning of every
    /// wider one. `None` when it never was so wide.
    #[must_use]
    pub fn bytes_at_width(&self, width: u16) -> Option<&[u8]> {
        let bytes = usize::from(width) * Hash::BYTES;
        self.bytes.get(..bytes).filter(|bytes| !bytes.is_empty())
    }

    /// The hashes of these numbers, all within the tile.
    pub(crate) fn hashes(&self, numbers: Range<u64>) -> Vec<Hash> {
        let place =
            |number: u64| usize::try_from(number).expect("a tile has 256 hashes") * Hash::BYTES;
        let (hashes, _) = self.bytes[place(numbers.start)..place(numbers.end)].as_chunks();
        hashes.iter().copied().map(Hash).collect()
    }
}

/// Tiles at hand. For each place the widest that was put in is kept, and stands for every narrower
/// one.
#[derive(Debug, Clone, Default)]
pub struct TileSet {
    tiles: HashMap<(u8, u64), Tile>,
}

impl TileSet {
    /// No tiles.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a tile in, unless a wider one is at its place.
    pub fn insert(&mut self, tile: Tile) {
        let place = (tile.id.level(), tile.id.index());
        let is_wider = |there: &Tile| there.id.width() > tile.id.width();
        if !self.tiles.get(&place).is_some_and(is_wider) {
            self.tiles.insert(place, tile);
        }
    }

    /// The tile at this place, at least as wide as the name says.
    #[must_use]
    pub fn get(&self, id: TileId) -> Option<&Tile> {
        let tile = self.tiles.get(&(id.level(), id.index()))?;
        (tile.id.width() >= id.width()).then_some(tile)
    }
}

impl Extend<Tile> for TileSet {
    fn extend<I: IntoIterator<Item = Tile>>(&mut self, tiles: I) {
        tiles.into_iter().for_each(|tile| self.insert(tile));
    }
}

impl FromIterator<Tile> for TileSet {
    fn from_iter<I: IntoIterator<Item = Tile>>(tiles: I) -> Self {
        let mut set = Self::new();
        set.extend(tiles);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(width: u16) -> Tile {
        let id = TileId::try_new(0, 7, width).unwrap();
        Tile::try_new(id, vec![0; usize::from(width) * Hash::BYTES]).unwrap()
    }

    #[test]
    fn the_widest_tile_stands_for_the_narrower_ones() {
        let set: TileSet = [tile(5), tile(9), tile(3)].into_iter().collect();
        let found = |width| set.get(tile(width).id()).map(|tile| tile.id().width());
        assert_eq!(
            [found(1), found(5), found(9), found(10)],
            [Some(9), Some(9), Some(9), None]
        );
        assert_eq!(set.get(TileId::try_new(0, 8, 1).unwrap()), None);
        assert_eq!(set.get(TileId::try_new(1, 7, 1).unwrap()), None);
    }

    #[test]
    fn a_tile_of_another_length_is_refused() {
        let id = TileId::try_new(0, 0, 2).unwrap();
        for bytes in [0, 32, 63, 65, 96] {
            assert_eq!(
                Tile::try_new(id, vec![0; bytes]),
                Err(TileError { id, bytes })
            );
        }
    }

    #[test]
    fn a_partial_tile_is_the_beginning_of_a_wider_one() {
        let mut tile = tile(3);
        tile.bytes[32] = 1;
        assert_eq!(tile.bytes_at_width(2), Some(&tile.bytes[..64]));
        assert_eq!(tile.bytes_at_width(4), None);
        assert_eq!(tile.bytes_at_width(0), None);
    }
}

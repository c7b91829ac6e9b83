//! Tiles and bundles of entries on a disk, held against one another and against the checkpoint.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{CHECKPOINT, bytes};
use crate::{Counted, Report, What};
use khen_audit::{
    BundleId, Frontier, Hash, Tile, TileBuilder, TileId, TileSet, TreeHead, bundles_of,
    decode_bundle, leaf_hash, tiles_of,
};

const TILE_WIDTH: u16 = 256;
/// 256 entries of the largest kind, each with its length before it.
const BUNDLE_BYTES_MAX: u64 = 256 * (2 + 65_535);

/// The hashes of leaves, read tile by tile.
pub(crate) struct Leaves {
    folder: PathBuf,
    size: u64,
    last: Option<(u64, Vec<Hash>)>,
}

impl Leaves {
    pub(crate) fn new(folder: &Path, size: u64) -> Self {
        Self {
            folder: folder.to_owned(),
            size,
            last: None,
        }
    }

    /// The hash of the leaf at `position`; `None` where its tile is missing, which was said before.
    pub(crate) fn at(&mut self, position: u64) -> Option<Hash> {
        let index = position / u64::from(TILE_WIDTH);
        let number = usize::try_from(position % u64::from(TILE_WIDTH)).ok()?;
        self.tile(index)?.get(number).copied()
    }

    fn tile(&mut self, index: u64) -> Option<&[Hash]> {
        if self.last.as_ref().is_none_or(|(last, _)| *last != index) {
            let id = TileId::in_tree(0, index, self.size)?;
            self.last = Some((index, hashes(&read(&self.folder, id).ok()?)));
        }
        self.last.as_ref().map(|(_, hashes)| hashes.as_slice())
    }
}

/// Every tile of the tree is there and is what the leaves make, and so is every bundle of entries
/// where there are any.
pub(crate) fn check(folder: &Path, tree: &TreeHead, leaves: &mut Leaves, report: &mut Report) {
    let mut builder = TileBuilder::new();
    // The last tile of each level above the leaves, as long as it is not full.
    let mut edges: BTreeMap<u8, Tile> = BTreeMap::new();
    let mut number = 0;
    for id in tiles_of(tree.size).take_while(|id| id.level() == 0) {
        match read(folder, id) {
            Ok(tile) => hashes(&tile)
                .into_iter()
                .for_each(|leaf| builder.push(leaf)),
            Err(what) => {
                report.problem(id.to_string(), what);
                return;
            }
        }
        number += 1;
        let changed = builder.take_changed().into_iter();
        for tile in changed.filter(|tile| tile.id().level() > 0) {
            if tile.id().width() == TILE_WIDTH {
                edges.remove(&tile.id().level());
                number += compare(folder, &tile, report);
            } else {
                edges.insert(tile.id().level(), tile);
            }
        }
    }
    for tile in edges.values() {
        number += compare(folder, tile, report);
    }
    if builder.head() != *tree {
        report.problem(CHECKPOINT, What::OtherRoot);
    }
    if folder.join("tile/entries").is_dir() {
        let bundles = bundles_of(tree.size);
        number += bundles
            .filter_map(|id| check_entries(folder, id, leaves, report))
            .count();
    }
    report.count(Counted::Tiles, number);
}

/// The root of the first `size` leaves of a tree of `tree_size`; `None` where a tile is missing.
pub(crate) fn root_at(folder: &Path, tree_size: u64, size: u64) -> Option<Hash> {
    let wanted = Frontier::tiles(size).into_iter();
    let tiles = wanted.map(|id| {
        let id = TileId::in_tree(id.level(), id.index(), tree_size)?;
        Tile::try_new(id, read(folder, id).ok()?).ok()
    });
    let tiles: TileSet = tiles.collect::<Option<_>>()?;
    Some(Frontier::from_tiles(size, &tiles).ok()?.root())
}

fn compare(folder: &Path, made: &Tile, report: &mut Report) -> usize {
    match read(folder, made.id()) {
        Ok(tile) if tile == made.bytes() => return 1,
        Ok(_) => report.problem(made.id().to_string(), What::OtherTile),
        Err(what) => report.problem(made.id().to_string(), what),
    }
    0
}

fn check_entries(
    folder: &Path,
    id: BundleId,
    leaves: &mut Leaves,
    report: &mut Report,
) -> Option<()> {
    let at = id.to_string();
    let found = bytes(&folder.join(&at), BUNDLE_BYTES_MAX);
    let Some(bundle) = report.readable(&at, found)? else {
        report.problem(at, What::Missing);
        return None;
    };
    let entries = report.readable(&at, decode_bundle(&bundle))?;
    let first = id.index() * u64::from(TILE_WIDTH);
    let is_same = entries.len() == usize::from(id.width())
        && (first..)
            .zip(&entries)
            .all(|(position, entry)| leaves.at(position) == Some(leaf_hash(entry)));
    if !is_same {
        report.problem(at, What::OtherTile);
        return None;
    }
    Some(())
}

/// The bytes of a tile at its width. A partial tile gives way to the full one in its place.
fn read(folder: &Path, id: TileId) -> Result<Vec<u8>, What> {
    let full = TileId::try_new(id.level(), id.index(), TILE_WIDTH).ok();
    let length = usize::from(id.width()) * Hash::BYTES;
    for name in [Some(id), full].into_iter().flatten() {
        let most = u64::from(TILE_WIDTH) * Hash::BYTES as u64;
        let found = bytes(&folder.join(name.to_string()), most);
        let found = found.map_err(|error| What::Unreadable(error.to_string()))?;
        if let Some(mut tile) = found {
            if tile.len() != usize::from(name.width()) * Hash::BYTES {
                return Err(What::Unreadable("a tile of another length".to_owned()));
            }
            tile.truncate(length);
            return Ok(tile);
        }
    }
    Err(What::Missing)
}

fn hashes(tile: &[u8]) -> Vec<Hash> {
    let (hashes, _) = tile.as_chunks();
    hashes.iter().copied().map(Hash).collect()
}

//! `tlog_tiles` reads what is written here, and the other way round.

use proptest::prelude::*;
use tlog_tiles::{TileHashReader, TileReader, check_record, check_tree, prove_record, prove_tree};

use khen_audit::{Hash, ProofPlan, TileId, TileSet, verify_consistency, verify_inclusion};

use crate::reference;

/// Gives our tiles to the other program, which checks each against the root.
struct Ours(TileSet);

impl Ours {
    fn read(&self, tile: &tlog_tiles::Tile) -> Option<Vec<u8>> {
        let width = u16::try_from(tile.width()).ok()?;
        let id = TileId::try_new(tile.level(), tile.level_index(), width).ok()?;
        Some(self.0.get(id)?.bytes_at_width(width)?.to_vec())
    }
}

impl TileReader for Ours {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[tlog_tiles::Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        Ok(tiles.iter().map(|tile| self.read(tile).unwrap()).collect())
    }

    fn save_tiles(&self, _: &[tlog_tiles::Tile], _: &[Vec<u8>]) {}
}

fn theirs(hash: Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(hash.0)
}

fn ours(proof: Vec<tlog_tiles::Hash>) -> Vec<Hash> {
    proof.into_iter().map(|hash| Hash(hash.0)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn another_program_makes_the_same_proofs_of_our_tiles((size, index) in (1u64..2_000).prop_flat_map(|size| (Just(size), 0..size))) {
        let leaves = reference::leaves(size);
        let (tree, old) = (reference::head(&leaves), reference::head(&leaves[..=usize::try_from(index).unwrap()]));
        let leaf = leaves[usize::try_from(index).unwrap()];
        let tiles = Ours(reference::tile_set(&leaves));
        let reader = TileHashReader::new(size, theirs(tree.root), &tiles);

        let record = prove_record(size, index, &reader).unwrap();
        check_record(&record, size, theirs(tree.root), index, theirs(leaf)).unwrap();
        let record = ours(record);
        prop_assert_eq!(&record, &ProofPlan::inclusion(index, size).unwrap().prove(&tiles.0).unwrap());
        prop_assert_eq!(verify_inclusion(leaf, index, &record, &tree), Ok(()));

        let growth = prove_tree(size, old.size, &reader).unwrap();
        check_tree(&growth, size, theirs(tree.root), old.size, theirs(old.root)).unwrap();
        let growth = ours(growth);
        prop_assert_eq!(&growth, &ProofPlan::consistency(old.size, size).unwrap().prove(&tiles.0).unwrap());
        prop_assert_eq!(verify_consistency(&old, &tree, &growth), Ok(()));
    }

    /// The other program puts the height of its tiles into the path, which tlog-tiles does not.
    #[test]
    fn paths_are_those_of_another_program_without_its_height(level in 0u8..=7, index in 0u64..1_000_000_000_000, width in 1u16..=256) {
        let id = TileId::try_new(level, index, width).unwrap();
        let path = tlog_tiles::Tile::new(8, level, index, u32::from(width), false).path();
        prop_assert_eq!(id.to_string(), path.replacen("tile/8/", "tile/", 1));
    }
}

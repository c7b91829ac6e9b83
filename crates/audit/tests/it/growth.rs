//! A tree that grows step by step is the tree that was made at once.

use proptest::prelude::*;

use khen_audit::{Frontier, Hash, MissingTile, TileBuilder, TileId, TileSet, tiles_of};

use crate::reference;

#[test]
fn the_root_of_every_size_is_that_of_the_recursion() {
    let leaves = reference::leaves(600);
    let mut frontier = Frontier::new();
    for size in 0..=leaves.len() {
        assert_eq!(frontier.head(), reference::head(&leaves[..size]));
        if let Some(leaf) = leaves.get(size) {
            frontier.push(*leaf);
        }
    }
}

#[test]
fn tiles_hold_the_roots_of_the_full_subtrees_below() {
    let leaves = reference::leaves(66_000);
    for tile in reference::tiles(&leaves) {
        let width = 256_usize.pow(u32::from(tile.id().level()));
        let first = 256 * usize::try_from(tile.id().index()).unwrap();
        for (number, bytes) in tile.bytes().chunks(Hash::BYTES).enumerate().step_by(51) {
            let below = &leaves[(first + number) * width..][..width];
            assert_eq!(
                bytes,
                reference::root(below).0,
                "hash {number} of {}",
                tile.id()
            );
        }
    }
}

#[test]
fn the_tiles_of_a_tree_are_those_that_it_should_have() {
    for size in [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537] {
        let tiles = reference::tiles(&reference::leaves(size));
        let mut ids: Vec<TileId> = tiles.iter().map(khen_audit::Tile::id).collect();
        ids.sort_unstable();
        assert_eq!(ids, tiles_of(size).collect::<Vec<_>>(), "at {size} leaves");
    }
}

#[test]
fn a_tile_is_handed_out_only_when_it_changed() {
    let mut builder = TileBuilder::new();
    let leaves = reference::leaves(257);
    for leaf in &leaves {
        builder.push(*leaf);
    }
    assert_eq!(builder.take_changed().len(), 3);
    assert_eq!(builder.take_changed(), []);
    builder.push(leaves[0]);
    let paths: Vec<String> = builder
        .take_changed()
        .iter()
        .map(|tile| tile.id().to_string())
        .collect();
    assert_eq!(paths, ["tile/0/001.p/2"]);
}

#[test]
fn a_tree_does_not_resume_without_its_edge() {
    let size = 70_000;
    let tiles = reference::tiles(&reference::leaves(size));
    let edge = Frontier::tiles(size);
    let paths: Vec<String> = edge.iter().map(TileId::to_string).collect();
    assert_eq!(
        paths,
        ["tile/2/000.p/1", "tile/1/001.p/17", "tile/0/273.p/112"]
    );
    for id in edge {
        let others = tiles.iter().filter(|tile| tile.id() != id).cloned();
        let resumed = TileBuilder::resume(size, &others.collect());
        assert_eq!(resumed.unwrap_err(), MissingTile { id });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn tiles_built_in_steps_equal_tiles_built_at_once(
        steps in prop::collection::vec((0u64..700, any::<bool>()), 1..8),
    ) {
        let leaves = reference::leaves(steps.iter().map(|(count, _)| count).sum());
        let (mut builder, mut kept, mut rest) = (TileBuilder::new(), TileSet::new(), &leaves[..]);
        for (count, is_resumed) in steps {
            let (now, later) = rest.split_at(usize::try_from(count).unwrap());
            for leaf in now {
                builder.push(*leaf);
            }
            kept.extend(builder.take_changed());
            rest = later;
            if is_resumed {
                builder = TileBuilder::resume(builder.size(), &kept).unwrap();
            }
            let sealed = &leaves[..leaves.len() - rest.len()];
            prop_assert_eq!(builder.head(), Frontier::from_tiles(builder.size(), &kept).unwrap().head());
            prop_assert_eq!(builder.head(), reference::head(sealed));
        }
        for tile in reference::tiles(&leaves) {
            prop_assert_eq!(kept.get(tile.id()), Some(&tile));
        }
    }

    #[test]
    fn wider_tiles_serve_a_smaller_tree(size in 0u64..1_500, more in 0u64..700) {
        let leaves = reference::leaves(size + more);
        let grown = reference::tile_set(&leaves);
        let head = Frontier::from_tiles(size, &grown).unwrap().head();
        prop_assert_eq!(head, reference::head(&leaves[..usize::try_from(size).unwrap()]));
    }
}

//! The classic trees of RFC 6962 with up to eight leaves.

use khen_audit::{
    Frontier, Hash, ProofPlan, TileId, TreeHead, leaf_hash, verify_consistency, verify_inclusion,
};

use super::shape::{Classic, hash, hashes, vectors};
use crate::reference;

fn leaves(classic: &Classic) -> Vec<Hash> {
    let entries = classic.leaves_hex.iter();
    entries
        .map(|entry| leaf_hash(&hex::decode(entry).unwrap()))
        .collect()
}

fn head(classic: &Classic, size: u64) -> TreeHead {
    let root = hash(&classic.roots_by_size_hex[usize::try_from(size).unwrap()]);
    TreeHead { size, root }
}

#[test]
fn the_root_of_every_size_is_that_of_the_vectors() {
    let classic = vectors().rfc6962;
    assert_eq!(classic.roots_by_size_hex.len(), 9);
    let mut frontier = Frontier::new();
    assert_eq!(frontier.head(), head(&classic, 0));
    for leaf in leaves(&classic) {
        frontier.push(leaf);
        assert_eq!(frontier.head(), head(&classic, frontier.size()));
    }
}

#[test]
fn every_path_of_the_vectors_is_made_and_holds() {
    let classic = vectors().rfc6962;
    assert_eq!(classic.inclusion.len(), 36);
    let leaves = leaves(&classic);
    let tiles = reference::tile_set(&leaves);
    for one in &classic.inclusion {
        let path = hashes(&one.path_hex);
        let plan = ProofPlan::inclusion(one.index, one.size).unwrap();
        assert_eq!(plan.prove(&tiles).unwrap(), path);
        let leaf = leaves[usize::try_from(one.index).unwrap()];
        let tree = head(&classic, one.size);
        assert_eq!(verify_inclusion(leaf, one.index, &path, &tree), Ok(()));
    }
}

#[test]
fn every_consistency_proof_of_the_vectors_is_made_and_holds() {
    let classic = vectors().rfc6962;
    assert_eq!(classic.consistency.len(), 36);
    let tiles = reference::tile_set(&leaves(&classic));
    for one in &classic.consistency {
        let proof = hashes(&one.proof_hex);
        let plan = ProofPlan::consistency(one.old, one.size).unwrap();
        assert_eq!(plan.prove(&tiles).unwrap(), proof);
        let (old, tree) = (head(&classic, one.old), head(&classic, one.size));
        assert_eq!(verify_consistency(&old, &tree, &proof), Ok(()));
    }
}

#[test]
fn tiles_lie_at_the_paths_of_the_vectors() {
    let paths = vectors().tile_paths;
    assert_eq!(paths.len(), 4);
    for (index, path) in paths {
        let path = format!("tile/0/{path}");
        let tile = TileId::try_new(0, index, 256).unwrap();
        assert_eq!(tile.to_string(), path);
        assert_eq!(TileId::parse(&path), Ok(tile));
    }
}

//! Proofs out of tiles, and whether they hold.

use proptest::prelude::*;

use khen_audit::{
    Hash, PlanError, ProofError, ProofPlan, TileSet, TreeHead, verify_consistency, verify_inclusion,
};

use crate::reference;

/// Every tree up to this size is tried whole.
const SMALL: u64 = 40;

fn inclusion(index: u64, size: u64, tiles: &TileSet) -> Vec<Hash> {
    ProofPlan::inclusion(index, size)
        .unwrap()
        .prove(tiles)
        .unwrap()
}

fn consistency(old: u64, size: u64, tiles: &TileSet) -> Vec<Hash> {
    ProofPlan::consistency(old, size)
        .unwrap()
        .prove(tiles)
        .unwrap()
}

fn prefix(leaves: &[Hash], size: u64) -> &[Hash] {
    &leaves[..usize::try_from(size).unwrap()]
}

#[test]
fn every_leaf_of_every_small_tree_is_proven_in_it_and_nowhere_else() {
    let leaves = reference::leaves(SMALL);
    let tiles = reference::tile_set(&leaves);
    for size in 1..=SMALL {
        let tree = reference::head(prefix(&leaves, size));
        for index in 0..size {
            let place = usize::try_from(index).unwrap();
            let proof = inclusion(index, size, &tiles);
            assert_eq!(proof, reference::path(place, prefix(&leaves, size)));
            for (other, leaf) in leaves.iter().enumerate() {
                let is_in = verify_inclusion(*leaf, index, &proof, &tree).is_ok();
                assert_eq!(is_in, other == place, "leaf {other} at {index} of {size}");
            }
            let elsewhere = (0..=size).filter(|other| *other != index);
            for other in elsewhere {
                assert!(verify_inclusion(leaves[place], other, &proof, &tree).is_err());
            }
        }
    }
}

#[test]
fn every_small_tree_is_proven_to_grow_from_every_smaller_one() {
    let leaves = reference::leaves(SMALL);
    let tiles = reference::tile_set(&leaves);
    for size in 0..=SMALL {
        let tree = reference::head(prefix(&leaves, size));
        for old in 0..=size {
            let proof = consistency(old, size, &tiles);
            let old_tree = reference::head(prefix(&leaves, old));
            if old > 0 {
                let by_recursion =
                    reference::consistency(usize::try_from(old).unwrap(), prefix(&leaves, size));
                assert_eq!(proof, by_recursion, "{old} to {size}");
            }
            assert_eq!(
                verify_consistency(&old_tree, &tree, &proof),
                Ok(()),
                "{old} to {size}"
            );
        }
    }
}

#[test]
fn a_proof_of_another_length_never_holds() {
    let leaves = reference::leaves(SMALL);
    let tiles = reference::tile_set(&leaves);
    let tree = reference::head(&leaves);
    for index in 0..SMALL {
        let leaf = leaves[usize::try_from(index).unwrap()];
        let mut proof = inclusion(index, SMALL, &tiles);
        proof.push(leaf);
        assert_eq!(
            verify_inclusion(leaf, index, &proof, &tree),
            Err(ProofError::TooLong)
        );
        proof.truncate(proof.len() - 2);
        assert_eq!(
            verify_inclusion(leaf, index, &proof, &tree),
            Err(ProofError::TooShort)
        );
    }
    for old in 0..=SMALL {
        let old_tree = reference::head(prefix(&leaves, old));
        let mut proof = consistency(old, SMALL, &tiles);
        proof.push(leaves[0]);
        assert_eq!(
            verify_consistency(&old_tree, &tree, &proof),
            Err(ProofError::TooLong),
            "{old}"
        );
        if proof.len() > 1 {
            proof.truncate(proof.len() - 2);
            assert_eq!(
                verify_consistency(&old_tree, &tree, &proof),
                Err(ProofError::TooShort),
                "{old}"
            );
        }
    }
}

#[test]
fn any_flipped_byte_of_a_proof_breaks_it() {
    let leaves = reference::leaves(21);
    let tiles = reference::tile_set(&leaves);
    let (old, tree) = (reference::head(&leaves[..13]), reference::head(&leaves));
    let (of_leaf, of_growth) = (inclusion(7, 21, &tiles), consistency(13, 21, &tiles));
    for byte in 0..Hash::BYTES {
        for hash in 0..of_leaf.len() {
            let mut proof = of_leaf.clone();
            proof[hash].0[byte] ^= 1;
            assert_eq!(
                verify_inclusion(leaves[7], 7, &proof, &tree),
                Err(ProofError::OtherRoot)
            );
        }
        for hash in 0..of_growth.len() {
            let mut proof = of_growth.clone();
            proof[hash].0[byte] ^= 1;
            assert!(verify_consistency(&old, &tree, &proof).is_err());
        }
        let (mut other_old, mut other) = (old, tree);
        other_old.root.0[byte] ^= 1;
        other.root.0[byte] ^= 1;
        assert_eq!(
            verify_consistency(&other_old, &tree, &of_growth),
            Err(ProofError::OtherOldRoot)
        );
        assert_eq!(
            verify_consistency(&old, &other, &of_growth),
            Err(ProofError::OtherRoot)
        );
        assert_eq!(
            verify_inclusion(leaves[7], 7, &of_leaf, &other),
            Err(ProofError::OtherRoot)
        );
    }
}

#[test]
fn a_tree_never_shrinks_and_has_no_leaf_behind_its_last() {
    let leaves = reference::leaves(5);
    let (small, large) = (reference::head(&leaves[..3]), reference::head(&leaves));
    let (old, size) = (5, 3);
    assert_eq!(
        verify_consistency(&large, &small, &[]),
        Err(ProofError::OldLarger { old, size })
    );
    assert_eq!(
        ProofPlan::consistency(old, size),
        Err(PlanError::OldLarger { old, size })
    );
    let index = 3;
    assert_eq!(
        verify_inclusion(leaves[3], index, &[], &small),
        Err(ProofError::NoSuchLeaf { index, size })
    );
    assert_eq!(
        ProofPlan::inclusion(index, size),
        Err(PlanError::NoSuchLeaf { index, size })
    );
    assert!(ProofPlan::inclusion(0, 0).is_err());
}

#[test]
fn two_trees_of_one_size_are_the_same_or_none_grew_from_the_other() {
    let leaves = reference::leaves(6);
    let tree = reference::head(&leaves[..3]);
    let fork = reference::head(&leaves[3..]);
    assert_eq!(verify_consistency(&tree, &tree, &[]), Ok(()));
    assert_eq!(
        verify_consistency(&tree, &fork, &[]),
        Err(ProofError::OtherRoot)
    );
    let not_empty = TreeHead { size: 0, ..tree };
    assert_eq!(
        verify_consistency(&not_empty, &fork, &[]),
        Err(ProofError::OtherOldRoot)
    );
    assert_eq!(verify_consistency(&TreeHead::empty(), &fork, &[]), Ok(()));
}

#[test]
fn a_missing_tile_is_named() {
    let (index, size) = (300, 70_000);
    let tiles = reference::tiles(&reference::leaves(size));
    let plan = ProofPlan::inclusion(index, size).unwrap();
    let needed = plan.tiles();
    assert_eq!(needed.len(), 4);
    for id in &needed {
        let others = tiles.iter().filter(|tile| tile.id() != *id).cloned();
        assert_eq!(plan.prove(&others.collect()).unwrap_err().id, *id);
    }
    let those = tiles.into_iter().filter(|tile| needed.contains(&tile.id()));
    assert!(plan.prove(&those.collect()).is_ok());
}

/// A history of 10 million events still takes a handful of tiles.
#[test]
fn a_proof_in_a_large_tree_needs_few_tiles() {
    for index in [0, 4_999_999, 9_999_999] {
        let plan = ProofPlan::inclusion(index, 10_000_000).unwrap();
        assert!(plan.tiles().len() <= 8, "{:?}", plan.tiles());
    }
    assert!(
        ProofPlan::inclusion(u64::MAX - 1, u64::MAX)
            .unwrap()
            .tiles()
            .len()
            <= 16
    );
    assert!(
        ProofPlan::consistency(u64::MAX / 3, u64::MAX)
            .unwrap()
            .tiles()
            .len()
            <= 24
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn proofs_over_many_tiles_are_those_of_the_recursion((size, part) in (1u64..3_000).prop_flat_map(|size| (Just(size), 0..size))) {
        let leaves = reference::leaves(size);
        let tiles = reference::tile_set(&leaves);
        let tree = reference::head(&leaves);
        let place = usize::try_from(part).unwrap();
        let proof = inclusion(part, size, &tiles);
        prop_assert_eq!(&proof, &reference::path(place, &leaves));
        prop_assert_eq!(verify_inclusion(leaves[place], part, &proof, &tree), Ok(()));
        let old = reference::head(&leaves[..=place]);
        let proof = consistency(old.size, size, &tiles);
        prop_assert_eq!(&proof, &reference::consistency(place + 1, &leaves));
        prop_assert_eq!(verify_consistency(&old, &tree, &proof), Ok(()));
    }

    #[test]
    fn no_proof_leads_from_a_tree_to_its_fork(size in 2u64..300, changed in 0u64..300, old in 1u64..300) {
        let (changed, old) = (changed % size, 1 + old % size);
        let leaves = reference::leaves(size);
        let mut fork = leaves.clone();
        fork[usize::try_from(changed).unwrap()].0[0] ^= 1;
        let (old_tree, tree) = (reference::head(prefix(&leaves, old)), reference::head(&fork));
        for tiles in [reference::tile_set(&leaves), reference::tile_set(&fork)] {
            let proof = consistency(old, size, &tiles);
            let is_kept = verify_consistency(&old_tree, &tree, &proof).is_ok();
            prop_assert!(!is_kept || changed >= old);
        }
    }

    #[test]
    fn a_random_proof_proves_nothing(index: u64, size: u64, old: u64, proof in prop::collection::vec(any::<[u8; 32]>(), 0..70)) {
        let proof: Vec<Hash> = proof.into_iter().map(Hash).collect();
        let (leaf, root) = (Hash([1; 32]), Hash([2; 32]));
        let tree = TreeHead { size, root };
        prop_assert!(verify_inclusion(leaf, index, &proof, &tree).is_err());
        let old = TreeHead { size: old, root: leaf };
        prop_assert!(verify_consistency(&old, &tree, &proof).is_err());
    }
}

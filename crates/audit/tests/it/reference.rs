//! The tree as RFC 6962 section 2.1 writes it down: slow, recursive, and of nothing but the text.

use khen_audit::{Hash, Tile, TileBuilder, TileSet, TreeHead, empty_root, leaf_hash, node_hash};

/// The leaf hashes of `count` different entries.
pub(crate) fn leaves(count: u64) -> Vec<Hash> {
    (0..count)
        .map(|index| leaf_hash(&index.to_be_bytes()))
        .collect()
}

/// The largest power of two smaller than `size`.
fn split(size: usize) -> usize {
    size.next_power_of_two() / 2
}

pub(crate) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        more => {
            let (left, right) = more.split_at(split(more.len()));
            node_hash(&root(left), &root(right))
        }
    }
}

pub(crate) fn head(leaves: &[Hash]) -> TreeHead {
    TreeHead {
        size: leaves.len() as u64,
        root: root(leaves),
    }
}

/// `PATH(m, D[n])` of section 2.1.1.
pub(crate) fn path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, beside) = if index < left.len() {
        (path(index, left), root(right))
    } else {
        (path(index - left.len(), right), root(left))
    };
    path.push(beside);
    path
}

/// `PROOF(m, D[n])` of section 2.1.2.
pub(crate) fn consistency(old: usize, leaves: &[Hash]) -> Vec<Hash> {
    subproof(old, leaves, true)
}

fn subproof(old: usize, leaves: &[Hash], is_old_tree: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if is_old_tree {
            Vec::new()
        } else {
            vec![root(leaves)]
        };
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut proof, beside) = if old <= left.len() {
        (subproof(old, left, is_old_tree), root(right))
    } else {
        (subproof(old - left.len(), right, false), root(left))
    };
    proof.push(beside);
    proof
}

/// All tiles over these leaves, made at once.
pub(crate) fn tiles(leaves: &[Hash]) -> Vec<Tile> {
    let mut builder = TileBuilder::new();
    for leaf in leaves {
        builder.push(*leaf);
    }
    builder.take_changed()
}

pub(crate) fn tile_set(leaves: &[Hash]) -> TileSet {
    tiles(leaves).into_iter().collect()
}

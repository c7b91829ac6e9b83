//! The hashes of RFC 6962 section 2.1.

use sha2::{Digest, Sha256};

use crate::Hash;

/// What stands before the two hashes of a node, so that no node is a leaf.
const NODE_PREFIX: u8 = 1;
const NODE_BYTES: usize = 1 + 2 * Hash::BYTES;

/// The hash of an entry: `SHA-256(0x00 ‖ entry)`.
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash(khen_eventlog::leaf_hash(entry))
}

/// The hash of a node with two children: `SHA-256(0x01 ‖ left ‖ right)`.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut node = [NODE_PREFIX; NODE_BYTES];
    node[1..=Hash::BYTES].copy_from_slice(&left.0);
    node[1 + Hash::BYTES..].copy_from_slice(&right.0);
    Hash(Sha256::digest(node).into())
}

/// The root of the tree without leaves: `SHA-256("")`.
#[must_use]
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

/// The hash of a node over `subtrees`, from left to right, each but the last full and at least
/// twice as large as the next; `None` over nothing.
pub(crate) fn folded(subtrees: &[Hash]) -> Option<Hash> {
    let (last, before) = subtrees.split_last()?;
    Some(
        before
            .iter()
            .rfold(*last, |right, left| node_hash(left, &right)),
    )
}

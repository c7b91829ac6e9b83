//! Proves that a ledger is whole.
//!
//! The leaves of a ledger (`khen_eventlog::leaf_bytes`) are the entries of a Merkle tree whose root
//! at every size is one hash ([`Frontier`]). The tree is kept and served in tiles ([`TileBuilder`],
//! [`TileId`], [`TileSet`]), from which it is proven that an entry is in it and that it only ever
//! grew ([`ProofPlan`], [`verify_inclusion`], [`verify_consistency`]).
//!
//! # Promises
//!
//! - Nothing here does I/O, waits, reads a clock or rolls dice, and nothing knows what a nomination
//!   is: what a proof needs is named first and then handed in.
//! - Every text and every proof is read strictly: of two readings, neither is accepted.
//!
//! # Sources
//!
//! RFC 6962 section 2.1 for the tree and its proofs; `c2sp.org/tlog-tiles` for tiles and entry
//! bundles. `README.md` tells why the formats are written out here.

mod decimal;
mod hash;
mod proof;
mod tile;
mod tree;

pub use hash::{Hash, HashError};
pub use proof::{
    consistency::verify_consistency,
    error::ProofError,
    inclusion::verify_inclusion,
    plan::{PlanError, ProofPlan},
};
pub use tile::{
    builder::TileBuilder,
    bundle::{BundleError, decode_bundle, encode_bundle},
    cover::{bundles_of, tiles_of},
    id::{BundleId, IdError, TileId},
    set::{MissingTile, Tile, TileError, TileSet},
};
pub use tree::{
    frontier::Frontier,
    hashing::{empty_root, leaf_hash, node_hash},
    head::TreeHead,
};

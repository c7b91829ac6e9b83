//! Proves that a ledger is whole.
//!
//! The leaves of a ledger (`khen_eventlog::leaf_bytes`) are the entries of a Merkle tree whose root
//! at every size is one hash ([`Frontier`]). The tree is kept and served in tiles ([`TileBuilder`],
//! [`TileId`], [`TileSet`]), from which it is proven that an entry is in it and that it only ever
//! grew ([`ProofPlan`], [`verify_inclusion`], [`verify_consistency`]).
//!
//! A log signs what its tree is ([`SignedCheckpoint`]), witnesses cosign it ([`CosigningKey`]), and
//! an auditor believes the checkpoints that a [`Policy`] allows, offline, with nothing but a file
//! for each event ([`TlogProof`]). [`Witness`] decides what a witness cosigns, [`check_extends`]
//! whether a log may still sign. A [`Manifest`] says what an evidence bundle consists of, a
//! [`SegmentManifest`] what a piece of a ledger's history does.
//!
//! # Promises
//!
//! - Nothing here does I/O, waits, reads a clock or rolls dice, and nothing knows what a nomination
//!   is: what a proof needs is named first and then handed in.
//! - Every text and every proof is read strictly: of two readings, neither is accepted.
//!
//! # Sources
//!
//! RFC 6962 section 2.1 for the tree and its proofs; `c2sp.org` for tiles, notes, checkpoints,
//! cosignatures, proof files, policies and witnesses. `README.md` tells why the formats are written out here.

mod checkpoint;
mod cosignature;
mod decimal;
mod evidence;
mod halt;
mod hash;
mod manifest_lines;
mod note;
mod policy;
mod proof;
mod segment;
mod tile;
mod time;
mod tlog_proof;
mod tree;
mod witness;

pub use checkpoint::{
    origin::{Origin, OriginError},
    signed::{SignedCheckpoint, SignedCheckpointError},
    text::{Checkpoint, CheckpointError},
};
pub use cosignature::CosigningKey;
pub use evidence::{
    manifest::{Manifest, ManifestError, ManifestFile},
    page::{EvidencePage, copies_of, is_copied},
    path::{BundlePath, BundlePathError},
};
pub use halt::{Halt, check_extends};
pub use hash::{Hash, HashError};
pub use note::{
    key::{KeyId, KeyKind, VerifierKey, VerifierKeyError},
    line::{SignatureLine, SignatureLineError},
    name::{KeyName, KeyNameError},
    signed::{Note, NoteError},
    signing::SigningKey,
    verifying::{BadSignature, Verified, VerifyError},
};
pub use policy::{
    check::{Cosigned, PolicyError, Witnessed},
    parse::{PolicyParseError, PolicyProblem},
    parties::{Policy, PolicyLog, PolicyWitness},
};
pub use proof::{
    consistency::verify_consistency,
    error::ProofError,
    inclusion::verify_inclusion,
    plan::{PlanError, ProofPlan},
};
pub use segment::manifest::{SegmentManifest, SegmentManifestError};
pub use tile::{
    builder::TileBuilder,
    bundle::{BundleError, decode_bundle, encode_bundle},
    cover::{bundles_of, tiles_of},
    id::{BundleId, IdError, TileId},
    set::{MissingTile, Tile, TileError, TileSet},
};
pub use time::{PosixTime, PosixTimeError};
pub use tlog_proof::{TlogProof, TlogProofError, TlogProofParseError};
pub use tree::{
    frontier::Frontier,
    hashing::{empty_root, leaf_hash, node_hash},
    head::TreeHead,
};
pub use witness::{
    answer::{WitnessAnswer, WitnessAnswerError},
    decide::{Accepted, Witness},
    refusal::{Refusal, TLOG_SIZE_CONTENT_TYPE},
    request::{AddCheckpoint, AddCheckpointError},
};

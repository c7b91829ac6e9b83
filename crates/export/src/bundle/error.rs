//! Why there is no bundle.

use thiserror::Error;

use crate::paper::PressError;
use khen_audit::{
    BundlePathError, MissingTile, NoteError, PlanError, PolicyError, ProofError, TileError,
};
use khen_eventlog::{CanonicalError, LeafError, Position};

/// Why there is no bundle. A bundle that would not pass its own check is never written.
#[derive(Debug, Error)]
pub enum BundleError {
    /// There are no events, or none of the case itself.
    #[error("the evidence has no event of its case")]
    NoEvents,
    /// The events are not in ascending order of positions.
    #[error("the event at {position} does not follow those before it")]
    Order {
        /// The first such event.
        position: Position,
    },
    /// The checkpoint is not signed as the policy asks for.
    #[error("the checkpoint is not one to be believed")]
    Policy(#[from] PolicyError),
    /// An event lies behind the end of the tree, or an earlier checkpoint does.
    #[error("the tree of the checkpoint does not reach so far")]
    Plan(#[from] PlanError),
    /// A tile was not handed in.
    #[error("a proof cannot be made")]
    Tile(#[from] MissingTile),
    /// A tile that was handed in is none.
    #[error("a tile is none")]
    NoTile(#[from] TileError),
    /// The event is not in the tree: the ledger and its log are not about the same events.
    #[error("the event at {position} is not in the tree of the checkpoint")]
    NotSealed {
        /// The event.
        position: Position,
        /// Why its proof does not hold.
        source: ProofError,
    },
    /// An earlier checkpoint is of another tree.
    #[error("the tree did not grow from the checkpoint of size {size}")]
    NotGrown {
        /// The earlier size.
        size: u64,
        /// Why the proof does not hold.
        source: ProofError,
    },
    /// An event has no canonical form.
    #[error("an event has no canonical form")]
    Canonical(#[from] CanonicalError),
    /// An event has no leaf.
    #[error("an event has no leaf")]
    Leaf(#[from] LeafError),
    /// A name cannot stand in a bundle.
    #[error("`{path}` cannot stand in a bundle")]
    Path {
        /// The name.
        path: String,
        /// What is wrong with every such name.
        source: BundlePathError,
    },
    /// Two files would have one name.
    #[error("two files would be called `{path}`")]
    Twice {
        /// The name.
        path: String,
    },
    /// There are too many files to sign for.
    #[error("the manifest cannot be signed")]
    Manifest(#[from] NoteError),
    /// The archive could not be written.
    #[error("the archive cannot be written")]
    Archive(#[from] zip::result::ZipError),
    /// The archive could not be filled.
    #[error("the archive cannot be filled")]
    Io(#[from] std::io::Error),
    /// The report could not be printed.
    #[error("the report could not be printed")]
    Print(#[from] PressError),
}

//! The tiles of transparency logs, and what was signed of them.
//!
//! What a tile means is the business of those who prove with it: here it is bytes at a place, which
//! only ever grow.

use std::collections::BTreeMap;

use async_trait::async_trait;
use jiff::Timestamp;
use thiserror::Error;

use crate::{Epoch, LedgerId, OfficeError, Position};

/// Bytes of one hash in a tile.
pub const TILE_HASH_BYTES: usize = 32;
/// Bytes of a tile that is full and never changes again: 256 hashes.
pub const TILE_BYTES_MAX: usize = 256 * TILE_HASH_BYTES;

/// Where a tile stands in the log of its ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePlace {
    /// The level, from 0 at the leaves.
    pub level: u8,
    /// How many full tiles are left of it on its level.
    pub index: u64,
}

/// A tile as it is stored: as many hashes of 32 bytes as it is wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTile {
    /// Where it stands.
    pub place: TilePlace,
    /// Its hashes, at most [`TILE_BYTES_MAX`] bytes.
    pub bytes: Vec<u8>,
}

/// By what a log grows in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// Its size before.
    pub from: Position,
    /// Its size afterwards.
    pub to: Position,
    /// The tiles that are new or wider than before.
    pub tiles: Vec<StoredTile>,
    /// The epoch under which the ledger is held.
    pub epoch: Epoch,
}

/// Which of the two checkpoints that are kept of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckpointKind {
    /// The newest that the log signed.
    Signed,
    /// The newest that witnesses cosigned.
    Witnessed,
}

impl CheckpointKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Signed, Self::Witnessed];

    /// The word under which it is stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Witnessed => "witnessed",
        }
    }
}

/// A checkpoint with its signatures, ready to be handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCheckpoint {
    /// Events in the log that it speaks of.
    pub size: Position,
    /// The signed note, cosignature lines included.
    pub note: String,
    /// The verifier keys of the log, one a line, the present one first.
    pub keys: String,
    /// When it was signed.
    pub at: Timestamp,
}

/// How far the log of a ledger is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SealedLog {
    /// Events in its tiles.
    pub size: Position,
    /// The newest signed checkpoint.
    pub signed: Option<KeptCheckpoint>,
    /// The newest checkpoint that witnesses cosigned.
    pub witnessed: Option<KeptCheckpoint>,
}

/// Why tiles or a checkpoint were not kept.
#[derive(Debug, Error)]
pub enum SealError {
    /// The log is not as large as was believed: it is to be looked at again.
    #[error("the log was moved by somebody else")]
    Moved,
    /// The log was moved under a later epoch: the ledger is somebody else's now.
    #[error("the log was moved under a later epoch")]
    Fenced,
    /// A stored tile is no beginning of the one that was to take its place: one of the two is false.
    #[error("a tile would be rewritten, and tiles only ever grow")]
    Rewritten,
    /// The store gave no answer.
    #[error("the log could not be kept")]
    Store(#[from] OfficeError),
}

/// Keeps the logs of ledgers: tiles, and how large each log is, moved together or not at all.
///
/// All of it can be made again from the ledger, but for the cosignatures.
#[async_trait]
pub trait TileStore: Send + Sync {
    /// The size of every log that has begun.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn log_sizes(&self) -> Result<BTreeMap<LedgerId, Position>, OfficeError>;

    /// How far the log of this ledger is; `None` before it has begun.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn log(&self, ledger: &LedgerId) -> Result<Option<SealedLog>, OfficeError>;

    /// The bytes at these places as wide as they are now, in the order asked, seen at one moment.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn tiles(
        &self,
        ledger: &LedgerId,
        places: &[TilePlace],
    ) -> Result<Vec<Option<Vec<u8>>>, OfficeError>;

    /// Keeps the tiles of a growth and moves the log to its new size. A log begins with size 0. The
    /// log keeps the epoch, and refuses every earlier one from then on.
    ///
    /// # Errors
    /// [`SealError`]; nothing was kept.
    async fn grow(&self, ledger: &LedgerId, growth: Growth) -> Result<(), SealError>;

    /// Keeps a checkpoint in place of the last one of its kind, which is not larger. The tiles reach
    /// as far as it does, and the log keeps the epoch as in [`TileStore::grow`].
    ///
    /// # Errors
    /// [`SealError`]; nothing was kept. [`SealError::Moved`] also when the tiles are behind it.
    async fn keep_checkpoint(
        &self,
        ledger: &LedgerId,
        kind: CheckpointKind,
        checkpoint: &KeptCheckpoint,
        epoch: Epoch,
    ) -> Result<(), SealError>;
}

//! How far those have come who follow a ledger and act outside of it.

use std::collections::BTreeMap;

use async_trait::async_trait;
use thiserror::Error;

use crate::{Epoch, LedgerId, OfficeError, Position};

/// Why a cursor did not move.
#[derive(Debug, Error)]
pub enum CursorError {
    /// The cursor was written under a later epoch: the partition is somebody else's now.
    #[error("the cursor was moved under a later epoch")]
    Fenced,
    /// The office gave no answer.
    #[error("the cursor could not be moved")]
    Office(#[from] OfficeError),
}

/// Keeps the cursors of sinks that have no transaction of their own.
#[async_trait]
pub trait CursorStore: Send + Sync {
    /// The first position that `sink` has not handled, of every ledger in which it has begun.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn cursors(&self, sink: &str) -> Result<BTreeMap<LedgerId, Position>, OfficeError>;

    /// Moves the cursor of `sink` forward, never back, and answers where it stands. The cursor
    /// keeps `epoch`, and refuses every earlier one from then on.
    ///
    /// # Errors
    /// [`CursorError`]; the cursor did not move.
    async fn move_cursor(
        &self,
        sink: &str,
        ledger: &LedgerId,
        to: Position,
        epoch: Epoch,
    ) -> Result<Position, CursorError>;
}

//! How far those have come who follow a ledger and act outside of it.

use async_trait::async_trait;

use crate::{LedgerId, OfficeError, Position};

/// Keeps the cursors of sinks that have no transaction of their own.
#[async_trait]
pub trait CursorStore: Send + Sync {
    /// The first position of `ledger` that `sink` has not handled; `None` before it began.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn cursor(&self, sink: &str, ledger: &LedgerId) -> Result<Option<Position>, OfficeError>;

    /// Moves the cursor of `sink` forward, never back, and answers where it stands.
    ///
    /// # Errors
    /// [`OfficeError`]; the cursor did not move.
    async fn move_cursor(
        &self,
        sink: &str,
        ledger: &LedgerId,
        to: Position,
    ) -> Result<Position, OfficeError>;
}

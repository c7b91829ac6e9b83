//! The ports of rows: asking, moving, waiting.

use std::{collections::BTreeMap, time::Duration};

use async_trait::async_trait;
use sea_query::SelectStatement;

use crate::{ApplyError, Batch, ContentHash, Cursor, QueryError, Row};

/// Answers statements of this room.
#[async_trait]
pub trait RowReader: Send + Sync {
    /// The rows of `statement`, seen at one moment.
    ///
    /// # Errors
    /// [`QueryError`].
    async fn select(&self, statement: SelectStatement) -> Result<Vec<Row>, QueryError>;

    /// How much of `ledger` the rows know; nothing of a ledger that was never followed.
    ///
    /// # Errors
    /// [`QueryError`].
    async fn cursor(&self, ledger: &str) -> Result<Cursor, QueryError>;
}

/// Keeps rows. Only the room `workers` moves them.
#[async_trait]
pub trait RowStore: RowReader {
    /// The cursor of every ledger that was ever followed, seen at one moment.
    ///
    /// # Errors
    /// [`QueryError`].
    async fn cursors(&self) -> Result<BTreeMap<String, Cursor>, QueryError>;

    /// Applies a batch whole or not at all, its cursor included. A batch that was applied before is
    /// refused by its cursor, so a second delivery changes nothing.
    ///
    /// The cursor keeps the epoch of the batch, and refuses every earlier one from then on.
    ///
    /// The values of owners that the batch forgets are wiped from the store's files before the
    /// cursor moves: forgetting twice is harmless, forgetting too late is not.
    ///
    /// # Errors
    /// [`ApplyError`]; neither rows nor cursor moved.
    async fn apply(&self, batch: Batch) -> Result<(), ApplyError>;

    /// Removes every row of `ledger` and puts its cursor at 0. The cursor keeps its epoch, which is
    /// answered: whoever fills the rows again does so under it.
    ///
    /// # Errors
    /// [`ApplyError::Unavailable`].
    async fn reset(&self, ledger: &str) -> Result<u64, ApplyError>;

    /// The cursor of `ledger` and the hash over all its rows, both seen at one moment.
    ///
    /// # Errors
    /// [`QueryError`].
    async fn content_hash(&self, ledger: &str) -> Result<(Cursor, ContentHash), QueryError>;
}

/// Says when rows have arrived, so that a reader finds the own write.
#[async_trait]
pub trait Arrivals: Send + Sync {
    /// Waits until the rows of `ledger` know the event at `position`, at most for `patience`;
    /// answers whether they do.
    ///
    /// # Errors
    /// [`QueryError::Unavailable`].
    async fn wait_for(
        &self,
        ledger: &str,
        position: u64,
        patience: Duration,
    ) -> Result<bool, QueryError>;
}

//! The port of those who decide: append, and read single streams.

use async_trait::async_trait;
use thiserror::Error;

use crate::{
    Append, AppendError, CommandId, LedgerId, Receipt, RecordedEvent, StreamName, Version,
};

/// Why a read gave no answer.
#[derive(Debug, Error)]
pub enum ReadError {
    /// There is no such ledger.
    #[error("there is no ledger {ledger}")]
    NoLedger {
        /// The ledger.
        ledger: LedgerId,
    },
    /// What is stored does not parse: the store disagrees with itself.
    #[error("the store disagrees with itself at {place}")]
    Corrupt {
        /// Table, column and row.
        place: String,
    },
    /// The store could not be reached.
    #[error("the ledger is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Keeps ledgers: records appends, reads streams.
///
/// An append enters whole; a caller that goes away does not withdraw it. Concurrent appends are
/// serialised per ledger; a refusal of one never harms another.
#[async_trait]
pub trait EventStore: Send + Sync {
    /// Makes a ledger with its fixed `source`; asking again with the same source changes nothing.
    ///
    /// # Errors
    /// [`AppendError::Unavailable`], also when the ledger exists with another source.
    async fn create_ledger(&self, ledger: &LedgerId, source: &str) -> Result<(), AppendError>;

    /// Records the append, or answers with the first result if its command is known already.
    ///
    /// The known command comes first: a repeat is answered even when its conditions no longer hold.
    ///
    /// # Errors
    /// [`AppendError`]; nothing was recorded.
    async fn append(&self, append: Append) -> Result<Receipt, AppendError>;

    /// At most `limit` events of the stream with versions above `after`, in order.
    ///
    /// A stream that does not exist reads as empty. `limit` is cut to
    /// [`PAGE_EVENT_COUNT_MAX`](crate::limits::PAGE_EVENT_COUNT_MAX).
    ///
    /// # Errors
    /// [`ReadError`].
    async fn read_stream(
        &self,
        ledger: &LedgerId,
        stream: &StreamName,
        after: Version,
        limit: usize,
    ) -> Result<Vec<RecordedEvent>, ReadError>;

    /// The versions of these streams, in the order asked, seen at one moment.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn versions(
        &self,
        ledger: &LedgerId,
        streams: &[StreamName],
    ) -> Result<Vec<Version>, ReadError>;

    /// The events of a command, in the order of its append; empty if it is not known.
    ///
    /// # Errors
    /// [`ReadError`].
    async fn read_command(
        &self,
        ledger: &LedgerId,
        command: CommandId,
    ) -> Result<Vec<RecordedEvent>, ReadError>;
}

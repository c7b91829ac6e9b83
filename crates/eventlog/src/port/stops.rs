//! Why sinks stopped, where every process can see it.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{LedgerId, OfficeError, Position};

/// A sink that has stopped in a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopRecord {
    /// The sink.
    pub sink: String,
    /// The ledger in which it stopped; it goes on in others.
    pub ledger: LedgerId,
    /// The event that it cannot handle.
    pub position: Position,
    /// Why, with all causes.
    pub reason: String,
    /// When it stopped, by the real clock.
    pub at: Timestamp,
}

/// Keeps the stops of sinks, one for each sink and ledger.
#[async_trait]
pub trait StopBook: Send + Sync {
    /// Keeps a stop, in place of an earlier one of the same sink and ledger.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn keep_stop(&self, stop: &StopRecord) -> Result<(), OfficeError>;

    /// Strikes the stop of a sink in a ledger, if there is one.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn clear_stop(&self, sink: &str, ledger: &LedgerId) -> Result<(), OfficeError>;

    /// All stops, by sink and ledger.
    ///
    /// # Errors
    /// [`OfficeError`].
    async fn stops(&self) -> Result<Vec<StopRecord>, OfficeError>;
}

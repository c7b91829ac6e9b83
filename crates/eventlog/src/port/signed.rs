//! What was signed of a log, where the log itself cannot be turned back.

use async_trait::async_trait;
use thiserror::Error;

/// Why a state was not kept or read.
#[derive(Debug, Error)]
pub enum SignedStateError {
    /// Somebody else has kept another one meanwhile.
    #[error("the state was changed by somebody else")]
    Moved,
    /// The place could not be reached, read or written.
    #[error("the state of the signer is unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Keeps, for each origin, what was last signed. It lies apart from the ledgers, so that a ledger which
/// was turned back to an earlier state is found out.
#[async_trait]
pub trait SignedStates: Send + Sync {
    /// What was last kept of this origin, or `None`.
    ///
    /// # Errors
    /// [`SignedStateError::Unavailable`].
    async fn state(&self, origin: &str) -> Result<Option<String>, SignedStateError>;

    /// Keeps `new` where `expected` stands, and nothing else does. What was answered outlives a loss
    /// of power.
    ///
    /// # Errors
    /// [`SignedStateError`]; nothing was kept, or, after [`SignedStateError::Unavailable`], perhaps.
    async fn replace(
        &self,
        origin: &str,
        expected: Option<&str>,
        new: &str,
    ) -> Result<(), SignedStateError>;
}
